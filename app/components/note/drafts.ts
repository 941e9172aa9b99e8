/**
 * Text that is not saved yet, kept in this tab alone (sessionStorage) until it is saved, discarded or its author signs out:
 * an ended session or a broken connection must not cost what was written, and a device must not keep it for long.
 */
const PREFIX = "sasae-note:";

export type Draft = { text: string; version: string };

/** The unsaved text of a note of this person in this tab. */
export function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + key) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { text, version } = kept as Partial<Draft>;
    return typeof text === "string" && typeof version === "string" ? { text, version } : null;
  } catch {
    return null;
  }
}

/** Keeps unsaved text; null forgets it. A browser that refuses storage keeps nothing. */
export function keepDraft(key: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    else sessionStorage.removeItem(PREFIX + key);
  } catch {
    // why: without storage the form works as any other.
  }
}

/** Forgets the unsaved notes of this tab: all of them, or those of everybody but one person. */
export function forgetDrafts(exceptOf?: string): void {
  try {
    const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
    for (const key of kept) {
      if (exceptOf === undefined || !key.startsWith(`${PREFIX}${exceptOf}/`)) sessionStorage.removeItem(key);
    }
  } catch {
    // why: without storage there is nothing to forget.
  }
}
