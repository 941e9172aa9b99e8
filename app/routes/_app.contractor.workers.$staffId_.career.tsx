import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { LinkButton } from "~/components/button";
import { PayForm, RankForm, type ChangeAnswer } from "~/components/career/change-forms";
import { ChangedSince } from "~/components/career/decision-form";
import { PayHistory, RankHistory } from "~/components/career/history-tables";
import { LadderView } from "~/components/career/ladder-view";
import { HeldList } from "~/components/career/qualification-list";
import { VerifiablePosts, WorkerRenewal } from "~/components/career/worker-career";
import { useDone } from "~/components/done";
import type { FormState } from "~/components/form";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { getCareerFor } from "~/domain/career/careers.server";
import { changePay, changeRank, withdrawChange } from "~/domain/career/change-history.server";
import { decidePost, listPostEvidence } from "~/domain/career/posts.server";
import { fingerprint } from "~/domain/career/record";
import { payForm, rankForm, withdrawForm } from "~/domain/career/schema";
import { recordWorkerViewed } from "~/domain/workforce/worker-record.server";
import { idOrNull } from "~/domain/flag/register-query";
import { listHeldOf } from "~/domain/qualification/register.server";
import { getRenewalOf } from "~/domain/qualification/renewals.server";
import { decisionForm, exemptDecisionForm } from "~/domain/qualification/schema";
import { decideExemptHours } from "~/domain/qualification/verify.server";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("career.worker.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "career.manage");
  const [day, staffId] = [today(), idOrNull(params.staffId)];
  const career = staffId && (await getCareerFor(tenant, staffId, day));
  if (!staffId || !career) throw notFound();
  await recordWorkerViewed(tenant, staffId);
  const [held, renewal, files] = await Promise.all([
    listHeldOf(tenant, staffId),
    getRenewalOf(tenant, staffId, day),
    listPostEvidence(
      tenant,
      career.posts.map(({ id }) => id),
    ),
  ]);
  const seen = { rank: fingerprint(career.ranks), pay: fingerprint(career.pay) };
  return { day, staffId, career, held, renewal, files, seen };
}

type Tenant = Awaited<ReturnType<typeof requireTenant>>["tenant"];
type Refusal = "own" | "notFound" | "verified" | "changed";
type Answer = { about: string; change?: ChangeAnswer; state?: FormState; refused?: Refusal };

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "career.manage");
  const staffId = idOrNull(params.staffId);
  const form = await request.formData();
  const intent = form.get("intent");
  if (!staffId) throw notFound();
  if (intent === "rank" || intent === "pay") return change(tenant, staffId, intent, form);
  if (intent === "withdraw") {
    const parsed = parseForm(withdrawForm, form);
    if (!parsed.ok || !(await withdrawChange(tenant, staffId, parsed.data, today()))) throw notFound();
    return done(staffId, "withdrawn");
  }
  const id = idOrNull(String(form.get("id")));
  if (!id) throw notFound();
  if (intent === "exempt") {
    const parsed = parseForm(exemptDecisionForm, form);
    if (!parsed.ok) throw notFound();
    const result = await decideExemptHours(tenant, id, parsed.data);
    return result.ok ? done(staffId, "exempt") : refuse({ about: id, refused: reasonOf(result.reason) });
  }
  if (intent !== "post") throw notFound();
  form.set("reason", form.get(`reason-${id}`) ?? "");
  const parsed = parseForm(decisionForm, form);
  if (!parsed.ok) return refuse({ about: id, state: parsed });
  const result = await decidePost(tenant, id, parsed.data, now());
  if (result.ok) return done(staffId, parsed.data.decision === "verify" ? "verified" : "sentBack");
  return refuse({ about: id, refused: reasonOf(result.reason) }, result.reason === "conflict" ? 409 : 400);
}

async function change(tenant: Tenant, staffId: string, of: "rank" | "pay", form: FormData) {
  const [day, seen, state] = [today(), String(form.get("seen")), { values: formValues(form), problems: {} }];
  if (of === "rank") {
    const parsed = parseForm(rankForm, form);
    if (!parsed.ok) return refuse({ about: of, change: { state: parsed } });
    const { rankFrom: from, role } = parsed.data;
    const result = await changeRank(tenant, staffId, { from, role, seen }, day);
    if (result.ok) return done(staffId, "changed");
    if (result.reason === "notFound") throw notFound();
    if (result.reason === "beforeHire") return refuse({ about: of, change: { state, hiredOn: result.hiredOn } });
    return refuse({ about: of, change: { state, ranks: result.stands, seen: fingerprint(result.stands) } }, 409);
  }
  const parsed = parseForm(payForm, form);
  if (!parsed.ok) return refuse({ about: of, change: { state: parsed } });
  const { payFrom: from, annualPayJpy = null, qualificationAllowanceJpy = null } = parsed.data;
  const result = await changePay(tenant, staffId, { from, annualPayJpy, qualificationAllowanceJpy, seen }, day);
  if (result.ok) return done(staffId, "changed");
  if (result.reason === "notFound") throw notFound();
  if (result.reason === "beforeHire") return refuse({ about: of, change: { state, hiredOn: result.hiredOn } });
  return refuse({ about: of, change: { state, pay: result.stands, seen: fingerprint(result.stands) } }, 409);
}

function done(staffId: string, word: (typeof DONE)[number]) {
  return redirect(`/contractor/workers/${staffId}/career?done=${word}`);
}

function refuse(answer: Answer, status = 400) {
  return data(answer, { status });
}

function reasonOf(reason: "own" | "notFound" | "verified" | "exists" | "conflict"): Refusal {
  return reason === "conflict" || reason === "exists" ? "changed" : reason;
}

const DONE = ["changed", "withdrawn", "exempt", "verified", "sentBack"] as const;

export default function WorkerCareer() {
  const { t } = useTranslation();
  const { day, staffId, career, held, renewal, files, seen } = useLoaderData<typeof loader>();
  const answer: Answer | undefined = useActionData<typeof action>();
  const said = useDone();
  const word = answer ? undefined : DONE.find((one) => one === said);
  const { staff, ladder, posts, ranks, pay } = career;
  const name = staff.name ?? staff.staffCode;
  return (
    <Page
      title={t("career.worker.heading", { name })}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/careers", label: t("career.table.title") },
        { to: `/contractor/workers/${staffId}`, label: name },
      ]}
      lead={t(`glossary.role.${staff.role}`)}
    >
      {word && <Notice kind="success">{t(`career.done.${word}`)}</Notice>}
      {answer?.refused === "changed" && <ChangedSince />}
      {answer?.refused && answer.refused !== "changed" && (
        <Notice kind="error">{t(`career.refused.${answer.refused}`)}</Notice>
      )}
      <Section
        id="qualifications"
        title={t("career.qualification.title")}
        actions={
          <LinkButton to={`/contractor/qualifications/new?staff=${staffId}`} look="outline">
            {t("career.register.add")}
          </LinkButton>
        }
      >
        {held.length === 0 ? (
          <EmptyState title={t("career.qualification.none")} />
        ) : (
          <HeldList rows={held} day={day} to={(row) => `/contractor/qualifications/${row.id}`} />
        )}
      </Section>
      {renewal && <WorkerRenewal renewal={renewal} />}
      <Section id="ladder" title={t("career.ladder.title")}>
        <LadderView ladder={ladder} />
      </Section>
      <Section id="posts" title={t("career.post.title")} note={t("career.decision.lookFirst")}>
        {posts.length === 0 ? (
          <EmptyState title={t("career.post.none")} />
        ) : (
          <VerifiablePosts posts={posts} files={files} answer={answer} />
        )}
      </Section>
      <Section id="ranks" title={t("career.history.ranks")}>
        <RankHistory rows={ranks} withdrawable />
        <div className="mt-4 print:hidden">
          <RankForm
            key={seen.rank}
            {...{ seen: seen.rank, today: day, role: staff.role }}
            answer={answer?.about === "rank" ? answer.change : undefined}
          />
        </div>
      </Section>
      <Section id="pay" title={t("career.history.pay")}>
        {pay.length > 0 ? <PayHistory rows={pay} withdrawable /> : <p>{t("career.history.noPay")}</p>}
        <div className="mt-4 print:hidden">
          <PayForm
            key={seen.pay}
            {...{ seen: seen.pay, today: day, current: pay.filter(({ upcoming }) => !upcoming).at(-1) ?? null }}
            answer={answer?.about === "pay" ? answer.change : undefined}
          />
        </div>
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
