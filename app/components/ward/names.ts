import type { TFunction } from "i18next";

import type { Locale } from "../../i18n/resources";

type Named = { name: string | null; nameEn: string | null };
export type NamedContract = Named & {
  contractCode: string;
  contractorName: string;
  contractorNameEn: string | null;
};

/** A contract by its own name, or by its contractor's. */
export function contractName(locale: Locale, contract: NamedContract): string {
  const own = locale === "en" ? (contract.nameEn ?? contract.name) : contract.name;
  return own ?? (locale === "en" ? (contract.contractorNameEn ?? contract.contractorName) : contract.contractorName);
}

export type NamedGroup = { scope: "office" | "pooled" | "contract"; offices: (Named | null)[]; supportStaff: number };

/** A group of offices by their names; several together say so. */
export function groupName(t: TFunction, locale: Locale, group: NamedGroup): string {
  if (group.scope === "contract") return t("ward.group.contract");
  const names = group.offices.map((office) =>
    office ? ((locale === "en" ? (office.nameEn ?? office.name) : office.name) ?? "") : t("ward.group.noOffice"),
  );
  const joined = names.join(locale === "en" ? ", " : "・");
  return group.scope === "pooled" ? t("ward.group.pooled", { offices: joined }) : joined;
}
