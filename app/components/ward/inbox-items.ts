import type { TFunction } from "i18next";

import { gravity, type RuleKey } from "../../domain/flag/finding";
import type { Severity } from "../../domain/workforce/vocabulary";
import { wardFlagText, type WardFlagInWords } from "../../i18n/flag-text";
import type { Locale } from "../../i18n/resources";
import type { InboxItem } from "../flag-inbox";
import { contractName, groupName, type NamedContract, type NamedGroup } from "./names";

export type ShownWardFlag = WardFlagInWords & { severity: Severity } & NamedGroup;
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
 * Contracts with a name are named and linked; on a contract's own page there are none.
 */
export function wardInboxItems(
  t: TFunction,
  locale: Locale,
  contracts: readonly ContractFlags[],
  names: ReadonlyMap<string, NamedContract>,
  wanted: Wanted = {},
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
      ...(contract && { action: { to: `/ward/contracts/${contractId}`, label: t("ward.inbox.open") } }),
    };
  });
}
