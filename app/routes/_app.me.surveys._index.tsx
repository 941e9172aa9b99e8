import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { useLocale } from "~/components/locale";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { OwnSurveys } from "~/components/survey/own-surveys";
import { listClosedCampaigns, listOwnCampaigns } from "~/domain/survey/campaigns.server";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("survey.answer.listTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "survey.answer");
  const [open, closed] = await Promise.all([listOwnCampaigns(people, today()), listClosedCampaigns(people)]);
  return { open, closed };
}

export default function Surveys() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { open, closed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("survey.answer.listTitle")}
      lead={t("survey.answer.listLead")}
      crumbs={[{ to: "/me", label: t("me.title") }]}
      actions={
        <LinkButton to="/me/self-check" look="outline">
          {t("survey.check.title")}
        </LinkButton>
      }
    >
      <div className="mt-6 max-w-3xl">
        {open.length > 0 ? (
          <OwnSurveys campaigns={open} />
        ) : (
          <EmptyState title={t("survey.answer.none")}>{t("survey.answer.noneText")}</EmptyState>
        )}
      </div>
      {closed.length > 0 && (
        <Section id="past" title={t("survey.answer.pastTitle")}>
          <ul className="grid gap-2 text-std-16N-170">
            {closed.map(({ id, title, titleEn }) => (
              <li key={id}>
                <Link to={`/me/surveys/${id}/results`} className="link">
                  {t("survey.answer.past", { title: locale === "en" ? (titleEn ?? title) : title })}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
