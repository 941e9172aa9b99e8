import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { linkAddress } from "~/auth/addresses.server";
import { requirePlatform } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { CopyLink } from "~/components/copy-link";
import { SelectField, TextField, type Option } from "~/components/field";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { inviteByAdmin } from "~/domain/access/invite-person.server";
import { LINK_HOURS } from "~/domain/access/one-time-link.server";
import { ROLES } from "~/domain/access/policy";
import { listPlaces } from "~/domain/contract/list-wards.server";
import { now } from "~/lib/clock.server";
import { formValues, parseForm, type FormValues } from "~/lib/form";

export const meta = titled((t) => t("admin.users.inviteTitle"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.invite");
  return { ...(await listPlaces(platform)), invitationHours: LINK_HOURS.invitation };
}

const schema = z.object({
  email: z.email().max(320),
  name: z.string().max(100),
  role: z.enum(ROLES),
  wardId: z.uuid().optional(),
  contractId: z.uuid().optional(),
  staffCode: z.string().max(50).optional(),
});

/** Invites a person to any role; the link comes back once and is not kept. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor, platform } = await requirePlatform(request, "platform.invite");
  const form = await request.formData();
  const parsed = parseForm(schema, form);
  if (!parsed.ok) return { state: parsed, problem: null, made: null };
  const { email, name, ...place } = parsed.data;
  const result = await inviteByAdmin(platform, { email, name, locale: actor.locale }, place, now());
  if (!result.ok) return { state: unchanged(formValues(form)), problem: result.problem, made: null };
  return { state: undefined, problem: null, made: { email, address: linkAddress(request, result.token) } };
}

function unchanged(values: FormValues): FormState {
  return { values, problems: {} };
}

export default function InviteUser() {
  const { t } = useTranslation();
  const { invitationHours } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const crumbs = [{ to: "/admin/users", label: t("admin.users.title") }];
  if (result?.made) {
    const { email, address } = result.made;
    return (
      <Page title={t("admin.users.inviteTitle")} crumbs={crumbs}>
        <CopyLink title={t("admin.users.invitedDone", { email })} address={address} hours={invitationHours} />
        <div className="mt-6">
          <LinkButton to="/admin/users/new" look="outline" reloadDocument>
            {t("admin.users.again")}
          </LinkButton>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t("admin.users.inviteTitle")} lead={t("admin.users.inviteLead")} crumbs={crumbs}>
      {result?.problem && <Notice kind="error" title={t(`auth.people.problem.${result.problem}`)} />}
      <InviteForm />
    </Page>
  );
}

function InviteForm() {
  const { t } = useTranslation();
  const english = useLocale() === "en";
  const { wards, contracts } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const wardOptions: Option[] = wards.map(({ id, code, name, nameEn }) => ({
    value: id,
    label: `${(english && nameEn) || name}（${code}）`,
  }));
  const contractOptions: Option[] = contracts.map(({ id, code, wardName, contractor }) => ({
    value: id,
    label: `${code} ${wardName} ${contractor}`,
  }));
  const roleOptions: Option[] = ROLES.map((role) => ({ value: role, label: t(`glossary.access.${role}`) }));
  const labels = {
    email: t("admin.users.email"),
    name: t("admin.users.name"),
    role: t("admin.users.role"),
    wardId: t("admin.users.ward"),
    contractId: t("admin.users.contract"),
    staffCode: t("admin.users.staffCode"),
  };
  const field = <Name extends keyof typeof labels>(name: Name) => ({
    name,
    label: labels[name],
    problem: state?.problems[name],
    defaultValue: typed(state, name),
  });
  return (
    <Form method="post">
      <ErrorSummary state={state && Object.keys(state.problems).length > 0 ? state : undefined} labels={labels} />
      <TextField {...field("email")} type="email" required autoComplete="off" />
      <TextField {...field("name")} required autoComplete="off" />
      <SelectField {...field("role")} options={roleOptions} empty={t("admin.users.choose")} required />
      <SelectField {...field("wardId")} options={wardOptions} empty={t("admin.users.choose")} />
      <SelectField {...field("contractId")} options={contractOptions} empty={t("admin.users.choose")} />
      <TextField {...field("staffCode")} hint={t("admin.users.staffCodeHint")} autoComplete="off" />
      <div className="mt-6">
        <Button>{t("admin.users.submit")}</Button>
      </div>
    </Form>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
