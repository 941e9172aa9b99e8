import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { linkAddress } from "~/auth/addresses.server";
import { notFound, requirePlatform } from "~/auth/require.server";
import { Button } from "~/components/button";
import { CopyLink } from "~/components/copy-link";
import { DataTable, type Column } from "~/components/data-table";
import { useDone } from "~/components/done";
import { Moment } from "~/components/moment";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { findAccount, type AccountMembership } from "~/domain/access/account-list.server";
import {
  createResetLink,
  endMembership,
  renewInvitation,
  setDisabled,
  signOutPerson,
} from "~/domain/access/change-account.server";
import { LINK_HOURS } from "~/domain/access/one-time-link.server";
import { now } from "~/lib/clock.server";

export const meta = titled((t) => t("admin.users.title"));

/** One person: memberships, and what can be done about their sign-in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const account = await findAccount(platform, params.userId ?? "", now());
  if (!account) throw notFound();
  return { ...account, createdAt: account.createdAt.toISOString() };
}

const schema = z.object({
  intent: z.enum(["end", "renew", "reset", "signOut", "disable", "enable"]),
  membershipId: z.uuid().optional(),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.invite");
  const at = now();
  const account = await findAccount(platform, params.userId ?? "", at);
  const parsed = schema.safeParse(Object.fromEntries(await request.formData()));
  if (!account || !parsed.success) throw notFound();
  const { intent, membershipId } = parsed.data;
  const ownMembership = account.memberships.find((one) => one.id === membershipId)?.id ?? "";
  if ((intent === "end" || intent === "renew") && ownMembership === "") throw notFound();
  if (intent === "renew" || intent === "reset") {
    const link =
      intent === "reset"
        ? await createResetLink(platform, account.id, at)
        : await renewInvitation(platform, ownMembership, at);
    if (!link.ok) return { problem: link.problem, link: null };
    const hours = intent === "reset" ? LINK_HOURS.reset : LINK_HOURS.invitation;
    return { problem: null, link: { address: linkAddress(request, link.token), hours } };
  }
  if (intent === "signOut") await signOutPerson(platform, account.id);
  else {
    const change =
      intent === "end"
        ? await endMembership(platform, ownMembership, at)
        : await setDisabled(platform, account.id, intent === "disable", at);
    if (!change.ok) return { problem: change.problem, link: null };
  }
  throw redirect(`/admin/users/${account.id}?done=${intent}`);
}

const DONE = ["end", "signOut", "disable", "enable"] as const;

export default function User() {
  const { t } = useTranslation();
  const account = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const doneWord = useDone();
  const done = DONE.find((one) => one === doneWord);
  return (
    <Page
      title={account.name || account.email}
      lead={`${account.email} ${t(`admin.users.${account.state}`)}`}
      crumbs={[{ to: "/admin/users", label: t("admin.users.title") }]}
    >
      {result?.problem && <Notice kind="error" title={t(`admin.user.problem.${result.problem}`)} />}
      {result?.link && (
        <CopyLink title={t("admin.user.linkDone")} address={result.link.address} hours={result.link.hours} />
      )}
      {!result && done && <Notice kind="success" title={t(`admin.user.done.${done}`)} />}
      <Section id="memberships" title={t("admin.user.memberships")} note={t("admin.user.membershipsNote")}>
        <Memberships rows={account.memberships} />
      </Section>
      <Section id="access" title={t("admin.user.access")}>
        <p>
          {t("admin.user.registered")} <Moment at={account.createdAt} />
          <span className="ml-6">{t("admin.user.sessions", { count: account.sessions })}</span>
        </p>
        <Form method="post" className="mt-4 flex flex-wrap gap-3">
          {account.state === "active" && (
            <Button look="outline" name="intent" value="reset">
              {t("admin.user.reset")}
            </Button>
          )}
          {account.sessions > 0 && (
            <Button look="outline" name="intent" value="signOut">
              {t("admin.user.signOut")}
            </Button>
          )}
          {account.state === "disabled" ? (
            <Button look="outline" name="intent" value="enable">
              {t("admin.user.enable")}
            </Button>
          ) : (
            <Button look="danger" name="intent" value="disable">
              {t("admin.user.disable")}
            </Button>
          )}
        </Form>
      </Section>
    </Page>
  );
}

function Memberships({ rows }: { rows: AccountMembership[] }) {
  const { t } = useTranslation();
  const columns: Column<AccountMembership>[] = [
    { key: "role", title: t("admin.users.role"), rowHeader: true, cell: (row) => t(`glossary.access.${row.role}`) },
    {
      key: "place",
      title: t("admin.user.place"),
      cell: (row) => [row.wardName, row.contractCode].filter(Boolean).join(" ") || "—",
    },
    { key: "state", title: t("admin.users.state"), cell: (row) => t(`admin.users.${row.state}`) },
    {
      key: "actions",
      title: t("auth.people.actions"),
      cell: (row) =>
        row.state === "ended" ? (
          "—"
        ) : (
          <Form method="post" className="flex flex-wrap gap-2">
            <input type="hidden" name="membershipId" value={row.id} />
            {row.state === "invited" && (
              <Button look="text" name="intent" value="renew">
                {t("admin.user.renew")}
              </Button>
            )}
            <Button look="text" name="intent" value="end">
              {t("admin.user.end")}
            </Button>
          </Form>
        ),
    },
  ];
  return <DataTable caption={t("admin.user.memberships")} columns={columns} rows={rows} rowKey={(row) => row.id} />;
}

export { PageError as ErrorBoundary } from "~/components/page-error";
