import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { linkAddress } from "~/auth/addresses.server";
import { notFound, requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { InviteSupervisorForm, InviteWorkerForm } from "~/components/contractor/invite-forms";
import { PeopleTable } from "~/components/contractor/people-table";
import { CopyLink } from "~/components/copy-link";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import type { FormState } from "~/components/form";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import {
  assignSupervisees,
  createContractLink,
  endContractMembership,
  listContractPeople,
  listStaffChoices,
} from "~/domain/access/contract-people.server";
import { inviteByManager } from "~/domain/access/invite-person.server";
import { LINK_HOURS } from "~/domain/access/one-time-link.server";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("auth.people.title"));

/** Who can sign in to this contract, and the staff whom the manager may invite. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "people.invite");
  const [people, staff] = await Promise.all([listContractPeople(tenant), listStaffChoices(tenant, today())]);
  return { people, staff };
}

const membershipForm = z.object({ intent: z.enum(["link", "end", "assign"]), membershipId: z.uuid() });
const workerForm = z.object({ email: z.email().max(320), staffId: z.uuid() });
const supervisorForm = z.object({
  supervisorEmail: z.email().max(320),
  supervisorName: z.string().max(100),
  supervisorStaffId: z.uuid().optional(),
  supervisees: z.array(z.uuid()).default([]),
});

type Problem = "alreadyMember" | "unknownStaff" | "unknownPlace" | "notFound" | "belongsElsewhere";
type Link = { address: string; hours: number; invited: boolean };
type Answer = { about: "worker" | "supervisor" | "person"; state?: FormState; problem?: Problem; link?: Link };

export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const { actor, tenant } = await requireTenant(request, "people.invite");
  const form = await request.formData();
  const intent = form.get("intent");
  const linked = (token: string, hours: number, invited: boolean): Link => ({
    ...{ address: linkAddress(request, token), hours, invited },
  });
  const asTyped = { values: formValues(form), problems: {} };
  const { locale } = actor;
  if (intent === "worker") {
    const parsed = parseForm(workerForm, form);
    if (!parsed.ok) return { about: intent, state: parsed };
    const { email, staffId } = parsed.data;
    const name = (await listStaffChoices(tenant, today())).find((one) => one.id === staffId)?.name ?? "";
    const result = await inviteByManager(tenant, { email, name, locale }, { role: "worker", staffId }, now());
    if (!result.ok) return { about: intent, state: asTyped, problem: result.problem };
    return { about: intent, link: linked(result.token, LINK_HOURS.invitation, true) };
  }
  if (intent === "supervisor") {
    const parsed = parseForm(supervisorForm, form);
    if (!parsed.ok) return { about: intent, state: parsed };
    const { supervisorEmail: email, supervisorName: name, supervisorStaffId: staffId, supervisees } = parsed.data;
    const place = { role: "supervisor", superviseeIds: supervisees, ...(staffId && { staffId }) } as const;
    const result = await inviteByManager(tenant, { email, name, locale }, place, now());
    if (!result.ok) return { about: intent, state: asTyped, problem: result.problem };
    return { about: intent, link: linked(result.token, LINK_HOURS.invitation, true) };
  }
  const parsed = membershipForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) throw notFound();
  const { membershipId } = parsed.data;
  if (parsed.data.intent === "link") {
    const accepted = (await listContractPeople(tenant)).find((one) => one.membershipId === membershipId)?.accepted;
    const made = await createContractLink(tenant, membershipId, now());
    if (!made.ok) return { about: "person", problem: made.problem };
    const hours = accepted ? LINK_HOURS.reset : LINK_HOURS.invitation;
    return { about: "person", link: linked(made.token, hours, !accepted) };
  }
  if (parsed.data.intent === "end") {
    if (!(await endContractMembership(tenant, membershipId, now()))) return { about: "person", problem: "notFound" };
    throw redirect("/contractor/people?done=ended");
  }
  const staffIds = z.array(z.uuid()).safeParse(form.getAll("supervisees[]"));
  const done = staffIds.success && (await assignSupervisees(tenant, membershipId, staffIds.data));
  if (!done) return { about: "person", problem: "unknownStaff" };
  throw redirect("/contractor/people?done=assigned");
}

export default function People() {
  const { t } = useTranslation();
  const { people, staff } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useDone();
  const stateOf = (about: Answer["about"]) => (answer?.about === about ? answer.state : undefined);
  const invited = people.some((person) => person.role !== "manager");
  return (
    <Page
      title={t("auth.people.title")}
      lead={t("auth.people.lead")}
      actions={<ExportLinks to="/contractor/people/export" />}
    >
      {answer?.problem && <Notice kind="error" title={t(`auth.people.problem.${answer.problem}`)} />}
      {answer?.link && (
        <CopyLink
          title={answer.link.invited ? t("auth.people.invitedDone") : t("auth.people.linkDone")}
          address={answer.link.address}
          hours={answer.link.hours}
        />
      )}
      {!answer && (done === "ended" || done === "assigned") && (
        <Notice kind="success" title={t(`auth.people.${done}`)} />
      )}
      <div className="mt-6">
        {!invited && (
          <div className="mb-4">
            <EmptyState title={t("auth.people.empty")}>{t("auth.people.emptyMore")}</EmptyState>
          </div>
        )}
        {people.length > 0 && <PeopleTable people={people} staff={staff} />}
      </div>
      <Section id="invite-worker" title={t("auth.people.inviteWorker")}>
        {staff.length === 0 ? (
          <EmptyState
            title={t("auth.people.noStaff")}
            action={<LinkButton to="/contractor/import">{t("auth.people.toImport")}</LinkButton>}
          >
            {t("auth.people.noStaffMore")}
          </EmptyState>
        ) : (
          <InviteWorkerForm staff={staff} state={stateOf("worker")} key={answer?.link?.address} />
        )}
      </Section>
      <Section id="invite-supervisor" title={t("auth.people.inviteSupervisor")}>
        <InviteSupervisorForm staff={staff} state={stateOf("supervisor")} key={answer?.link?.address} />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
