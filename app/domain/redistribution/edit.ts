/** The manager's changes to a proposal, and what an address or a form says of it. */
import { z } from "zod";

import { obstacles, type Obstacle } from "./rules";
import { settingsSchema, type Move, type Settings, type Situation } from "./schema";

const MOVE = /^([0-9a-f-]{36}):([0-9a-f-]{36})$/;

/** Reads ?goal, ?room and ?keepDays; what is unknown counts as not given. */
export function settingsFrom(params: URLSearchParams): Settings {
  return settingsSchema.parse(Object.fromEntries(["goal", "room", "keepDays"].map((key) => [key, params.get(key)])));
}

/** A move as a form's field carries it. */
export function moveText({ caseId, to }: Move): string {
  return `${caseId}:${to}`;
}

/** The moves that a form carries; what is none is left out. */
export function movesFrom(texts: readonly unknown[]): Move[] {
  return texts.flatMap((text) => {
    const [, caseId, to] = MOVE.exec(typeof text === "string" ? text : "") ?? [];
    return caseId && to ? [{ caseId, to }] : [];
  });
}

/** What is asked of the list: to take a case out, to take all out, to add one, or to leave it as it is. */
export const editSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("remove"), caseId: z.string() }),
  z.object({ intent: z.literal("clear") }),
  z.object({ intent: z.literal("add"), caseId: z.string().default(""), to: z.string().default("") }),
  z.object({ intent: z.literal("save") }),
]);
export type Edit = z.output<typeof editSchema>;

/** What a form's button asks for; "remove:ID" names the case. */
export function editFrom(form: Record<string, string | undefined>): Edit | null {
  const [intent, caseId] = (form.intent ?? "").split(":");
  const result = editSchema.safeParse({ ...form, intent, ...(caseId === undefined ? {} : { caseId }) });
  return result.success ? result.data : null;
}

/** Those of the moves that may be done, one after another, as things stand. */
export function permitted(situation: Situation, moves: readonly Move[]): Move[] {
  const kept: Move[] = [];
  for (const move of moves) if (obstacles(situation, kept, move).length === 0) kept.push(move);
  return kept;
}

export type Edited = { moves: Move[]; refused: Obstacle[]; dropped: number };

/** The moves after a change: what can no longer be done is dropped, what cannot be added is refused with the reasons. */
export function editMoves(situation: Situation, given: readonly Move[], edit: Edit): Edited {
  if (edit.intent === "clear") return { moves: [], refused: [], dropped: 0 };
  const wanted = edit.intent === "remove" ? given.filter(({ caseId }) => caseId !== edit.caseId) : given;
  const moves = permitted(situation, wanted);
  const dropped = wanted.length - moves.length;
  if (edit.intent !== "add") return { moves, refused: [], dropped };
  const wished = { caseId: edit.caseId, to: edit.to };
  const refused = obstacles(situation, moves, wished);
  return { moves: refused.length > 0 ? moves : [...moves, wished], refused, dropped };
}
