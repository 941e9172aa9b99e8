import type { TFunction } from "i18next";

import { allGroups, type ClosedSurvey, type GroupDetail } from "../../domain/survey/result-page";
import { tableSheet, type Cell, type Sheet } from "../../domain/report/sheet";
import { longDay } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { listFile } from "../list-file";
import { resultGroupName } from "./names";
import { normText } from "./scales";

type Kind = "share" | "mean" | "answers" | "risk" | "count";
type Row = {
  group: string;
  kind: Kind;
  item: string;
  answer: string | null;
  value: number;
  people: number | null;
  reference: string | null;
};

/** Everything that was published of a survey, one figure a row. Comments are not in it. */
export function resultSheet(t: TFunction, locale: Locale, survey: ClosedSurvey): Sheet {
  const title = (locale === "en" && survey.titleEn) || survey.title;
  const whole = t("survey.results.group.all");
  const rate: Row = {
    ...{ group: whole, kind: "share", item: t("survey.results.file.rate"), answer: null, reference: null },
    ...{ value: rounded((survey.answered / Math.max(1, survey.eligible)) * 100), people: survey.answered },
  };
  const rows = [rate, ...allGroups(survey).flatMap((group) => groupRows(t, locale, survey.target, group))];
  const column = (heading: string, width: number, cell: (row: Row) => Cell) => ({ title: heading, width, cell });
  return tableSheet<Row>(
    {
      ...listFile(t, locale, t("survey.results.file.name"), survey.closedOn),
      heading: t("survey.results.file.heading", { title, day: longDay(survey.closedOn, locale) }),
    },
    [
      column(t("survey.results.file.group"), 28, (row) => row.group),
      column(t("survey.results.file.kind"), 12, (row) => t(`survey.results.file.kinds.${row.kind}`)),
      column(t("survey.results.file.item"), 44, (row) => row.item),
      column(t("survey.results.file.answer"), 28, (row) => row.answer),
      column(t("survey.results.file.value"), 12, (row) => row.value),
      column(t("survey.results.file.people"), 12, (row) => row.people),
      column(t("survey.results.file.reference"), 24, (row) => row.reference),
    ],
    rows,
  );
}

function groupRows(t: TFunction, locale: Locale, target: number, detail: GroupDetail): Row[] {
  const group = resultGroupName(t, locale, detail);
  const row = (kind: Kind, item: string, value: number, people: number | null, more: Partial<Row> = {}): Row => ({
    ...{ group, kind, item, value: rounded(value), people, answer: null, reference: null },
    ...more,
  });
  const { worthwhile, highStress } = detail;
  return [
    ...(worthwhile
      ? [
          row("share", t("survey.results.file.worthwhile"), worthwhile.percent, worthwhile.answered, {
            reference: `${target}%`,
          }),
        ]
      : []),
    ...detail.scales.map((scale) =>
      row("mean", scale.name[locale], scale.mean, scale.count, {
        reference: scale.norms.length > 0 ? normText(t, locale, scale) : null,
      }),
    ),
    ...(highStress ? [row("count", t("survey.results.file.highStress"), highStress.count, highStress.of)] : []),
    ...detail.risks.flatMap((risk) => {
      const item = t(`survey.results.risk.sex.${risk.sex}`);
      const part = (answer: string, value: number) =>
        row("risk", item, value, risk.count, { answer, reference: "100" });
      return [
        part(t("survey.results.risk.jobRisk"), risk.jobRisk),
        part(t("survey.results.risk.supportRisk"), risk.supportRisk),
        part(`${t("survey.results.risk.total")} (${t(`survey.results.risk.versions.${risk.version}`)})`, risk.total),
      ];
    }),
    ...[...detail.questions.satisfaction, ...detail.questions.health].flatMap((question) =>
      question.answers.map(({ text, count }) =>
        row("answers", question.text[locale], count, question.answered, { answer: text[locale] }),
      ),
    ),
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
