import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";

import type { Caution, Obstacle } from "../../domain/redistribution/rules";
import type { Names, WhatIfWorker } from "../../domain/redistribution/schema";
import { decimal } from "../../i18n/format";
import type { Locale } from "../../i18n/resources";
import { nameIn } from "../contractor/inbox-items";
import { useLocale } from "../locale";

/** Why a case cannot move, as a sentence. */
export function obstacleText(t: TFunction, locale: Locale, obstacle: Obstacle): string {
  const room = "room" in obstacle ? decimal(obstacle.room, locale) : "";
  return t(`redistribution.obstacle.${obstacle.code}`, { room });
}

/** What speaks against a move, as a sentence. */
export function cautionText(t: TFunction, caution: Caution): string {
  return t(`redistribution.caution.${caution.code}`, { days: "days" in caution ? caution.days : 0 });
}

/** A worker's name; one who is no longer known goes by the code. */
export function personName({ people }: Names, worker: Pick<WhatIfWorker, "staffId" | "staffCode">): string {
  return people[worker.staffId] ?? worker.staffCode;
}

/** The name of a worker's office in the reader's language. */
export function useOfficeName({ offices }: Names): (officeId: string | null) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (officeId) => {
    const office = offices.find((one) => one.officeId === officeId);
    return office ? (nameIn(locale, office.name, office.nameEn) ?? office.name) : t("redistribution.workers.noOffice");
  };
}
