import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Measure, Plan } from "../../domain/improvement/plan";
import { shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { DataTable } from "../data-table";
import { useLocale } from "../locale";
import { StatusMark } from "../status";

/** A plan's measures; those who carry it out tick them off here. */
export function MeasureTable({ plan, day, mayMark }: { plan: Plan; day: Day; mayMark: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <DataTable<Measure>
      caption={t("improvement.plan.measures")}
      rows={plan.measures}
      rowKey={(measure) => measure.measureId}
      columns={[
        { key: "text", title: t("improvement.field.text"), rowHeader: true, cell: (measure) => measure.text },
        { key: "kind", title: t("improvement.field.kind"), cell: ({ kind }) => t(`improvement.kind.${kind}`) },
        { key: "owner", title: t("improvement.field.owner"), cell: ({ owner }) => t(`improvement.owner.${owner}`) },
        { key: "due", title: t("improvement.field.due"), cell: ({ dueOn }) => shortDay(dueOn, locale) },
        {
          ...{ key: "state", title: t("improvement.list.status") },
          cell: (measure) => <State measure={measure} isRunning={plan.status === "agreed"} day={day} />,
        },
        ...(mayMark
          ? [
              {
                ...{ key: "mark", title: t("improvement.list.next") },
                cell: (measure: Measure) => <Mark measure={measure} version={plan.version} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function State({ measure, isRunning, day }: { measure: Measure; isRunning: boolean; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (measure.doneOn)
    return <StatusMark tone="ok" word={t("improvement.plan.doneOn", { day: shortDay(measure.doneOn, locale) })} />;
  if (isRunning && measure.dueOn < day) return <StatusMark tone="none" word={t("improvement.plan.late")} />;
  return <StatusMark tone="planned" word={t("improvement.plan.notDone")} />;
}

function Mark({ measure, version }: { measure: Measure; version: number }) {
  const { t } = useTranslation();
  const sending = useNavigation().formMethod === "POST";
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="measureId" value={measure.measureId} />
      <input type="hidden" name="done" value={measure.doneOn ? "0" : "1"} />
      <Button look="outline" className="min-h-11" name="intent" value="measure" aria-disabled={sending || undefined}>
        {t(measure.doneOn ? "improvement.plan.markUndone" : "improvement.plan.markDone")}
        <span className="sr-only">：{measure.text}</span>
      </Button>
    </Form>
  );
}
