/** What a record carried once more would change: rows added, rows gone, and whether the post reads differently. */
import type { RecordContent, RecordQualification, RecordSession, RecordTraining } from "./content";

/** Rows that one record has and the other lacks. */
export type RecordDifference = {
  training: { added: RecordTraining[]; removed: RecordTraining[] };
  sessions: { added: RecordSession[]; removed: RecordSession[] };
  qualifications: { added: RecordQualification[]; removed: RecordQualification[] };
  /** Whether anything about the post or the targets differs. */
  post: boolean;
};

/** What another transfer would change of what was carried before. */
export function differenceOf(before: RecordContent, after: RecordContent): RecordDifference {
  return {
    training: compare(before.training, after.training),
    sessions: compare(before.sessions, after.sessions),
    qualifications: compare(before.qualifications, after.qualifications),
    post: sameText(before.post) !== sameText(after.post) || sameText(before.years) !== sameText(after.years),
  };
}

/** Whether nothing differs. */
export function isSame({ post: differs, ...parts }: RecordDifference): boolean {
  return !differs && Object.values(parts).every(({ added, removed }) => added.length + removed.length === 0);
}

function compare<T extends object>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  return { added: without(after, before), removed: without(before, after) };
}

/** The rows of one list that the other lacks; of equal rows, as many as there are more. */
function without<T extends object>(rows: readonly T[], others: readonly T[]): T[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(sameText(other), (left.get(sameText(other)) ?? 0) + 1);
  return rows.filter((row) => {
    const key = sameText(row);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** The same text for the same content, whatever the order of keys: the database's JSON keeps none. */
export function sameText(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
