import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requirePeople } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { PayHistory, RankHistory } from "~/components/career/history-tables";
import { LadderView } from "~/components/career/ladder-view";
import { PostList } from "~/components/career/post-list";
import { HeldList } from "~/components/career/qualification-list";
import { RenewalSummary } from "~/components/career/renewal-view";
import { useDone } from "~/components/done";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { getOwnCareer } from "~/domain/career/careers.server";
import { listOwnHeld } from "~/domain/qualification/register.server";
import { getOwnRenewal } from "~/domain/qualification/renewals.server";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("career.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.read");
  const [day, staffId] = [today(), actor.membership.staffId ?? ""];
  const [held, renewal, career] = await Promise.all([
    listOwnHeld(people, staffId),
    getOwnRenewal(people, staffId, day),
    getOwnCareer(people, staffId, day),
  ]);
  return { day, held, renewal: renewal?.renewal ?? null, career };
}

const DONE = ["added", "changed", "removed", "postAdded", "postChanged", "postRemoved"] as const;

export default function MyCareer() {
  const { t } = useTranslation();
  const { day, held, renewal, career } = useLoaderData<typeof loader>();
  const said = useDone();
  const done = DONE.find((one) => one === said);
  return (
    <Page title={t("career.title")} lead={t("career.lead")} crumbs={[{ to: "/me", label: t("me.title") }]}>
      {done && <Notice kind="success">{t(`career.done.${done}`)}</Notice>}
      <Section
        id="qualifications"
        title={t("career.qualification.title")}
        note={t("career.qualification.note")}
        actions={<LinkButton to="/me/career/qualifications/new">{t("career.qualification.add")}</LinkButton>}
      >
        {held.length === 0 ? (
          <EmptyState title={t("career.qualification.none")}>{t("career.qualification.noneText")}</EmptyState>
        ) : (
          <HeldList rows={held} day={day} to={(row) => `/me/career/qualifications/${row.id}`} />
        )}
      </Section>
      {renewal && (
        <Section id="renewal" title={t("career.renewal.title")}>
          <RenewalSummary renewal={renewal} />
          <p className="mt-3">
            <LinkButton to="/me/career/renewal" look="outline">
              {t("career.renewal.open")}
            </LinkButton>
          </p>
        </Section>
      )}
      {career && (
        <>
          <Section id="ladder" title={t("career.ladder.title")}>
            <LadderView ladder={career.ladder} />
          </Section>
          <Section
            id="posts"
            title={t("career.post.title")}
            note={t("career.post.note")}
            actions={
              <LinkButton to="/me/career/posts/new" look="outline">
                {t("career.post.add")}
              </LinkButton>
            }
          >
            {career.posts.length === 0 ? (
              <EmptyState title={t("career.post.none")}>{t("career.post.noneText")}</EmptyState>
            ) : (
              <PostList posts={career.posts} to={(post) => `/me/career/posts/${post.id}`} />
            )}
          </Section>
          <Section id="ranks" title={t("career.history.ranks")}>
            <RankHistory rows={career.ranks} />
          </Section>
          <Section id="pay" title={t("career.history.pay")} note={t("career.history.payNote")}>
            {career.pay.length > 0 ? (
              <PayHistory rows={career.pay} />
            ) : (
              <p className="text-std-16N-170">{t("career.history.noPay")}</p>
            )}
          </Section>
        </>
      )}
      <p className="mt-10">
        <LinkButton to="/me/record" look="outline">
          {t("record.title")}
        </LinkButton>
      </p>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
