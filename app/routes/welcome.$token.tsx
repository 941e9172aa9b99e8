import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { currentActor } from "~/auth/require.server";
import { requireSameOrigin } from "~/auth/same-origin.server";
import { startSession } from "~/auth/sign-in.server";
import { acceptInvitation, readLink, useLink as takeLink, type OpenLink } from "~/auth/welcome.server";
import { Button, LinkButton } from "~/components/button";
import { Entrance } from "~/components/entrance";
import { TextField } from "~/components/field";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { Notice } from "~/components/notice";
import { titled } from "~/components/page-title";
import { localeOf } from "~/i18n/locale.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("auth.welcome.invitation"));

type Shown = Omit<OpenLink, "userId"> & { standing: "new" | "own" | "signedOut" | "other" };

/** What the link in the address leads to; it is not used by looking at it. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<{ link: Shown | null }> {
  const link = await readLink(params.token ?? "");
  if (!link) return { link: null };
  const actor = await currentActor(request);
  const signedIn = actor === null ? "signedOut" : actor.userId === link.userId ? "own" : "other";
  const { kind, email, name, hasAccount, role, placeName } = link;
  const standing = kind === "invitation" && hasAccount ? signedIn : "new";
  return { link: { kind, email, name, hasAccount, role, placeName, standing } };
}

const NAME = z.string().max(100);
const SCHEMAS = {
  invitation: z.object({ name: NAME, email: z.undefined().optional() }),
  first_admin: z.object({ name: NAME, email: z.email().max(320) }),
  reset: z.object({ name: z.undefined().optional(), email: z.undefined().optional() }),
};

export async function action({ request, params }: ActionFunctionArgs) {
  requireSameOrigin(request);
  const token = params.token ?? "";
  const form = await request.formData();
  if (form.get("intent") === "accept") {
    const actor = await currentActor(request);
    if (!actor || !(await acceptInvitation(token, actor))) return { problem: "gone" as const, state: undefined };
    throw redirect("/");
  }
  const password = String(form.get("password") ?? "");
  form.delete("password");
  const link = await readLink(token);
  if (!link) return { problem: "gone" as const, state: undefined };
  const parsed = parseForm(SCHEMAS[link.kind], form);
  if (!parsed.ok) return { problem: null, state: parsed };
  const used = await takeLink(token, { ...parsed.data, password, locale: localeOf(request) });
  if (!used.ok) return { problem: used.problem, state: { values: formValues(form), problems: {} } };
  const started = await startSession(request, used.userId);
  throw redirect(started?.home ?? "/login", started ? { headers: started.headers } : undefined);
}

export default function Welcome() {
  const { t } = useTranslation();
  const { link } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  if (!link || result?.problem === "gone") {
    return (
      <Entrance title={t("auth.welcome.gone")} lead={t("auth.welcome.goneMore")}>
        <div className="mt-6">
          <LinkButton to="/login">{t("auth.welcome.goSignIn")}</LinkButton>
        </div>
      </Entrance>
    );
  }
  const problem = result?.problem;
  return (
    <Entrance title={t(`auth.welcome.${link.kind}`)} lead={<Lead link={link} />}>
      {problem && (
        <Notice
          kind="error"
          title={problem === "emailTaken" ? t("auth.welcome.emailTaken") : t(`auth.passwordProblem.${problem}`)}
        />
      )}
      {link.standing === "new" ? <PasswordForm link={link} state={result?.state} /> : <Acceptance link={link} />}
    </Entrance>
  );
}

function Lead({ link }: { link: Shown }) {
  const { t } = useTranslation();
  const place = link.placeName ?? t("common.appTitle");
  const role = link.role ? t(`glossary.access.${link.role}`) : "";
  if (link.kind === "reset") return t("auth.welcome.leadReset", { email: link.email });
  if (link.kind === "first_admin") return t("auth.welcome.leadFirstAdmin");
  return link.standing === "new"
    ? t("auth.welcome.leadInvitation", { place, role })
    : t("auth.welcome.acceptLead", { place, role });
}

function PasswordForm({ link, state }: { link: Shown; state: FormState | undefined }) {
  const { t } = useTranslation();
  const isNew = link.kind !== "reset";
  const labels = { name: t("auth.welcome.name"), email: t("auth.login.email") };
  return (
    <Form method="post" reloadDocument>
      <ErrorSummary state={state && Object.keys(state.problems).length > 0 ? state : undefined} labels={labels} />
      {link.kind === "first_admin" ? (
        <TextField
          name="email"
          type="email"
          label={labels.email}
          autoComplete="username"
          required
          problem={state?.problems.email}
          defaultValue={typed(state, "email")}
        />
      ) : (
        <input type="email" name="username" value={link.email} autoComplete="username" readOnly hidden />
      )}
      {isNew && (
        <TextField
          name="name"
          label={labels.name}
          autoComplete="name"
          required
          problem={state?.problems.name}
          defaultValue={typed(state, "name", link.name)}
        />
      )}
      <TextField
        name="password"
        type="password"
        label={t("auth.welcome.password")}
        hint={t("auth.welcome.passwordHint")}
        autoComplete="new-password"
        required
      />
      <div className="mt-6">
        <Button>{isNew ? t("auth.welcome.submitInvitation") : t("auth.welcome.submitReset")}</Button>
      </div>
    </Form>
  );
}

function Acceptance({ link }: { link: Shown }) {
  const { t } = useTranslation();
  const { token } = useParams();
  if (link.standing === "own") {
    return (
      <Form method="post" reloadDocument className="mt-6">
        <Button name="intent" value="accept">
          {t("auth.welcome.accept")}
        </Button>
      </Form>
    );
  }
  if (link.standing === "other") {
    return (
      <>
        <Notice kind="warning">{t("auth.welcome.otherAccount")}</Notice>
        <Form method="post" action="/logout" reloadDocument className="mt-6">
          <Button look="outline">{t("common.signOut")}</Button>
        </Form>
      </>
    );
  }
  return (
    <>
      <p className="mt-4 text-std-16N-170">{t("auth.welcome.signInFirst", { email: link.email })}</p>
      <div className="mt-6">
        <LinkButton to={`/login?next=${encodeURIComponent(`/welcome/${token}`)}`}>
          {t("auth.welcome.goSignIn")}
        </LinkButton>
      </div>
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
