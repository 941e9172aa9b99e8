import { useTranslation } from "react-i18next";

import { LOAD_BANDS, type Distribution } from "../../domain/flag/disclosure";
import { Bars } from "../charts/bars";
import { useLocale } from "../locale";
import { groupName, type NamedGroup } from "./names";

/** How many workers are in each band of yearly cases against the cap, per group that is large enough. */
export function LoadBands({ groups }: { groups: (NamedGroup & { bands: Distribution | null })[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = groups.flatMap(({ bands, ...group }) => (bands ? [{ bands, group }] : []));
  if (shown.length === 0) return <p className="text-std-16N-170">{t("ward.contract.bandsWithheld")}</p>;
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      {shown.map(({ bands, group }) => {
        const name = groupName(t, locale, group);
        return (
          <Bars
            key={name}
            title={t("ward.contract.bandsTitle", { group: name })}
            description={t("ward.contract.bandsDescription", { group: name, people: group.supportStaff })}
            bars={LOAD_BANDS.map((band) => ({
              ...{ key: band, label: t(`flag.ward.band.${band}`), value: bands[band] },
              alarm: band === "upTo120" || band === "over120",
            }))}
            columns={[t("ward.contract.band"), t("ward.contract.peopleColumn")]}
            format={(value) => t("common.people", { count: value })}
          />
        );
      })}
    </div>
  );
}
