import { useTranslation } from "react-i18next";

/** What the fields of a training record are called. */
export function useTrainingLabels() {
  const { t } = useTranslation();
  return {
    ...{ attendedOn: t("me.training.day"), title: t("me.training.name"), topic: t("me.training.topic") },
    ...{ format: t("me.training.format"), hours: t("me.training.hours"), provider: t("me.training.provider") },
    ...{ inWorkingTime: t("me.training.inWorkingTimeField"), publiclyFunded: t("me.training.publiclyFundedField") },
  };
}
