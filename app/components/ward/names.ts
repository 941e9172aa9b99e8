import type { TFunction } from "i18next";

import type { Locale } from "../../i18n/resources";

type Named = { name: string | null; nameEn: string | null };
export type NamedContract = Named & {
  contractCode: string;
  contractorName: string;
  contractorNameEn: string | null;
};

/** A contract by its contractor and code: contracts of one ward often share a name. */
export function contractName(locale: Locale, contract: NamedContract): string {
  const { contractorName, contractorNameEn, contractCode } = contract;
  return locale === "en"
    ? `${contractorNameEn ?? contractorName} (${contractCode})`
    : `${contractorName}（${contractCode}）`;
}

/** What the contract is called in its own papers, where it has a name. */
export function ownName(locale: Locale, contract: Named): string {
  return (locale === "en" ? (contract.nameEn ?? contract.name) : contract.name) ?? "";
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
