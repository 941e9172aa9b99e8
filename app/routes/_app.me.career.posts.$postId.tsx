import { randomUUID } from "node:crypto";

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requirePeople } from "~/auth/require.server";
import { Button } from "~/components/button";
import { PostFields, PostProblems } from "~/components/career/post-fields";
import { RejectionNote, VerificationMark } from "~/components/career/verification";
import { EvidenceList } from "~/components/evidence/evidence-list";
import { SubmitBar } from "~/components/me/submit-bar";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { addPost, changePost, getOwnPost, removePost } from "~/domain/career/posts.server";
import { postForm } from "~/domain/career/schema";
import { EVIDENCE_REQUEST_MAX_BYTES } from "~/domain/evidence/content";
import { checkEvidence } from "~/domain/evidence/evidence.server";
import { idOrNull } from "~/domain/flag/register-query";
import { boundedForm } from "~/lib/bounded-form.server";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("career.post.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "own.read");
  const id = idOrNull(params.postId);
  const found = id ? await getOwnPost(people, id) : null;
  if (!found && params.postId !== "new") throw notFound();
  return { day: today(), formRef: randomUUID(), post: found?.post ?? null, files: found?.files ?? [] };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.log");
  const id = idOrNull(params.postId);
  const { form, tooLarge } = await boundedForm(request, EVIDENCE_REQUEST_MAX_BYTES);
  if (id && form.get("intent") === "remove") {
    const removed = await removePost(people, id);
    if (removed.ok) return redirect("/me/career?done=postRemoved");
    const refused = removed.reason === "verified" ? ("verified" as const) : ("notFound" as const);
    return data({ refused }, { status: 400 });
  }
  const parsed = parseForm(postForm(today()), form);
  const evidence = await checkEvidence(form.get("evidence"), tooLarge);
  const problem = evidence.ok ? undefined : evidence.problem;
  if (!parsed.ok) return data({ state: parsed, evidence: problem }, { status: 400 });
  const typed = { values: formValues(form), problems: {} };
  if (!evidence.ok) return data({ state: typed, evidence: problem }, { status: 400 });
  const { version, ...entry } = parsed.data;
  const result = id
    ? await changePost(people, { id, version: version ?? 0, entry }, evidence.evidence)
    : await addPost(people, actor.membership.staffId ?? "", entry, evidence.evidence);
  if (result.ok) return redirect(`/me/career?done=${id ? "postChanged" : "postAdded"}`);
  if (result.reason === "conflict") return data({ state: typed, stands: result.stands }, { status: 409 });
  return data({ state: typed, refused: result.reason }, { status: 400 });
}

export default function OwnPost() {
  const { t } = useTranslation();
  const { day, formRef, post, files } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={post ? post.employer : t("career.post.add")}
      crumbs={[
        { to: "/me", label: t("me.title") },
        { to: "/me/career", label: t("career.title") },
      ]}
    >
      {post && (
        <p className="mt-4 flex flex-wrap items-center gap-4">
          <VerificationMark state={post.verification} />
          <RejectionNote note={post.rejectionNote} />
        </p>
      )}
      <Notice kind={post?.verification === "verified" ? "warning" : "info"}>
        {t(post?.verification === "verified" ? "career.post.waitsAgain" : "career.post.waits")}
      </Notice>
      {post && (
        <Section id="evidence" title={t("career.evidence")}>
          <EvidenceList files={files} />
        </Section>
      )}
      <PostProblems answer={answer} />
      <Form method="post" encType="multipart/form-data" noValidate className="max-w-2xl">
        <PostFields post={post} answer={answer} formRef={formRef} today={day} />
        <SubmitBar label={t("common.save")} sending={t("career.sending")} back="/me/career" />
      </Form>
      {post && post.verification !== "verified" && (
        <Form method="post" className="mt-10">
          <Button look="danger" name="intent" value="remove">
            {t("career.post.remove")}
          </Button>
        </Form>
      )}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
