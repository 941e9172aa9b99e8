/** The demo's sign-ins in print: for the command that loads it and for the start of the app. */
import { textTable } from "../../app/cli/text-table";
import { translator, type Locale } from "../../app/i18n/i18n";
import { hasDemo } from "./load-demo";
import { DEMO_PASSWORD, demoSignIns } from "./sign-ins";

/** The demo's sign-ins as a table with a warning below. */
export function signInTable(locale: Locale): string {
  const t = translator(locale);
  const header = [
    t("operations.demo.role"),
    t("operations.demo.email"),
    t("operations.demo.password"),
    t("operations.demo.look"),
  ];
  const rows = demoSignIns.map(({ role, email, look }) => [
    t(`glossary.access.${role}`),
    email,
    DEMO_PASSWORD,
    look[locale],
  ]);
  return `${textTable(header, rows)}\n${t("operations.demo.warning")}`;
}

/** The table of sign-ins where the database holds the demo, otherwise null. */
export async function demoNotice(ownerUrl: string, locale: Locale): Promise<string | null> {
  return (await hasDemo(ownerUrl)) ? signInTable(locale) : null;
}
