import { useState } from "react";
import { useTranslation } from "react-i18next";

import { MEASURE_KINDS, MEASURE_OWNERS } from "../../domain/improvement/plan";
import { MOST_MEASURES } from "../../domain/improvement/schema";
import type { FieldProblem } from "../../lib/form";
import { Button } from "../button";
import { useProblemText } from "../field";

export type MeasureDefault = { measureId: string; kind: string; text: string; owner: string; dueOn: string };

const EMPTY: MeasureDefault = { measureId: "", kind: "redistribute", text: "", owner: "manager", dueOn: "" };
const SHOWN = 3;
const CONTROL = "min-h-12 rounded-8 border border-solid-gray-600 bg-white px-3 py-2 text-std-16N-170";

/** The lines of measures: what there is, and empty ones to fill in; more on request. */
export function MeasureRows({
  rows,
  problem,
  label,
}: {
  rows: MeasureDefault[];
  problem?: FieldProblem;
  label: string;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [count, setCount] = useState(Math.min(MOST_MEASURES, Math.max(SHOWN, rows.length + (rows.length > 0 ? 1 : 0))));
  return (
    <fieldset
      id="measures"
      tabIndex={-1}
      className="mt-5"
      aria-describedby={problem ? "measures-problem" : undefined}
      aria-invalid={problem ? true : undefined}
    >
      <legend className="flex flex-wrap items-center gap-2 text-std-17B-170">
        {label}
        <span className="text-std-16N-170 text-error-2">※{t("common.required")}</span>
      </legend>
      <p className="text-std-16N-170 text-solid-gray-700">{t("improvement.field.measuresHint")}</p>
      <ol className="mt-2 flex flex-col gap-4">
        {Array.from({ length: count }, (_, index) => (
          <li key={index}>
            <MeasureRow row={rows[index] ?? EMPTY} number={index + 1} />
          </li>
        ))}
      </ol>
      {count < MOST_MEASURES && (
        <Button type="button" look="text" className="mt-2 min-h-11" onClick={() => setCount(count + 1)}>
          ＋ {t("improvement.field.measure", { number: count + 1 })}
        </Button>
      )}
      {problem && (
        <p id="measures-problem" className="mt-1 text-std-16N-170 text-error-2">
          ＊{problemText(problem, label)}
        </p>
      )}
    </fieldset>
  );
}

function MeasureRow({ row, number }: { row: MeasureDefault; number: number }) {
  const { t } = useTranslation();
  const name = t("improvement.field.measure", { number });
  return (
    <fieldset className="rounded-8 border border-solid-gray-300 px-4 pb-4">
      <legend className="px-1 text-std-16B-170">{name}</legend>
      <input type="hidden" name="measureId[]" value={row.measureId} />
      <div className="grid gap-4 md:grid-cols-[12rem_1fr_12rem_11rem]">
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {t("improvement.field.kind")}
          <select name="measureKind[]" defaultValue={row.kind} className={CONTROL}>
            {MEASURE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`improvement.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {t("improvement.field.text")}
          <input name="measureText[]" defaultValue={row.text} maxLength={500} autoComplete="off" className={CONTROL} />
        </label>
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {t("improvement.field.owner")}
          <select name="measureOwner[]" defaultValue={row.owner} className={CONTROL}>
            {MEASURE_OWNERS.map((owner) => (
              <option key={owner} value={owner}>
                {t(`improvement.owner.${owner}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1 text-dns-14N-130">
          {t("improvement.field.due")}
          <input type="date" name="measureDue[]" defaultValue={row.dueOn} className={CONTROL} />
        </label>
      </div>
    </fieldset>
  );
}
