import type { LoaderFunctionArgs } from "@remix-run/node";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";

const ITEMS = [
  ...(["caseload", "training", "supervision", "content", "qualification", "career", "carried", "conditions"] as const),
  ...(["pay", "flags", "comments", "agreed", "answers", "requests", "clients"] as const),
];
const WHO = ["you", "supervisor", "manager", "ward"] as const;

export const meta = titled((t) => t("me.visibility.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePeople(request, "own.read");
  return null;
}

export default function Visibility() {
  const { t } = useTranslation();
  return (
    <Page
      title={t("me.visibility.title")}
      lead={t("me.visibility.lead")}
      crumbs={[{ to: "/me", label: t("me.title") }]}
    >
      <Notice kind="info">{t("me.visibility.principle")}</Notice>
      <div className="mt-8 grid gap-6 md:grid-cols-2">
        {ITEMS.map((item) => (
          <section key={item} aria-labelledby={item} className="rounded-12 border border-solid-gray-300 px-5 py-4">
            <h2 id={item} className="text-std-18B-160">
              {t(`me.visibility.items.${item}.title`)}
            </h2>
            <dl className="mt-2 divide-y divide-solid-gray-200">
              {WHO.map((who) => (
                <div key={who} className="grid grid-cols-[9rem_1fr] gap-3 py-2 text-dns-16N-130">
                  <dt className="font-700">{t(`me.visibility.who.${who}`)}</dt>
                  <dd>{t(`me.visibility.items.${item}.${who}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
