/** `notes:rotate`: seals confidential notes under the current key. */
import { rotateNotes } from "../../domain/supervision/notes/rotation.server";
import { translator } from "../../i18n/i18n";
import { addNoteKey, noteKeys, type KeySource } from "../../lib/note-keys.server";
import { readArguments } from "../arguments";
import { complain, misuse, refuse, type Io } from "../io";

const OPTIONS = { "new-key": { kind: "flag" }, json: { kind: "flag" } } as const;

/**
 * Prints how many notes were sealed anew and how many each key seals; exit status 1 where some could not be opened.
 * @param source where the keys are, for tests; without it this process's own
 */
export async function run(args: string[], io: Io, source?: KeySource): Promise<number> {
  const given = readArguments(args, OPTIONS, io);
  if (!given) return 2;
  if (given.words.length > 0) return misuse(io, (t) => t("note.rotate.usage"));
  const keyRing = given.options["new-key"] ? addNoteKey(source) : noteKeys(source);
  if (!keyRing) return refuse(io, (t) => t("note.rotate.variable"));
  const t = translator(io.locale);
  const rotation = await rotateNotes(keyRing, (count) => io.err(t("note.rotate.progress", { count })));
  const used = new Set(rotation.byKey.map(({ keyId }) => keyId));
  const [current, ...older] = keyRing.map(({ id }) => id);
  const spare = older.filter((id) => !used.has(id));
  if (given.options.json) io.out(JSON.stringify({ keyId: current, ...rotation, spare }));
  else {
    io.out(t("note.rotate.done", { keyId: current, resealed: rotation.resealed }));
    for (const { keyId, notes } of rotation.byKey) io.out(t("note.rotate.byKey", { keyId, count: notes }));
    if (spare.length > 0) io.out(t("note.rotate.spare", { keyIds: spare.join(", ") }));
  }
  for (const problem of ["missingKey", "damaged"] as const) {
    const count = rotation[problem];
    if (count > 0) complain(io, (tell) => tell(`note.rotate.${problem}`, { count }));
  }
  return rotation.missingKey + rotation.damaged > 0 ? 1 : 0;
}
