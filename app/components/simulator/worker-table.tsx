import { useTranslation } from "react-i18next";

import type { StaffingWorker } from "../../domain/simulator/schema";
import { decimal } from "../../i18n/format";
import { DataTable } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { intervalText } from "./lines";

/** For a contractor: each support worker's expected cases as it is and under the plan. Who is no longer named keeps the code. */
export function WorkerTable({
  workers,
  names,
}: {
  workers: StaffingWorker[];
  names: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const write = (value: number) => decimal(value, locale);
  const text = ({ cap }: StaffingWorker, { mean, low, high }: StaffingWorker["after"]) => {
    const value = intervalText(t, { low, expected: mean, high }, write);
    return mean > cap ? t("simulator.workers.over", { value }) : value;
  };
  return (
    <Section id="workers" title={t("simulator.workers.title")} note={t("simulator.workers.note")}>
      <DataTable
        caption={t("simulator.workers.title")}
        rows={workers}
        rowKey={(worker) => worker.staffCode}
        columns={[
          {
            ...{ key: "name", title: t("simulator.workers.name"), rowHeader: true },
            cell: (worker) => names[worker.staffCode] ?? worker.staffCode,
          },
          { key: "soFar", title: t("simulator.workers.soFar"), cell: (worker) => write(worker.soFar), align: "end" },
          { key: "cap", title: t("simulator.workers.cap"), cell: (worker) => write(worker.cap), align: "end" },
          {
            key: "now",
            title: t("simulator.workers.now"),
            cell: (worker) => text(worker, worker.before),
            align: "end",
          },
          {
            key: "plan",
            title: t("simulator.workers.plan"),
            cell: (worker) => text(worker, worker.after),
            align: "end",
          },
        ]}
      />
    </Section>
  );
}
