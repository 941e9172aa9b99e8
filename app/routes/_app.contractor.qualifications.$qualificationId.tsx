import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { Button } from "~/components/button";
import { ChangedSince, DecisionForm } from "~/components/career/decision-form";
import {
  QualificationFields,
  QualificationProblems,
  type QualificationAnswer,
} from "~/components/career/qualification-fields";
import { RejectionNote, VerificationMark } from "~/components/career/verification";
import { EvidenceList } from "~/components/evidence/evidence-list";
import { SelectField } from "~/components/field";
import { typed } from "~/components/form";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { listStaffChoices } from "~/domain/access/contract-people.server";
import { EVIDENCE_REQUEST_MAX_BYTES } from "~/domain/evidence/content";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import { idOrNull } from "~/domain/flag/register-query";
import { addQualificationFor, changeQualificationFor } from "~/domain/qualification/change.server";
import { getForManager } from "~/domain/qualification/register.server";
import { decisionForm, qualificationForm } from "~/domain/qualification/schema";
import { decideQualification } from "~/domain/qualification/verify.server";
import { boundedForm } from "~/lib/bounded-form.server";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("career.register.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "career.manage");
  const [day, id] = [today(), idOrNull(params.qualificationId)];
  const found = id ? await getForManager(tenant, id, day) : null;
  if (!found && params.qualificationId !== "new") throw notFound();
  const staff = found ? [] : await listStaffChoices(tenant, day);
  const chosen = idOrNull(new URL(request.url).searchParams.get("staff"));
  return { day, formRef: randomUUID(), found, staff, chosen };
}

type Tenant = Awaited<ReturnType<typeof requireTenant>>["tenant"];
type Answer = QualificationAnswer & { about: "decide" | "edit" };

export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "career.manage");
  const id = idOrNull(params.qualificationId);
  const { form, tooLarge } = await boundedForm(request, EVIDENCE_REQUEST_MAX_BYTES);
  if (id && form.get("intent") === "decide") return decide(tenant, id, form);
  const staffId = idOrNull(String(form.get("staffId")));
  const parsed = parseForm(qualificationForm(today()), form);
  const evidence = await checkEvidence(form.get("evidence"), tooLarge);
  const problem = evidence.ok ? undefined : evidence.problem;
  const state = parsed.ok ? { values: formValues(form), problems: {} } : parsed;
  const problems = id || staffId ? state.problems : { staffId: { code: "choose" } as const, ...state.problems };
  if (!parsed.ok || !evidence.ok || (!id && !staffId))
    return refuse({ about: "edit", state: { ...state, problems }, evidence: problem });
  const { version, ...entry } = parsed.data;
  const result = id
    ? await changeQualificationFor(tenant, { id, version: version ?? 0, entry }, evidence.evidence)
    : await addQualificationFor(tenant, staffId ?? "", entry, evidence.evidence, now());
  if (result.ok) return redirect(`/contractor/qualifications?done=${id ? "changed" : "added"}`);
  if (result.reason === "conflict") return refuse({ about: "edit", state, stands: result.stands }, 409);
  return refuse({ about: "edit", state, refused: result.reason });
}

async function decide(tenant: Tenant, id: string, form: FormData) {
  const parsed = parseForm(decisionForm, form);
  if (!parsed.ok) return refuse({ about: "decide", state: parsed });
  const result = await decideQualification(tenant, id, parsed.data, now());
  if (result.ok) {
    const done = parsed.data.decision === "verify" ? "verified" : "sentBack";
    return redirect(`/contractor/qualifications?done=${done}`);
  }
  const state = { values: formValues(form), problems: {} };
  if (result.reason === "conflict") return refuse({ about: "decide", state, stands: result.stands }, 409);
  return refuse({ about: "decide", state, refused: result.reason });
}

function refuse(answer: Answer, status = 400) {
  return data(answer, { status });
}

export default function RegisterEntry() {
  const { t } = useTranslation();
  const { day, formRef, found, staff, chosen } = useLoaderData<typeof loader>();
  const answer: Answer | undefined = useActionData<typeof action>();
  const sending = useNavigation().formMethod === "POST";
  const edit = answer?.about === "edit" ? answer : undefined;
  const decided = answer?.about === "decide" ? answer : undefined;
  const held = found?.held ?? null;
  const who = found ? (found.row.name ?? found.row.staffCode) : "";
  const title = held
    ? t("career.register.of", { name: who, kind: t(`glossary.qualification.${held.kind}`) })
    : t("career.register.add");
  return (
    <Page
      title={title}
      crumbs={[
        { to: "/contractor", label: t("contractor.home.title") },
        { to: "/contractor/qualifications", label: t("career.register.title") },
      ]}
    >
      {held && (
        <>
          <p className="mt-4 flex flex-wrap items-center gap-4">
            <VerificationMark state={held.verification} />
            <RejectionNote note={held.rejectionNote} />
          </p>
          <Section id="evidence" title={t("career.evidence")} note={t("career.decision.lookFirst")}>
            <EvidenceList files={found?.files ?? []} />
          </Section>
          <Section id="decide" title={t("career.decision.title")} note={t("career.decision.note")}>
            {decided?.refused && <Notice kind="error">{t(`career.refused.${decided.refused}`)}</Notice>}
            {decided?.stands && <ChangedSince />}
            <DecisionForm
              {...{ version: held.version, name: title, intent: "decide" }}
              verified={held.verification === "verified"}
              state={decided?.state}
            />
          </Section>
        </>
      )}
      <Section id="edit" title={t(held ? "career.register.correct" : "career.register.entry")}>
        <p className="text-std-16N-170 text-solid-gray-700">
          {t(held ? "career.register.correctNote" : "career.register.addNote")}
        </p>
        <QualificationProblems answer={edit} />
        <Form method="post" encType="multipart/form-data" noValidate className="max-w-2xl">
          {!held && (
            <SelectField
              name="staffId"
              label={t("career.register.whose")}
              required
              empty={t("career.register.chooseStaff")}
              options={staff.map((one) => ({ value: one.id, label: `${one.name ?? ""}（${one.staffCode}）` }))}
              defaultValue={typed(edit?.state, "staffId", chosen ?? "")}
              problem={edit?.state?.problems.staffId}
            />
          )}
          <QualificationFields held={held} answer={edit} formRef={formRef} today={day} />
          <Button className="mt-6 w-full md:w-auto" aria-disabled={sending}>
            {t("common.save")}
          </Button>
        </Form>
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
