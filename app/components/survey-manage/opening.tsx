import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { SMALLEST_UNIT, type Campaign, type Unit } from "../../domain/survey/campaign";
import { MINIMUM } from "../../domain/survey/disclosure";
import { instrumentsOf, questionsOf, SEX_ANSWERS } from "../../domain/survey/questionnaire";
import { familyOf } from "../../domain/survey/results";
import { longDay } from "../../i18n/format";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { Section } from "../page";
import { StepForm } from "./confirmed-form";

type DraftSteps = Pick<Campaign, "id" | "kind" | "questionnaire" | "opensOn" | "released" | "version">;
export type OutlookShown = { eligible: number; units: Unit[]; openKinds: string[] };

/** What opening will freeze, what it cannot do, and the ways to open. */
export function Opening({ draft, outlook }: { draft: DraftSteps; outlook: OutlookShown }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const minutes = instrumentsOf(draft.questionnaire).reduce((sum, one) => sum + one.minutes, 0);
  const questions = questionsOf(draft.questionnaire).length;
  const day = longDay(draft.opensOn, locale);
  return (
    <Section id="start" title={t("survey.manage.draft.start")}>
      <p className="text-std-16N-170">
        <Link to={`/contractor/surveys/${draft.id}/preview`} className="link inline-flex min-h-11 items-center">
          {t("survey.manage.draft.preview")}
        </Link>
        <span className="block">{t("survey.manage.draft.minutes", { minutes: Math.max(1, minutes), questions })}</span>
      </p>
      <Warnings draft={draft} outlook={outlook} />
      <h3 className="mt-6 text-std-17B-170">{t("survey.manage.draft.before")}</h3>
      <ul className="mt-1 list-disc pl-6 text-std-16N-170">
        <li>{t("survey.manage.draft.eligible", { count: outlook.eligible })}</li>
        <li>
          {t("survey.manage.draft.units")}
          <UnitList units={outlook.units} />
        </li>
        <li>{t("survey.manage.draft.frozen")}</li>
      </ul>
      {draft.released ? (
        <div className="mt-6">
          <p className="text-std-16B-170">◇ {t("survey.manage.draft.released", { day })}</p>
          <StepForm
            {...{ intent: "holdBack", version: draft.version, look: "outline" }}
            label={t("survey.manage.draft.holdBack")}
          />
        </div>
      ) : (
        <div className="mt-6">
          <StepForm
            {...{ intent: "release", version: draft.version }}
            label={t("survey.manage.draft.release", { day })}
          />
          <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{t("survey.manage.draft.releaseText")}</p>
        </div>
      )}
      <StepForm
        {...{ intent: "open", version: draft.version, look: "outline", confirm: t("survey.manage.draft.openConfirm") }}
        label={t("survey.manage.draft.openNow")}
      />
    </Section>
  );
}

function Warnings({ draft, outlook }: { draft: DraftSteps; outlook: OutlookShown }) {
  const { t } = useTranslation();
  const asksHealth = questionsOf(draft.questionnaire).some(
    ({ key }) => key !== SEX_ANSWERS.id && familyOf(key) === "health",
  );
  if (outlook.openKinds.includes(draft.kind))
    return <Notice kind="warning">{t("survey.manage.refused.anotherOpen")}</Notice>;
  if (outlook.eligible < SMALLEST_UNIT)
    return (
      <Notice kind="warning" title={t("survey.manage.draft.small")}>
        {t("survey.manage.draft.smallText")}
      </Notice>
    );
  if (asksHealth && outlook.eligible < MINIMUM.health)
    return (
      <Notice kind="warning" title={t("survey.manage.draft.healthSmall")}>
        {t("survey.manage.draft.healthSmallText")}
      </Notice>
    );
  return null;
}

/** The groups that can be claimed, with how many belong to each. */
export function UnitList({ units }: { units: readonly Unit[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul className="list-disc pl-6">
      {units.map(({ unit, name, nameEn, eligible }) => (
        <li key={unit}>
          {t("survey.manage.draft.unit", { name: locale === "en" ? (nameEn ?? name) : name, count: eligible })}
        </li>
      ))}
    </ul>
  );
}
