import { useTranslation } from "react-i18next";

import { LOAD_BANDS } from "../../domain/flag/disclosure";
import type { StaffingGroup } from "../../domain/simulator/schema";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";
import { groupName } from "../ward/names";

/** For a ward: how many of each group are expected in which band of their caps, as it is and under the plan. */
export function GroupTable({ groups }: { groups: StaffingGroup[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const bands = (key: "before" | "after", text: "now" | "plan") =>
    LOAD_BANDS.map((band): Column<StaffingGroup> => ({
      ...{ key: `${key}.${band}`, align: "end" },
      title: t(`simulator.groups.${text}`, { band: t(`flag.ward.band.${band}`) }),
      cell: (group) => t("common.people", { count: group[key][band] }),
    }));
  return (
    <Section id="groups" title={t("simulator.groups.title")} note={t("simulator.groups.note")}>
      <DataTable
        caption={t("simulator.groups.title")}
        rows={groups}
        rowKey={(group) => groupName(t, locale, group)}
        minWidth="min-w-[60rem]"
        columns={[
          {
            key: "group",
            title: t("simulator.groups.group"),
            cell: (group) => groupName(t, locale, group),
            rowHeader: true,
          },
          {
            ...{ key: "people", title: t("simulator.groups.people"), align: "end" },
            cell: (group) => t("common.people", { count: group.supportStaff }),
          },
          ...bands("before", "now"),
          ...bands("after", "plan"),
        ]}
      />
    </Section>
  );
}
