import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { ResultPage } from "../../domain/survey/result-page";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { EmptyState, Section } from "../page";
import { AnswerSection } from "./answers";
import { percentOf, resultGroupName } from "./names";
import { RiskSection } from "./risk";
import { ScaleSection } from "./scales";
import { TrendSection } from "./trend";
import { WorthwhileSection } from "./worthwhile";

/** What was published of a closed survey: the same for contractor, ward and workers; comments for the contractor alone. */
export function Results({ page, comments }: { page: ResultPage; comments?: string[] | null }) {
  const { t } = useTranslation();
  const { eligible, answered, group } = page;
  return (
    <>
      <Notice kind="info">{t("survey.results.notCheck")}</Notice>
      <Section id="rate" title={t("survey.results.rate")}>
        <p className="text-std-17N-170">
          {t("survey.results.rateText", { eligible, answered, percent: percentOf(answered, eligible) })}
        </p>
      </Section>
      {group === null ? (
        <div className="mt-8">
          <EmptyState title={t("survey.results.nothing")}>{t("survey.results.nothingText")}</EmptyState>
        </div>
      ) : (
        <>
          <GroupLinks page={page} />
          <FamilyHidden page={page} />
          {group.worthwhile && <WorthwhileSection page={page} worthwhile={group.worthwhile} />}
          {group.scales.length > 0 && <ScaleSection group={group} />}
          {page.asked.health && group.answered.health !== null && <RiskSection page={page} />}
          <AnswerSection family="satisfaction" questions={group.questions.satisfaction} />
          <AnswerSection family="health" questions={group.questions.health} />
          <TrendSection page={page} />
        </>
      )}
      {comments && <Comments comments={comments} />}
      <Instruments page={page} />
    </>
  );
}

function Instruments({ page }: { page: ResultPage }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Section id="instruments" title={t("survey.results.instruments")}>
      <ul className="text-dns-14N-130 text-solid-gray-800">
        {page.instruments.map(({ name, notice }) => (
          <li key={name.ja} className="py-1">
            {name[locale]}
            <span className="block">{notice[locale]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function GroupLinks({ page }: { page: ResultPage }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Section id="groups" title={t("survey.results.groups")}>
      <ul className="flex flex-wrap gap-2">
        {page.groups.map((group, index) => {
          const count = Math.max(group.answered.health ?? 0, group.answered.satisfaction ?? 0);
          return (
            <li key={index} className={index === page.selected ? "" : "print:hidden"}>
              <Link
                to={`?group=${index}`}
                preventScrollReset
                aria-current={index === page.selected ? "true" : undefined}
                className="inline-flex min-h-12 items-center rounded-8 border border-key-900 px-4 text-std-16N-170 text-key-900 no-underline hover:bg-key-50 aria-[current=true]:bg-key-50 aria-[current=true]:font-700"
              >
                {t("survey.results.groupCount", { name: resultGroupName(t, locale, group), count })}
              </Link>
            </li>
          );
        })}
      </ul>
      {page.unshown.length > 0 && (
        <div className="mt-3 text-std-16N-170">
          <p>
            {t("survey.results.hidden", {
              names: page.unshown.map((name) => name[locale]).join(t("survey.results.join")),
            })}
          </p>
          <p className="text-solid-gray-700">{t("survey.results.hiddenText")}</p>
        </div>
      )}
    </Section>
  );
}

/** What of the selected group is not published though it was asked. */
function FamilyHidden({ page }: { page: ResultPage }) {
  const { t } = useTranslation();
  const hidden = (["satisfaction", "health"] as const).filter(
    (family) => page.asked[family] && page.group?.answered[family] === null,
  );
  return hidden.map((family) => (
    <p key={family} className="mt-6 text-std-16N-170">
      － {t(`survey.results.familyHidden.${family}`)}
    </p>
  ));
}

function Comments({ comments }: { comments: string[] }) {
  const { t } = useTranslation();
  return (
    <Section
      id="comments"
      title={t("survey.results.comments.title", { count: comments.length })}
      note={t("survey.results.comments.note")}
    >
      {comments.length === 0 ? (
        <p className="text-std-16N-170">{t("survey.results.comments.none")}</p>
      ) : (
        <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
          {comments.map((text, index) => (
            <li key={index} className="py-3 text-std-16N-170 whitespace-pre-wrap">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
