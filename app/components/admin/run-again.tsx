import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { JOB_KEYS } from "../../domain/job/timetable";
import type { Day } from "../../lib/calendar";

import { Button } from "../button";
import { SelectField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { Section } from "../page";

/** Asks for a run of a job as of a day, for one contract or all. */
export function RunAgain({ state, codes, latest }: { state: FormState | undefined; codes: string[]; latest: Day }) {
  const { t } = useTranslation();
  const labels = {
    job: t("admin.log.jobs.job"),
    day: t("admin.log.jobs.day"),
    contract: t("admin.log.jobs.contract"),
  };
  return (
    <Section id="run" title={t("admin.log.jobs.again")} note={t("admin.log.jobs.againNote")}>
      <ErrorSummary state={state} labels={labels} />
      <Form method="post" className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <SelectField
          name="job"
          label={labels.job}
          options={JOB_KEYS.map((key) => ({ value: key, label: t(`admin.log.jobs.name.${key}`) }))}
          problem={state?.problems.job}
          defaultValue={typed(state, "job", "evaluate")}
        />
        <TextField
          name="day"
          type="date"
          label={labels.day}
          max={latest}
          required
          problem={state?.problems.day}
          defaultValue={typed(state, "day", latest)}
          className="w-48"
        />
        <SelectField
          name="contract"
          label={labels.contract}
          options={codes.map((code) => ({ value: code, label: code }))}
          empty={t("admin.log.jobs.allContracts")}
          defaultValue={typed(state, "contract")}
        />
        <Button look="outline">{t("admin.log.jobs.run")}</Button>
      </Form>
    </Section>
  );
}
