import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { CourseDate } from "../../domain/course/course";
import type { Span } from "../../lib/calendar";
import { Button } from "../button";
import { useProblemText } from "../field";
import { chosen, type FormState } from "../form";
import { useHydrated } from "../hydrated";

const BLANKS = 2;
const CONTROL = "mt-1 block min-h-11 w-full rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170";

type Row = { id: string; heldOn: string; startTime: string; place: string; videoUrl: string; cancelled: boolean };
const BLANK: Row = { id: "", heldOn: "", startTime: "", place: "", videoUrl: "", cancelled: false };

/** A course's dates, one line each, with blank ones to add; a line without a day is none. */
export function DateRows({ dates, state, span }: { dates: CourseDate[]; state: FormState | undefined; span: Span }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const hydrated = useHydrated();
  const [blanks, setBlanks] = useState(BLANKS);
  const rows = state ? typedRows(state) : dates.map(rowOf);
  const all = [...rows, ...Array.from({ length: state ? 0 : blanks }, () => BLANK)];
  const shown = state ? [...all, ...Array.from({ length: Math.max(0, blanks - BLANKS) }, () => BLANK)] : all;
  const label = t("course.field.dates");
  const problem = state?.problems.dates;
  return (
    <fieldset id="dates" tabIndex={-1} className="mt-8" aria-describedby={problem ? "dates-problem" : undefined}>
      <legend className="text-std-20B-150">{label}</legend>
      <p className="text-std-16N-170 text-solid-gray-700">{t("course.field.datesHint")}</p>
      {problem && (
        <p id="dates-problem" className="text-std-16N-170 text-error-2">
          ＊{text(problem, label)}
        </p>
      )}
      <ol className="mt-2 divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {shown.map((row, index) => (
          <DateRow key={row.id || `new ${index}`} row={row} number={index + 1} span={span} />
        ))}
      </ol>
      {hydrated && (
        <Button type="button" look="outline" className="mt-3" onClick={() => setBlanks(blanks + 1)}>
          {t("course.field.addDate")}
        </Button>
      )}
    </fieldset>
  );
}

function DateRow({ row, number, span }: { row: Row; number: number; span: Span }) {
  const { t } = useTranslation();
  const fields = [
    { name: "heldOn", type: "date", label: t("course.field.day"), min: span.from, max: span.to },
    { name: "startTime", type: "time", label: t("course.field.time") },
    { name: "place", type: "text", label: t("course.field.place"), maxLength: 200 },
    { name: "videoUrl", type: "url", label: t("course.field.video"), maxLength: 500 },
  ] as const;
  return (
    <li className="py-3">
      <input type="hidden" name="dateId[]" value={row.id} />
      <div role="group" aria-label={t("course.field.dateNumber", { number })} className="grid gap-3 md:grid-cols-4">
        {fields.map(({ name, label, ...field }) => (
          <label key={name} className="text-dns-14N-130">
            {label}
            <input {...field} name={`${name}[]`} defaultValue={row[name]} autoComplete="off" className={CONTROL} />
          </label>
        ))}
      </div>
      {row.id !== "" && (
        <label className="mt-1 inline-flex min-h-11 items-center gap-2 text-std-16N-170">
          <input
            type="checkbox"
            name="cancelledDates[]"
            value={row.id}
            defaultChecked={row.cancelled}
            className="size-5 accent-key-900"
          />
          {t("course.field.cancelDate")}
        </label>
      )}
    </li>
  );
}

function rowOf(date: CourseDate): Row {
  const { id, heldOn, startTime, place, videoUrl, cancelled } = date;
  return { id, heldOn, startTime: startTime ?? "", place: place ?? "", videoUrl: videoUrl ?? "", cancelled };
}

/** The lines as they were typed. */
function typedRows(state: FormState): Row[] {
  const list = (name: string) => chosen(state, name);
  const [ids, times, places, videos] = [list("dateId"), list("startTime"), list("place"), list("videoUrl")];
  const cancelled = list("cancelledDates");
  return list("heldOn").map((heldOn, index) => {
    const id = ids[index] ?? "";
    return {
      ...{ id, heldOn, startTime: times[index] ?? "", place: places[index] ?? "", videoUrl: videos[index] ?? "" },
      cancelled: id !== "" && cancelled.includes(id),
    };
  });
}
