import { useTranslation } from "react-i18next";

/** ○ met or △ not met, as mark and word; without data a dash with words for screen readers. */
export function Judgement({ met }: { met: boolean | null }) {
  const { t } = useTranslation();
  if (met === null) return <span className="text-oln-16B-100 text-solid-gray-700">{t("common.noDataLong")}</span>;
  return (
    <span className={`text-oln-16B-100 whitespace-nowrap ${met ? "text-success-2" : "text-error-2"}`}>
      {t(met ? "common.met" : "common.notMet")}
    </span>
  );
}
