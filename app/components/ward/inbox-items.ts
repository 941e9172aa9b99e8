import type { TFunction } from "i18next";

import { gravity, type RuleKey } from "../../domain/flag/finding";
import { groupKey } from "../../domain/improvement/group";
import type { Severity } from "../../domain/workforce/vocabulary";
import { wardFlagText, type WardFlagInWords } from "../../i18n/flag-text";
import type { Locale } from "../../i18n/resources";
import type { Day } from "../../lib/calendar";
import type { InboxItem } from "../flag-inbox";
import { contractName, groupName, type NamedContract, type NamedGroup } from "./names";

export type ShownWardFlag = WardFlagInWords & { severity: Severity } & NamedGroup & {
    offices: { officeCode: string; name: string; nameEn: string | null }[];
  };
export type ContractFlags = { contractId: string; flags: ShownWardFlag[] };

type Wanted = { severity?: Severity | null; rule?: RuleKey | null };

/** The flags that fit, the gravest first. */
export function selectWardFlags<F extends ShownWardFlag>(
  contracts: readonly { contractId: string; flags: F[] }[],
  wanted: Wanted,
): { contractId: string; flag: F }[] {
  return contracts
    .flatMap(({ contractId, flags }) => flags.map((flag) => ({ contractId, flag })))
    .filter(({ flag }) => !wanted.severity || flag.severity === wanted.severity)
    .filter(({ flag }) => !wanted.rule || flag.rule === wanted.rule)
    .sort((a, b) => gravity(b.flag.severity) - gravity(a.flag.severity));
}

/**
 * The flags of a ward's contracts as entries of an inbox, the gravest first; none of them names a worker.
 * Contracts with a name are named; on a contract's own page there are none. Each leads to the group's own page, as of the day.
 */
export function wardInboxItems(
  t: TFunction,
  locale: Locale,
  contracts: readonly ContractFlags[],
  names: ReadonlyMap<string, NamedContract>,
  wanted: Wanted = {},
  asOf?: { day: Day; today: Day },
): InboxItem[] {
  return selectWardFlags(contracts, wanted).map(({ contractId, flag }) => {
    const contract = names.get(contractId);
    const place = groupName(t, locale, flag);
    const [first = "", ...more] = wardFlagText(t, locale, flag);
    const words = { office: place, finding: first };
    return {
      key: `${contractId} ${flag.rule} ${place}`,
      severity: flag.severity,
      sentence: contract
        ? t("ward.inbox.sentence", { contract: contractName(locale, contract), ...words })
        : t("ward.inbox.within", words),
      more,
      place: t(`flag.rule.${flag.rule}.name`),
      action: { to: groupPath(contractId, flag, asOf), label: t("ward.inbox.open") },
    };
  });
}

/** The page of one rule and group of a contract. */
function groupPath(contractId: string, flag: ShownWardFlag, asOf?: { day: Day; today: Day }): string {
  const path = `/ward/contracts/${contractId}/flags/${flag.rule}/${encodeURIComponent(groupKey(flag))}`;
  return !asOf || asOf.day === asOf.today ? path : `${path}?asOf=${asOf.day}`;
}
