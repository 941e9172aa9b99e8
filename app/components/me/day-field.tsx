import { useState } from "react";
import { useTranslation } from "react-i18next";

import { addDays, type Day } from "../../lib/calendar";
import type { FieldProblem } from "../../lib/form";
import { TextField } from "../field";
import { useHydrated } from "../hydrated";

const QUICK =
  "inline-flex min-h-12 items-center rounded-8 border border-solid-gray-600 bg-white px-4 text-std-16N-170 hover:bg-key-50 aria-pressed:border-key-900 aria-pressed:bg-key-50 aria-pressed:text-key-1000";

/** A day up to today, with today and yesterday at one tap. */
export function DayField(props: {
  name: string;
  label: string;
  defaultValue: string;
  today: Day;
  problem?: FieldProblem;
}) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [value, setValue] = useState(props.defaultValue);
  const quick = [
    { day: props.today, label: t("me.day.today") },
    { day: addDays(props.today, -1), label: t("me.day.yesterday") },
  ];
  return (
    <div>
      <TextField
        name={props.name}
        label={props.label}
        required
        problem={props.problem}
        type="date"
        max={props.today}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        className="w-52"
      />
      {hydrated && (
        <div className="mt-2 flex gap-2">
          {quick.map(({ day, label }) => (
            <button
              key={day}
              type="button"
              className={QUICK}
              aria-pressed={value === day}
              onClick={() => setValue(day)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
