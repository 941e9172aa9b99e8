import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { SelfCheck } from "~/components/survey/self-check";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("survey.check.title"));

/** Only the day: what is answered here never reaches the server. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requirePeople(request, "survey.answer");
  return { day: today() };
}

export default function SelfCheckPage() {
  const { t } = useTranslation();
  const { day } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("survey.check.title")}
      lead={t("survey.check.lead")}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/surveys", label: t("survey.answer.listTitle") },
      ]}
    >
      <div className="max-w-2xl">
        <SelfCheck day={day} />
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
