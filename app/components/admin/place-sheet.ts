import type { TFunction } from "i18next";

import { tableSheet, type Sheet } from "../../domain/report/sheet";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import { nameIn } from "../contractor/inbox-items";
import { listFile } from "../list-file";
import type { ListedContract, ListedWard } from "./ward-list";

type Row = { ward: ListedWard; contract: ListedContract | null };

/** Wards and contracts as a file, one row a contract; a ward without any has a row of its own. */
export function placeSheet(t: TFunction, locale: Locale, day: Day, wards: readonly ListedWard[]): Sheet {
  const rows = wards.flatMap((ward): Row[] =>
    ward.contracts.length > 0 ? ward.contracts.map((contract) => ({ ward, contract })) : [{ ward, contract: null }],
  );
  return tableSheet<Row>(
    listFile(t, locale, t("requirement.file.places"), day),
    [
      { title: t("requirement.file.wardCode"), cell: ({ ward }) => ward.code },
      { title: t("requirement.file.wardName"), cell: ({ ward }) => nameIn(locale, ward.name, ward.nameEn) },
      { title: t("requirement.file.wardPeople"), format: "0", cell: ({ ward }) => ward.people },
      { title: t("requirement.file.contractCode"), cell: ({ contract }) => contract?.code ?? null },
      {
        ...{ title: t("requirement.file.contractor"), width: 28 },
        cell: ({ contract }) => contract && nameIn(locale, contract.contractor, contract.contractorEn),
      },
      { title: t("requirement.file.startsOn"), cell: ({ contract }) => contract?.startsOn ?? null },
      { title: t("requirement.file.endsOn"), cell: ({ contract }) => contract?.endsOn ?? null },
      { title: t("requirement.file.contractPeople"), format: "0", cell: ({ contract }) => contract?.people ?? null },
    ],
    rows,
  );
}
