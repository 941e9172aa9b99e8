import { useTranslation } from "react-i18next";

/** Lines that anyone in Japan can call. Numbers as their operators publish them; links are followed only by a tap. */
const LINES = [
  { key: "mimi", phone: "0120-565-455" },
  { key: "yorisoi", phone: "0120-279-338" },
  { key: "inochi", phone: "0120-061-338" },
] as const;
const SITE = "https://www.mhlw.go.jp/mamorouyokokoro/";

/** Where to get help, at the end of every check and survey. */
export function HelpLines() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="help" className="mt-8 rounded-12 bg-key-50 px-5 py-4">
      <h2 id="help" className="text-std-20B-150">
        {t("survey.check.helpTitle")}
      </h2>
      <p className="mt-1 text-std-17B-170">{t("survey.check.emergency")}</p>
      <ul className="mt-3 grid gap-3 text-std-16N-170">
        {LINES.map(({ key, phone }) => (
          <li key={key}>
            <span className="block">{t(`survey.check.lines.${key}`)}</span>
            <a
              href={`tel:${phone.replaceAll("-", "")}`}
              className="link inline-flex min-h-11 items-center text-std-18B-160"
            >
              {phone}
            </a>
            <span className="ml-2">
              {t("survey.check.free")}・{t(`survey.check.lines.${key}Hours`)}
            </span>
          </li>
        ))}
        <li>
          <a href={SITE} rel="noreferrer" className="link inline-flex min-h-11 items-center">
            {t("survey.check.lines.site")}
          </a>
          <span className="ml-2">{t("survey.check.lines.siteHours")}</span>
        </li>
        <li>
          {t("survey.check.lines.near")}
          <span className="ml-2">{t("survey.check.lines.nearHours")}</span>
        </li>
      </ul>
      <p className="mt-3 text-dns-14N-130 text-solid-gray-700">{t("survey.check.helpNote")}</p>
    </section>
  );
}
