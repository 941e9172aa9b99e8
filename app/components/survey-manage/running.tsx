import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Campaign } from "../../domain/survey/campaign";
import { longDay } from "../../i18n/format";
import { Button } from "../button";
import { TextField } from "../field";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { Section } from "../page";
import { StepForm } from "./confirmed-form";
import { UnitList } from "./opening";

type Running = Pick<Campaign, "units" | "eligible" | "openedOn" | "closesOn" | "version">;

/** A survey that is open: what was fixed at opening, and the two things that can still be done. No number of answers. */
export function RunningSurvey({ survey, sendsMail, today }: { survey: Running; sendsMail: boolean; today: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const facts: [string, React.ReactNode][] = [
    [t("survey.manage.open.openedOn"), survey.openedOn ? longDay(survey.openedOn, locale) : t("common.noData")],
    [t("survey.manage.open.closesOn"), longDay(survey.closesOn, locale)],
    [t("survey.manage.open.eligible"), t("common.people", { count: survey.eligible })],
    [t("survey.manage.open.units"), <UnitList key="units" units={survey.units} />],
    [
      t("survey.manage.open.reminders"),
      t(sendsMail ? "survey.manage.open.remindersText" : "survey.manage.open.remindersOff"),
    ],
  ];
  return (
    <>
      <Notice kind="info" title={t("survey.manage.whyNoCount")}>
        {t("survey.manage.whyNoCountText")}
      </Notice>
      <Section id="facts" title={t("survey.manage.open.facts")}>
        <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
          {facts.map(([name, value]) => (
            <div key={name} className="grid gap-x-6 py-3 md:grid-cols-[16rem_1fr]">
              <dt className="font-700">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="move" title={t("survey.manage.open.move")}>
        <Form method="post" className="flex flex-wrap items-end gap-4">
          <input type="hidden" name="intent" value="move" />
          <TextField
            {...{ name: "closesOn", type: "date", required: true, min: today, className: "w-52" }}
            label={t("survey.manage.open.newClosing")}
            defaultValue={survey.closesOn}
          />
          <Button look="outline">{t("survey.manage.open.move")}</Button>
        </Form>
      </Section>
      <Section id="close" title={t("survey.manage.open.close")} note={t("survey.manage.open.closeNote")}>
        <StepForm
          {...{ intent: "close", version: survey.version, look: "danger" }}
          confirm={t("survey.manage.open.closeConfirm")}
          label={t("survey.manage.open.close")}
        />
      </Section>
    </>
  );
}
