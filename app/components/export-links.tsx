import { useTranslation } from "react-i18next";

const LOOK =
  "inline-flex min-h-12 items-center justify-center rounded-8 border border-key-900 bg-white px-5 text-oln-16B-100 text-key-900 no-underline hover:bg-key-50";

/** Downloads of the list as it is filtered: Excel, and CSV in both encodings. */
export function ExportLinks({ to }: { to: string }) {
  const { t } = useTranslation();
  const address = (format: string) => {
    const [path, search] = to.split("?");
    const params = new URLSearchParams(search);
    params.delete("page");
    params.set("format", format);
    return `${path}?${params}`;
  };
  return (
    <>
      <a href={address("xlsx")} download className={LOOK}>
        {t("figures.exportXlsx")}
      </a>
      <a href={address("csv")} download className={LOOK}>
        {t("figures.exportCsv")}
      </a>
      <a href={address("csv-cp932")} download className={LOOK}>
        {t("figures.exportCsvOld")}
      </a>
    </>
  );
}
