import { useTranslation } from "react-i18next";

import { shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { DataTable, type Column } from "../data-table";
import { useLocale } from "../locale";
import { Section } from "../page";

export type ListedContract = {
  id: string;
  code: string;
  contractor: string;
  contractorEn: string | null;
  startsOn: Day;
  endsOn: Day;
  people: number;
};
export type ListedWard = {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  people: number;
  contracts: ListedContract[];
};

/** Wards one below the other, each with its contracts as a table. */
export function WardList({ wards }: { wards: ListedWard[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const inLocale = (ja: string, en: string | null) => (locale === "en" ? (en ?? ja) : ja);
  const columns: Column<ListedContract>[] = [
    { key: "code", title: t("admin.wards.code"), rowHeader: true, cell: (row) => row.code },
    {
      key: "contractor",
      title: t("admin.wards.contractor"),
      cell: (row) => inLocale(row.contractor, row.contractorEn),
    },
    {
      key: "period",
      title: t("admin.wards.period"),
      cell: (row) => `${shortDay(row.startsOn, locale)} – ${shortDay(row.endsOn, locale)}`,
    },
    {
      key: "people",
      title: t("admin.wards.people"),
      align: "end",
      cell: (row) => t("common.people", { count: row.people }),
    },
  ];
  return wards.map((ward) => {
    const name = inLocale(ward.name, ward.nameEn);
    const note = `${t("admin.wards.wardCode", { code: ward.code })} ${t("admin.wards.wardPeople", { count: ward.people })}`;
    return (
      <Section key={ward.id} id={`ward-${ward.code}`} title={name} note={note}>
        {ward.contracts.length === 0 ? (
          <p>{t("admin.wards.noContracts")}</p>
        ) : (
          <DataTable
            caption={t("admin.wards.caption", { ward: name })}
            columns={columns}
            rows={ward.contracts}
            rowKey={(row) => row.id}
          />
        )}
      </Section>
    );
  });
}
