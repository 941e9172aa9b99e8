/** What a closed annual survey says of worthwhile work (働きがい), as the KPI takes it: published cells only. */
import { z } from "zod";

import { worthwhileOf } from "./results";

const survey = z.object({
  cells: z.array(
    z.object({
      scope: z.enum(["all", "unit", "pool", "waves"]),
      units: z.array(z.string()),
      distributions: z.array(z.object({ key: z.string(), counts: z.array(z.number()) })),
    }),
  ),
  units: z.array(z.object({ unit: z.string(), officeIds: z.array(z.string()) })),
});

export type Worthwhile = { officeIds: readonly string[] | null; top: number; answered: number };

/** The published cells with their offices; empty where no survey has closed, or it did not ask. */
export function worthwhileFacts(stored: unknown): Worthwhile[] {
  if (stored === null || stored === undefined) return [];
  const { cells, units } = survey.parse(stored);
  return cells.flatMap((cell): Worthwhile[] => {
    const counts = worthwhileOf(cell);
    // why: a cell over several waves is no figure of this survey alone.
    if (!counts || counts.answered === 0 || cell.scope === "waves") return [];
    const officeIds = units.filter(({ unit }) => cell.units.includes(unit)).flatMap((unit) => unit.officeIds);
    return [{ officeIds: cell.scope === "all" ? null : officeIds, ...counts }];
  });
}

/** The cell of the whole (null) or of exactly these offices. */
export function worthwhileIn(
  facts: readonly Worthwhile[],
  officeIds: readonly (string | null)[] | null,
): Worthwhile | undefined {
  if (officeIds === null) return facts.find((cell) => cell.officeIds === null);
  return facts.find(
    (cell) => cell.officeIds?.length === officeIds.length && cell.officeIds.every((id) => officeIds.includes(id)),
  );
}
