import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { SessionRow } from "../../domain/supervision/session";
import { ATTENDANCES } from "../../domain/workforce/vocabulary";
import { Button } from "../button";
import { TextField } from "../field";
import { typed, type FormState } from "../form";

/** Who was there, and for how long: three choices for each participant, large enough for a thumb. */
export function AttendanceForm({ session, state }: { session: SessionRow; state: FormState | undefined }) {
  const { t } = useTranslation();
  const isHeld = session.status === "held";
  return (
    <Form method="post">
      <input type="hidden" name="version" value={session.version} />
      {session.participants.map(({ staffId, name, attendance }) => (
        <fieldset key={staffId} className="mt-4">
          <legend className="text-std-17B-170">{name}</legend>
          <div className="mt-1 flex flex-wrap gap-2">
            {ATTENDANCES.map((value) => (
              <label
                key={value}
                className="inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 px-4 py-1 text-std-16N-170 hover:bg-key-50 has-checked:border-key-900 has-checked:bg-key-50 has-checked:text-key-1000"
              >
                <input
                  type="radio"
                  name={`attendance:${staffId}`}
                  value={value}
                  required
                  defaultChecked={value === typed(state, `attendance:${staffId}`, attendance ?? "")}
                  className="size-5 shrink-0 accent-key-900"
                />
                {t(`glossary.attendance.${value}`)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <TextField
        name="minutesHeld"
        type="number"
        inputMode="numeric"
        min={5}
        max={480}
        label={t("session.form.minutesHeld")}
        hint={isHeld ? t("session.record.takenBack") : undefined}
        className="w-28"
        defaultValue={typed(state, "minutesHeld", String(session.minutes))}
        problem={state?.problems.minutesHeld}
      />
      <Button className="mt-6 w-full md:w-auto" name="intent" value="attendance">
        {isHeld ? t("supervision.session.updateAttendance") : t("supervision.session.saveAttendance")}
      </Button>
    </Form>
  );
}
