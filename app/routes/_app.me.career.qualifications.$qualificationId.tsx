import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { Button } from "~/components/button";
import { QualificationFields, QualificationProblems } from "~/components/career/qualification-fields";
import { RejectionNote, VerificationMark } from "~/components/career/verification";
import { EvidenceList } from "~/components/evidence/evidence-list";
import { SubmitBar } from "~/components/me/submit-bar";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { EVIDENCE_REQUEST_MAX_BYTES } from "~/domain/evidence/content";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import { idOrNull } from "~/domain/flag/register-query";
import {
  addOwnQualification,
  changeOwnQualification,
  getOwnQualification,
  removeOwnFile,
  removeOwnQualification,
} from "~/domain/qualification/change.server";
import { qualificationForm } from "~/domain/qualification/schema";
import { boundedForm } from "~/lib/bounded-form.server";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("career.qualification.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const id = idOrNull(params.qualificationId);
  const found = id ? await getOwnQualification(people, id) : null;
  if (!found && params.qualificationId !== "new") throw notFound();
  return { day: today(), formRef: randomUUID(), held: found?.held ?? null, files: found?.files ?? [] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const id = idOrNull(params.qualificationId);
  const { form, tooLarge } = await boundedForm(request, EVIDENCE_REQUEST_MAX_BYTES);
  if (id && form.get("intent") === "remove") {
    const removed = await removeOwnQualification(people, id);
    return removed.ok ? redirect("/me/career?done=removed") : data({ refused: refusalOf(removed) }, { status: 400 });
  }
  if (id && form.get("intent") === "removeFile") {
    if (!(await removeOwnFile(people, id, String(form.get("fileId"))))) throw notFound();
    return redirect(`/me/career/qualifications/${id}`);
  }
  const parsed = parseForm(qualificationForm(today()), form);
  const evidence = await checkEvidence(form.get("evidence"), tooLarge);
  const problem = evidence.ok ? undefined : evidence.problem;
  if (!parsed.ok) return data({ state: parsed, evidence: problem }, { status: 400 });
  const typed = { values: formValues(form), problems: {} };
  if (!evidence.ok) return data({ state: typed, evidence: problem }, { status: 400 });
  const { version, ...entry } = parsed.data;
  const result = id
    ? await changeOwnQualification(people, { id, version: version ?? 0, entry }, evidence.evidence)
    : await addOwnQualification(people, actor.membership.staffId ?? "", entry, evidence.evidence);
  if (result.ok) return redirect(`/me/career?done=${id ? "changed" : "added"}`);
  if (result.reason === "conflict") return data({ state: typed, stands: result.stands }, { status: 409 });
  return data({ state: typed, refused: result.reason }, { status: 400 });
}

function refusalOf(result: { reason: string }) {
  return result.reason === "verified" ? ("verified" as const) : ("notFound" as const);
}

export default function OwnQualification() {
  const { t } = useTranslation();
  const { day, formRef, held, files } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = held ? t(`glossary.qualification.${held.kind}`) : t("career.qualification.add");
  return (
    <Page
      title={title}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/career", label: t("career.title") },
      ]}
    >
      {held && (
        <p className="mt-4 flex flex-wrap items-center gap-4">
          <VerificationMark state={held.verification} />
          <RejectionNote note={held.rejectionNote} />
        </p>
      )}
      <Notice kind={held?.verification === "verified" ? "warning" : "info"}>
        {t(held?.verification === "verified" ? "career.qualification.waitsAgain" : "career.qualification.waits")}
      </Notice>
      {held && (
        <Section id="evidence" title={t("career.evidence")}>
          <EvidenceList files={files} removeIntent={held.verification === "verified" ? undefined : "removeFile"} />
        </Section>
      )}
      <QualificationProblems answer={answer} />
      <Form method="post" encType="multipart/form-data" noValidate className="max-w-2xl">
        <QualificationFields held={held} answer={answer} formRef={formRef} today={day} />
        <SubmitBar label={t("common.save")} sending={t("career.sending")} back="/me/career" />
      </Form>
      {held && held.verification !== "verified" && (
        <Form method="post" className="mt-10">
          <Button look="danger" name="intent" value="remove">
            {t("career.qualification.remove")}
          </Button>
        </Form>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
