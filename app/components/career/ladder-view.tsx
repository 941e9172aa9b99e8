import { useTranslation } from "react-i18next";

import {
  SUPERVISOR_YEARS_AS_CHIEF,
  type ChiefRequirement,
  type ChiefRoute,
  type Ladder,
  type Rank,
} from "../../domain/career/ladder";
import type { Experience } from "../../domain/career/experience";
import { longDay } from "../../i18n/format";
import { useLocale } from "../locale";
import { StatusMark, TONES } from "../status";
import { durationText } from "./duration";

const RANKS: readonly Rank[] = ["support", "chief", "supervisor"];

/** The three rungs, where the person stands, and what the next one still asks. */
export function LadderView({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation();
  if (ladder.rank === null) return <p className="text-std-16N-170">{t("career.ladder.none")}</p>;
  const at = RANKS.indexOf(ladder.rank);
  return (
    <>
      <ol className="grid gap-2 md:grid-cols-3">
        {RANKS.map((rank, index) => {
          const tone = index < at ? "ok" : index === at ? "planned" : "na";
          const word = index < at ? "passed" : index === at ? "here" : "ahead";
          return (
            <li
              key={rank}
              aria-current={index === at ? "step" : undefined}
              className={`rounded-8 px-4 py-3 ${TONES[tone].className}`}
            >
              <span className="block text-std-16B-170">{t(`glossary.rank.${rank}`)}</span>
              <StatusMark tone={tone} word={t(`career.ladder.${word}`)} />
            </li>
          );
        })}
      </ol>
      <NextRank ladder={ladder} />
      <h3 className="mt-6 text-std-17B-170">{t("career.ladder.chiefTitle")}</h3>
      <p className="text-dns-14N-130 text-solid-gray-700">{t("career.ladder.chiefNote")}</p>
      <Routes chief={ladder.chief} />
      {ladder.rank !== "support" && (
        <>
          <h3 className="mt-6 text-std-17B-170">{t("career.ladder.supervisorTitle")}</h3>
          <p className="text-dns-14N-130 text-solid-gray-700">
            {t("career.ladder.supervisorNote", { years: SUPERVISOR_YEARS_AS_CHIEF })}
          </p>
          <p className="mt-2 text-std-16N-170">
            <ExperienceText of={ladder.asChief} years={SUPERVISOR_YEARS_AS_CHIEF} />
          </p>
        </>
      )}
    </>
  );
}

function NextRank({ ladder }: { ladder: Ladder }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { next, ready, monthsMissing, readyOn } = ladder;
  if (next === null) return <p className="mt-4 text-std-16N-170">{t("career.ladder.top")}</p>;
  const rank = t(`glossary.rank.${next}`);
  if (ready)
    return (
      <p className="mt-4 rounded-8 bg-green-50 px-4 py-3 text-std-16N-170 text-green-900">
        ○ {t("career.ladder.ready", { rank })}
      </p>
    );
  return (
    <p className="mt-4 rounded-8 bg-yellow-100 px-4 py-3 text-std-16N-170 text-yellow-1200">
      △ {t("career.ladder.needs", { rank, time: durationText(t, monthsMissing ?? 0) })}{" "}
      {readyOn ? t("career.ladder.readyOn", { day: longDay(readyOn, locale) }) : t("career.ladder.notByItself")}
    </p>
  );
}

function Routes({ chief }: { chief: ChiefRequirement }) {
  const { t } = useTranslation();
  return (
    <ul className="mt-2 divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {chief.routes.map((route) => (
        <li key={route.key} className="py-3">
          <p className="text-std-16B-170">{t(`career.ladder.route.${route.key}`)}</p>
          <p className="text-std-16N-170">
            <RouteText route={route} />
          </p>
          <IfVerified route={route} chief={chief} />
        </li>
      ))}
    </ul>
  );
}

function RouteText({ route }: { route: ChiefRoute }) {
  const { t } = useTranslation();
  if (route.lacksQualification) return <>－ {t("career.ladder.lacksQualification")}</>;
  return <ExperienceText of={route} years={route.years} />;
}

/** What the way would be, were everything verified that waits. */
function IfVerified({ route, chief }: { route: ChiefRoute; chief: ChiefRequirement }) {
  const { t } = useTranslation();
  const other = chief.ifVerified?.routes.find(({ key }) => key === route.key);
  if (!other || JSON.stringify(other) === JSON.stringify(route)) return null;
  return (
    <p className="text-std-16N-170 text-solid-gray-700">
      {t("career.ladder.ifVerified")} <RouteText route={other} />
    </p>
  );
}

/** How many years are done, how many are missing, and when they will be complete. */
function ExperienceText({ of, years }: { of: Experience; years: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const done = durationText(t, of.monthsDone);
  if (of.met)
    return (
      <>○ {t("career.ladder.met", { day: of.completeOn ? longDay(of.completeOn, locale) : "", done, count: years })}</>
    );
  const missing = durationText(t, of.monthsMissing);
  return (
    <>
      △ {t("career.ladder.notMet", { done, missing, count: years })}{" "}
      {of.completeOn && t("career.ladder.completeOn", { day: longDay(of.completeOn, locale) })}
    </>
  );
}
