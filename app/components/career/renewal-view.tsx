import { useTranslation } from "react-i18next";

import type { PartStanding, RenewalChecklist, RenewalPart, RenewalStep } from "../../domain/qualification/renewal";
import { decimal, longDay } from "../../i18n/format";
import { Bullet } from "../bullet";
import { useLocale } from "../locale";
import { StatusMark, TONES, type Tone } from "../status";

const STEP_TONES: Record<RenewalStep["state"], Tone> = { done: "ok", open: "short", notYet: "na", missed: "none" };

type Shown = { checklist: RenewalChecklist; successorWaits: boolean };

/** Where the renewal stands, in one sentence. */
export function RenewalSummary({ renewal }: { renewal: Shown }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { checklist, successorWaits } = renewal;
  const { stage, daysLeft, daysToClose, opensOn, closesOn, expiresOn, appliedOn } = checklist;
  const days = {
    opens: longDay(opensOn, locale),
    closes: longDay(closesOn, locale),
    expires: longDay(expiresOn, locale),
  };
  const isLate = stage === "closed" || stage === "expired";
  if (successorWaits) return <Line tone="planned">{t("career.renewal.successorWaits")}</Line>;
  if (appliedOn !== null && stage !== "expired")
    return <Line tone="ok">{t("career.renewal.applied", { day: longDay(appliedOn, locale), ...days })}</Line>;
  const count = stage === "closing" ? daysToClose : Math.abs(daysLeft);
  return (
    <Line tone={isLate ? "none" : stage === "later" ? "ok" : "short"}>
      {t(`career.renewal.stage.${stage}`, { ...days, count })}
    </Line>
  );
}

function Line({ tone, children }: { tone: Tone; children: string }) {
  return (
    <p className={`rounded-8 px-4 py-3 text-std-16N-170 ${TONES[tone].className}`}>
      <span aria-hidden="true">{TONES[tone].mark} </span>
      {children}
    </p>
  );
}

/** The whole checklist: dates, hours against what is required, steps done and open. */
export function RenewalView({ renewal }: { renewal: Shown }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { checklist } = renewal;
  const dates = [
    ["prepares", checklist.preparesOn],
    ["opens", checklist.opensOn],
    ["closes", checklist.closesOn],
    ["expires", checklist.expiresOn],
  ] as const;
  return (
    <>
      <RenewalSummary renewal={renewal} />
      <dl className="mt-4 grid gap-x-6 gap-y-2 text-std-16N-170 sm:grid-cols-2">
        {dates.map(([key, day]) => (
          <div key={key} className="border-b border-solid-gray-300 py-2">
            <dt className="text-dns-14N-130 text-solid-gray-700">{t(`career.renewal.date.${key}`)}</dt>
            <dd>{longDay(day, locale)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 grid gap-6 md:grid-cols-2">
        <Part part="knowledge" standing={checklist.knowledge} />
        <Part part="skill" standing={checklist.skill} unconfirmed={checklist.unconfirmedExempt} />
      </div>
      <ol className="mt-6 divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {checklist.steps.map((step) => (
          <li key={step.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 text-std-16N-170">
            <span className="grow">{t(`career.renewal.step.${step.key}`)}</span>
            <span className={`rounded-4 px-2 py-1 text-dns-16N-130 ${TONES[STEP_TONES[step.state]].className}`}>
              <StatusMark tone={STEP_TONES[step.state]} word={t(`career.renewal.stepState.${step.state}`)} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Part(props: { part: RenewalPart; standing: PartStanding; unconfirmed?: number }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = t(`glossary.renewalPart.${props.part}`);
  const { hours, required, missing } = props.standing;
  const figures = { hours: decimal(hours, locale, 2), required: decimal(required, locale, 2) };
  const word =
    missing === 0 ? t("career.renewal.enough") : t("career.renewal.missing", { hours: decimal(missing, locale, 2) });
  return (
    <div>
      <h3 className="text-std-16B-170">{name}</h3>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-std-22B-150 tabular">{t("career.renewal.hoursOf", figures)}</span>
        <span className={missing === 0 ? "text-success-2" : "text-warning-orange-2"}>
          {missing === 0 ? "○" : "△"} {word}
        </span>
      </p>
      <Bullet
        label={`${name}：${t("career.renewal.hoursOf", figures)}`}
        value={hours}
        target={required}
        met={missing === 0 ? true : null}
      />
      {props.unconfirmed ? (
        <p className="text-dns-14N-130 text-solid-gray-700">
          {t("career.renewal.unconfirmed", { hours: decimal(props.unconfirmed, locale, 2) })}
        </p>
      ) : null}
    </div>
  );
}
