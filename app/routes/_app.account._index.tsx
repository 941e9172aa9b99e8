import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { clientAddress } from "~/auth/addresses.server";
import { changeName, changePassword, devicesOf, signOutEverywhere } from "~/auth/devices.server";
import { setDigest, wantsDigest } from "~/auth/digest.server";
import { notFound, requireSignedIn } from "~/auth/require.server";
import { Button } from "~/components/button";
import { DataTable, type Column } from "~/components/data-table";
import { deviceName } from "~/components/device-name";
import { useDone } from "~/components/done";
import { TextField } from "~/components/field";
import { typed } from "~/components/form";
import { Moment } from "~/components/moment";
import { Notice } from "~/components/notice";
import { DigestSetting } from "~/components/notification/digest-setting";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { may, mayAs } from "~/domain/access/policy";
import { mailing } from "~/lib/env.server";
import { parseForm } from "~/lib/form";

export const meta = titled((t) => t("auth.account.title"));

type DeviceRow = { userAgent: string | null; signedInAt: string; lastUsedAt: string; here: boolean };

/** The own account: name, and where the person is signed in. */
export async function loader({ request }: LoaderFunctionArgs) {
  const signedIn = await requireSignedIn(request, "account.own");
  const devices: DeviceRow[] = (await devicesOf(signedIn)).map(({ signedInAt, lastUsedAt, ...device }) => ({
    ...device,
    signedInAt: signedInAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  }));
  const { name, email, membership } = signedIn.actor;
  const isTold = mayAs(membership, "notification.own");
  const digest = isTold ? { isOn: await wantsDigest(signedIn.actor), hasServer: mailing() !== null } : null;
  return { name, email, devices, hasCalendar: may(membership.role, "calendar.own"), digest };
}

const nameForm = z.object({ name: z.string().max(100) });

export async function action({ request, context }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request, "account.own");
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "signOutEverywhere") {
    throw redirect("/login", { headers: { "Set-Cookie": await signOutEverywhere(signedIn) } });
  }
  if (intent === "name") {
    const parsed = parseForm(nameForm, form);
    if (!parsed.ok) return { about: "name" as const, state: parsed };
    await changeName(signedIn, parsed.data.name);
    throw redirect("/account?done=name");
  }
  if (intent === "digest") {
    const isOn = form.get("digest") === "on";
    await setDigest(signedIn.actor, isOn);
    throw redirect(`/account?done=${isOn ? "digestOn" : "digestOff"}`);
  }
  if (intent !== "password") throw notFound();
  const [current, next] = [String(form.get("current") ?? ""), String(form.get("next") ?? "")];
  const changed = await changePassword(request, signedIn, { current, next, address: clientAddress(context) });
  if (!changed.ok) return { about: "password" as const, failure: { field: changed.field, problem: changed.problem } };
  throw redirect("/account?done=password", { headers: { "Set-Cookie": changed.cookie } });
}

export default function Account() {
  const { t, i18n } = useTranslation();
  const { name, email, devices, hasCalendar, digest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const done = useDone();
  const other = i18n.language === "en" ? ("ja" as const) : ("en" as const);
  const state = result?.about === "name" ? result.state : undefined;
  const failure = result?.about === "password" ? result.failure : undefined;
  return (
    <Page title={t("auth.account.title")} lead={email}>
      {!result && done === "name" && <Notice kind="success" title={t("auth.account.nameSaved")} />}
      {!result && done === "password" && <Notice kind="success" title={t("auth.account.passwordChanged")} />}
      {!result && done === "digestOn" && <Notice kind="success" title={t("notification.digest.turnedOn")} />}
      {!result && done === "digestOff" && <Notice kind="success" title={t("notification.digest.turnedOff")} />}
      <Section id="profile" title={t("auth.account.profile")}>
        <Form method="post">
          <TextField
            name="name"
            label={t("auth.welcome.name")}
            autoComplete="name"
            required
            problem={state?.problems.name}
            defaultValue={typed(state, "name", name)}
          />
          <div className="mt-4">
            <Button look="outline" name="intent" value="name">
              {t("auth.account.saveName")}
            </Button>
          </div>
        </Form>
        <Form method="post" action="/language" reloadDocument className="mt-6">
          <input type="hidden" name="locale" value={other} />
          <input type="hidden" name="next" value="/account" />
          <Button look="text" lang={other}>
            {t("auth.account.useLanguage", {
              language: other === "en" ? t("common.english") : t("common.japanese"),
              lng: other,
            })}
          </Button>
        </Form>
      </Section>
      {hasCalendar && (
        <Section id="calendar" title={t("calendar.title")}>
          <Link to="/calendar" className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("calendar.link")}
          </Link>
        </Section>
      )}
      {digest && <DigestSetting {...digest} />}
      <Section id="password" title={t("auth.account.password")}>
        {failure && <Notice kind="error" title={t(PROBLEMS[failure.problem])} />}
        <Form method="post">
          <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
          <TextField
            name="current"
            type="password"
            label={t("auth.account.current")}
            autoComplete="current-password"
            required
          />
          <TextField
            name="next"
            type="password"
            label={t("auth.account.next")}
            hint={t("auth.welcome.passwordHint")}
            autoComplete="new-password"
            required
          />
          <div className="mt-4">
            <Button look="outline" name="intent" value="password">
              {t("auth.account.changePassword")}
            </Button>
          </div>
        </Form>
      </Section>
      <Section id="devices" title={t("auth.account.devices")} note={t("auth.account.devicesNote")}>
        <Devices rows={devices} />
        <Form method="post" className="mt-4">
          <Button look="danger" name="intent" value="signOutEverywhere">
            {t("auth.account.signOutEverywhere")}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}

const PROBLEMS = {
  wrong: "auth.account.wrong",
  wait: "auth.account.wait",
  short: "auth.passwordProblem.short",
  long: "auth.passwordProblem.long",
  obvious: "auth.passwordProblem.obvious",
} as const;

function Devices({ rows }: { rows: DeviceRow[] }) {
  const { t } = useTranslation();
  const columns: Column<DeviceRow>[] = [
    {
      key: "device",
      title: t("auth.account.device"),
      rowHeader: true,
      cell: (row) => {
        const name = deviceName(row.userAgent) ?? t("auth.account.unknownDevice");
        return row.here ? `${name}（${t("auth.account.here")}）` : name;
      },
    },
    { key: "signedInAt", title: t("auth.account.signedInAt"), cell: (row) => <Moment at={row.signedInAt} /> },
    { key: "lastUsedAt", title: t("auth.account.lastUsedAt"), cell: (row) => <Moment at={row.lastUsedAt} /> },
  ];
  return (
    <DataTable
      caption={t("auth.account.devices")}
      columns={columns}
      rows={rows}
      rowKey={(row) => `${row.signedInAt} ${row.lastUsedAt} ${row.here}`}
    />
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
