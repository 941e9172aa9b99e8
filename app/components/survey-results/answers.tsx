import { useTranslation } from "react-i18next";

import type { QuestionFigure } from "../../domain/survey/result-view";
import type { Family } from "../../domain/survey/results";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { percentOf } from "./names";

/** From pale to dark: the order of the answers, readable in print; each part is named beside the bar. */
const FILLS = [
  "var(--color-key-50)",
  "var(--color-key-200)",
  "var(--color-key-400)",
  "var(--color-key-700)",
  "var(--color-key-1000)",
] as const;

/** How answers are spread over each question: a bar with its parts in words, and the same as a table. */
export function AnswerSection({ family, questions }: { family: Family; questions: QuestionFigure[] }) {
  const { t } = useTranslation();
  const title = t(`survey.results.answers.title.${family}`);
  if (questions.length === 0) return null;
  return (
    <Section id={`answers-${family}`} title={title}>
      <details open={family === "satisfaction" || undefined}>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-std-16N-170">
          {t("survey.results.answers.show", { count: questions.length })}
        </summary>
        <ul className="divide-y divide-solid-gray-300">
          {questions.map((question) => (
            <li key={question.key} className="break-inside-avoid py-3">
              <Spread question={question} />
            </li>
          ))}
        </ul>
        <details className="print:hidden">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center text-std-16N-170">
            {t("survey.results.answers.table")}
            <span className="sr-only">：{title}</span>
          </summary>
          <SpreadTables title={title} questions={questions} />
        </details>
      </details>
    </Section>
  );
}

function Spread({ question }: { question: QuestionFigure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { answers, answered } = question;
  const parts = answers.map(({ text, count }) =>
    t("survey.results.answers.part", { answer: text[locale], count, percent: percentOf(count, answered) }),
  );
  const width = 600;
  let start = 0;
  return (
    <>
      <p className="text-std-16N-170">{question.text[locale]}</p>
      <svg
        role="img"
        aria-label={t("survey.results.answers.label", {
          ...{ question: question.text[locale], parts: parts.join(t("survey.results.answers.partJoin")) },
        })}
        viewBox={`0 0 ${width} 20`}
        preserveAspectRatio="none"
        className="mt-1 h-5 w-full max-w-2xl border border-solid-gray-420"
      >
        {answers.map(({ count }, index) => {
          const length = answered === 0 ? 0 : (count / answered) * width;
          const from = start;
          start += length;
          return <rect key={index} x={from} y="0" width={length} height="20" fill={FILLS[index % FILLS.length]} />;
        })}
      </svg>
      <p className="mt-1 flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-800" aria-hidden="true">
        {parts.map((part, index) => (
          <span key={index} className="inline-flex items-center gap-1">
            <svg viewBox="0 0 12 12" className="size-3 shrink-0">
              <rect width="12" height="12" fill={FILLS[index % FILLS.length]} stroke="#767676" />
            </svg>
            {part}
          </span>
        ))}
      </p>
    </>
  );
}

/** One table for each run of questions with the same answers. */
function SpreadTables({ title, questions }: { title: string; questions: QuestionFigure[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const runs: QuestionFigure[][] = [];
  const answersOf = (question: QuestionFigure | undefined) =>
    question?.answers.map(({ text }) => text[locale]).join("|");
  for (const question of questions) {
    const last = runs.at(-1);
    if (last && answersOf(last[0]) === answersOf(question)) last.push(question);
    else runs.push([question]);
  }
  return runs.map((run, index) => {
    const columns: Column<QuestionFigure>[] = [
      {
        ...{ key: "question", title: t("survey.results.answers.question"), rowHeader: true },
        cell: (row) => row.text[locale],
      },
      ...(run[0]?.answers ?? []).map(({ text }, place): Column<QuestionFigure> => ({
        ...{ key: String(place), title: text[locale], align: "end" },
        cell: (row) => {
          const count = row.answers[place]?.count ?? 0;
          return t("survey.results.answers.count", { count, percent: percentOf(count, row.answered) });
        },
      })),
      {
        ...{ key: "answered", title: t("survey.results.answers.answered"), align: "end" },
        cell: (row) => t("common.people", { count: row.answered }),
      },
    ];
    return (
      <div key={index} className="mt-3">
        <DataTable
          {...{ caption: `${title} ${index + 1}`, columns, rows: run, minWidth: "min-w-[48rem]" }}
          rowKey={({ key }) => key}
        />
      </div>
    );
  });
}
