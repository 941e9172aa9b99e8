/**
 * A form that waits on the device until it can be sent. The server stores each entry once, whatever number of times it
 * arrives, because the entry carries a reference of its own; so the device may send again whenever in doubt.
 */

/** One field as it was typed; files are kept whole. */
export type EntryField = readonly [name: string, value: string | File];
/** waiting: not sent yet · refused: the server objects to the content · signIn: the session has ended. */
export type EntryState = "waiting" | "refused" | "signIn";
export type OutboxEntry = {
  /** The form's own reference. */
  id: string;
  /** The membership under which it was typed; entries of another are neither shown nor sent. */
  owner: string;
  /** The form's address. */
  action: string;
  /** What it is, in the words of the form's title. */
  title: string;
  fields: readonly EntryField[];
  /** When it was typed, in milliseconds. */
  madeAt: number;
  state: EntryState;
};

/** done: stored, go on to the path · unreachable: no answer, or a broken one. */
export type Outcome =
  { kind: "done"; path: string } | { kind: "refused"; status: number } | { kind: "signIn" } | { kind: "unreachable" };

type Answer = Pick<Response, "status" | "redirected" | "url">;

/** What the server's answer to a posted form means: forms that were stored lead on to another page. */
export function outcomeOf(answer: Answer, action: string): Outcome {
  const { pathname, search } = new URL(answer.url);
  if (answer.redirected && pathname === "/login") return { kind: "signIn" };
  if (answer.redirected && answer.status < 400 && pathname !== action) return { kind: "done", path: pathname + search };
  // why: 408, 425, 429 pass by themselves, as the server's own troubles do.
  if (answer.status >= 500 || [408, 425, 429].includes(answer.status)) return { kind: "unreachable" };
  return { kind: "refused", status: answer.status };
}

/** Posts an entry. Never throws: no answer within the time counts as unreachable. */
export async function send(entry: OutboxEntry, timeoutMs: number, post: typeof fetch = fetch): Promise<Outcome> {
  try {
    const answer = await post(entry.action, {
      method: "POST",
      body: formDataOf(entry.fields),
      signal: AbortSignal.timeout(timeoutMs),
      headers: { Accept: "text/html" },
    });
    void answer.body?.cancel();
    return outcomeOf(answer, new URL(entry.action, "http://device.invalid").pathname);
  } catch {
    return { kind: "unreachable" };
  }
}

/** The fields as a form again. */
export function formDataOf(fields: readonly EntryField[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") data.append(name, value);
    else data.append(name, value, value.name);
  }
  return data;
}

/** A form's fields; a file input in which nothing was chosen is left out. */
export function fieldsOf(data: FormData): EntryField[] {
  return [...data.entries()].filter(([, value]) => typeof value === "string" || value.size > 0);
}

/** Whether an entry is another one than that kept under the same reference: a form opened offline twice has one twice. */
export function isAnother(kept: OutboxEntry | undefined, entry: OutboxEntry): boolean {
  if (!kept || kept.state === "refused") return false;
  const content = ({ id, fields }: OutboxEntry) =>
    JSON.stringify(
      fields.map(([name, value]) => [name, typeof value === "string" ? value : [value.name, value.size]]),
    ) + id;
  return content(kept) !== content(entry);
}

/** The same entry under a reference of its own. */
export function underReference(entry: OutboxEntry, reference: string, id: string): OutboxEntry {
  return { ...entry, id, fields: entry.fields.map(([name, value]) => [name, name === reference ? id : value]) };
}
