import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { requirePeople } from "~/auth/require.server";
import { DateList } from "~/components/course/date-list";
import { useDone } from "~/components/done";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { listOpenDates, signUp, withdraw } from "~/domain/course/sign-up.server";
import { today } from "~/lib/clock.server";

export const meta = titled((t) => t("course.open.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const day = today();
  return { day, dates: await listOpenDates(people, day) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "own.log");
  const form = await request.formData();
  const dateId = z.uuid().safeParse(form.get("dateId")).data;
  const done = (word: string) => redirect(`/me/courses?done=${word}`);
  if (!dateId) return done("closed");
  if (form.get("intent") === "withdraw")
    return done((await withdraw(people, dateId, today())) ? "withdrawn" : "closed");
  return done(await signUp(people, dateId, today()));
}

const NOTICES = ["signed_up", "waiting", "withdrawn", "closed"] as const;

export default function OpenCourses() {
  const { t } = useTranslation();
  const { day, dates } = useLoaderData<typeof loader>();
  const word = useDone();
  const done = NOTICES.find((one) => one === word);
  const isOwn = (status: string | null) => status === "signed_up" || status === "waiting";
  const own = dates.filter((date) => date.heldOn >= day && isOwn(date.ownStatus));
  const open = dates.filter((date) => date.heldOn >= day && !isOwn(date.ownStatus));
  const past = dates.filter((date) => date.heldOn < day);
  return (
    <Page
      title={t("course.open.title")}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/training", label: t("me.training.listTitle") },
      ]}
      lead={t("course.open.lead")}
    >
      {done && <Notice kind={done === "closed" ? "warning" : "success"}>{t(`course.open.done.${done}`)}</Notice>}
      <Section id="own" title={t("course.open.own")}>
        {own.length === 0 ? (
          <p className="text-std-16N-170">{t("course.open.noneOwn")}</p>
        ) : (
          <DateList dates={own} day={day} />
        )}
      </Section>
      <Section id="open" title={t("course.open.others")} note={t("course.open.seatsNote")}>
        {open.length === 0 ? (
          <EmptyState title={t("course.open.empty")}>{t("course.open.emptyText")}</EmptyState>
        ) : (
          <DateList dates={open} day={day} />
        )}
      </Section>
      {past.length > 0 && (
        <Section id="past" title={t("course.open.past")}>
          <DateList dates={past} day={day} />
        </Section>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
