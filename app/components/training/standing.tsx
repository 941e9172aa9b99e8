import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { TrainingFigures } from "../../domain/training/figures";
import type { HoursShare } from "../../domain/training/rules";
import { decimal } from "../../i18n/format";
import { Bullet } from "../bullet";
import { useLocale } from "../locale";

/** A worker's hours against the own target: so far, due by the day, expected at the year's end, and what is missing. */
export function TrainingStanding({ figures }: { figures: TrainingFigures }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { hours, target, due, reached, forecast, missingTopics, bookedHours } = figures;
  const numbers = {
    ...{ hours: decimal(hours, locale, 2), target: decimal(target, locale), due: decimal(due, locale) },
    ...{ expected: decimal(forecast.expected, locale), sure: decimal(forecast.sure, locale, 2) },
  };
  const isBehind = !reached && hours < due;
  return (
    <div className="grid gap-x-12 gap-y-6 md:grid-cols-2">
      <div>
        <p className="flex flex-wrap items-baseline gap-x-4">
          <span className="text-std-22B-150 tabular">{t("me.training.hoursOf", numbers)}</span>
          <span className={`text-std-16B-170 ${isBehind ? "text-warning-orange-2" : "text-success-2"}`}>
            {reached
              ? `○ ${t("me.training.reached")}`
              : isBehind
                ? `△ ${t("course.standing.behind", { hours: decimal(due - hours, locale) })}`
                : `○ ${t("course.standing.ahead")}`}
          </span>
        </p>
        <Bullet
          label={t("course.standing.bullet", numbers)}
          value={hours}
          target={target}
          met={reached ? true : null}
          reference={due}
          band={forecast.expected > hours ? { low: hours, high: forecast.expected } : null}
        />
        <p className="text-dns-14N-130 text-solid-gray-700">{t("course.standing.legend")}</p>
        <p className="mt-2 text-std-16N-170">{t("course.standing.due", numbers)}</p>
        <p className="text-std-16N-170">
          {t(forecast.expected >= target ? "course.standing.willReach" : "course.standing.willMiss", {
            ...numbers,
            short: decimal(Math.max(0, target - forecast.expected), locale),
          })}
        </p>
        {bookedHours > 0 && (
          <p className="text-std-16N-170">{t("course.standing.booked", { hours: decimal(bookedHours, locale, 2) })}</p>
        )}
        {figures.pendingRecords > 0 && (
          <p className="text-std-16N-170">
            ◇{" "}
            {t("course.standing.pending", {
              count: figures.pendingRecords,
              hours: decimal(figures.pendingHours, locale, 2),
            })}
          </p>
        )}
        <details className="mt-1">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-16N-170 text-key-900">
            {t("course.standing.how")}
          </summary>
          <p className="text-std-16N-170">{t("course.standing.method")}</p>
          {!forecast.hasPace && <p className="text-std-16N-170">{t("course.standing.noPace")}</p>}
        </details>
      </div>
      <div>
        <h3 className="text-std-17B-170">{t("course.standing.missing")}</h3>
        {missingTopics.length === 0 ? (
          <p className="text-std-16N-170 text-success-2">○ {t("course.standing.noneMissing")}</p>
        ) : (
          <ul className="text-std-16N-170">
            {missingTopics.map((topic) => (
              <li key={topic}>△ {t(`glossary.topic.${topic}`)}</li>
            ))}
          </ul>
        )}
        {missingTopics.length > 0 && (
          <Link to="/me/courses" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("course.standing.find")}
          </Link>
        )}
        <dl className="mt-4 divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
          <ShareRow label={t("course.standing.workingTime")} share={figures.workingTime} />
          <ShareRow label={t("course.standing.publicly")} share={figures.publicly} />
        </dl>
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{t("course.standing.sharesDue")}</p>
      </div>
    </div>
  );
}

/** A share of hours that is due to be whole. */
export function ShareRow({ label, share }: { label: string; share: HoursShare }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="flex flex-wrap justify-between gap-x-4 py-2">
      <dt>{label}</dt>
      <dd className="tabular">
        {share.of === 0
          ? t("common.noDataLong")
          : `${share.hours === share.of ? "○" : "△"} ${t("course.standing.share", {
              percent: decimal((share.hours * 100) / share.of, locale),
              hours: decimal(share.hours, locale, 2),
              of: decimal(share.of, locale, 2),
            })}`}
      </dd>
    </div>
  );
}
