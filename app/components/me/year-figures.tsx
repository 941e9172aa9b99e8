import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { OwnQualification, OwnYear } from "../../domain/workforce/own-year";
import { decimal, shortDay } from "../../i18n/format";
import { Bullet } from "../bullet";
import { useLocale } from "../locale";
import { EmptyState } from "../page";
import { StatusMark, TONES, type Tone } from "../status";

/** Cases of the year against the cap, the forecast with its interval in words, the weighted load. */
export function CaseloadFigure({ year }: { year: OwnYear }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { annualCases, cap, activeCases, weightedLoad, forecast } = year;
  const isOver = annualCases > cap;
  const figures = {
    ...{ cases: annualCases, cap: decimal(cap, locale), mean: decimal(forecast.mean, locale, 0) },
    ...{ low: decimal(forecast.low, locale, 0), high: decimal(forecast.high, locale, 0) },
  };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span>
          <span className="text-std-32B-150 tabular">{annualCases}</span>
          <span className="text-std-16N-170"> / {figures.cap}</span>
        </span>
        <span className={`text-std-16B-170 ${isOver ? "text-error-2" : "text-success-2"}`}>
          {isOver
            ? `△ ${t("me.caseload.over", { count: Math.round((annualCases - cap) * 10) / 10 })}`
            : `○ ${t("me.caseload.within", { count: Math.round((cap - annualCases) * 10) / 10 })}`}
        </span>
      </p>
      <Bullet
        label={t("me.caseload.bullet", figures)}
        value={annualCases}
        target={cap}
        met={!isOver}
        band={{ low: forecast.low, high: forecast.high }}
      />
      <p className="text-dns-14N-130 text-solid-gray-700">{t("me.caseload.legend")}</p>
      <p className="mt-2 text-std-16N-170">{t("me.caseload.sentence", figures)}</p>
      <p className="mt-3 text-std-16N-170">{t("me.caseload.active", { count: activeCases })}</p>
      <p className="text-std-16N-170">
        {t("me.caseload.load", { load: decimal(weightedLoad, locale) })}
        <span className="block text-dns-14N-130 text-solid-gray-700">{t("me.caseload.loadHint")}</span>
      </p>
    </>
  );
}

/** Training hours against the own target. */
export function TrainingFigure({ year }: { year: OwnYear }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const missing = year.trainingTarget - year.trainingHours;
  const figures = {
    ...{ hours: decimal(year.trainingHours, locale, 2), target: decimal(year.trainingTarget, locale) },
  };
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-std-22B-150 tabular">{t("me.training.hoursOf", figures)}</span>
        <span className={`text-std-16B-170 ${missing > 0 ? "text-warning-orange-2" : "text-success-2"}`}>
          {missing > 0
            ? `△ ${t("me.training.missing", { hours: decimal(missing, locale) })}`
            : `○ ${t("me.training.reached")}`}
        </span>
      </p>
      <Bullet
        label={t("me.training.bullet", figures)}
        value={year.trainingHours}
        target={year.trainingTarget}
        met={missing <= 0 ? true : null}
      />
      {year.pendingTrainingHours > 0 && (
        <p className="mt-2 text-std-16N-170">
          ◇ {t("course.standing.pendingHours", { hours: decimal(year.pendingTrainingHours, locale, 2) })}
        </p>
      )}
      <p className="mt-2">
        <Link to="/me/training" className="link inline-flex min-h-11 items-center">
          {t("me.training.seeAll")}
        </Link>
      </p>
    </>
  );
}

/** Qualifications, each with the day on which it ends and whether it counts. */
export function QualificationList({ qualifications }: { qualifications: OwnQualification[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (qualifications.length === 0)
    return <EmptyState title={t("me.qualifications.none")}>{t("me.qualifications.noneText")}</EmptyState>;
  return (
    <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {qualifications.map((held) => {
        const state = stateOf(held);
        const word =
          state.word === "expiring"
            ? t("me.qualifications.expiring", { count: held.daysLeft ?? 0 })
            : t(`me.qualifications.${state.word}`);
        return (
          <li key={held.kind + held.obtainedOn} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
            <span className="grow text-std-16B-170">{t(`glossary.qualification.${held.kind}`)}</span>
            <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[state.tone].className}`}>
              <StatusMark tone={state.tone} word={word} />
            </span>
            <span className="w-full text-dns-14N-130 text-solid-gray-700">
              {t("me.qualifications.obtained", { day: shortDay(held.obtainedOn, locale) })}
              {"　"}
              {held.expiresOn
                ? t("me.qualifications.expires", { day: shortDay(held.expiresOn, locale) })
                : t("me.qualifications.lasting")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const NOTICE_DAYS = 90;

function stateOf(held: OwnQualification): { tone: Tone; word: "valid" | "expired" | "expiring" } {
  if (!held.isValid) return { tone: "none", word: "expired" };
  if (held.daysLeft !== null && held.daysLeft <= NOTICE_DAYS) return { tone: "short", word: "expiring" };
  return { tone: "ok", word: "valid" };
}
