import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTransfer } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { useDone } from "~/components/done";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { CarriedList, SourceList } from "~/components/record/transfer-lists";
import { TransferPreview } from "~/components/record/transfer-preview";
import { isSame } from "~/domain/record/difference";
import { recordTotals } from "~/domain/record/own-record";
import { transferForm } from "~/domain/record/schema";
import { carriedTo, previewTransfer, transferRecord, withdrawTransfer } from "~/domain/record/transfer.server";
import { carriedBlocks, contractorOf, differenceBlock } from "~/i18n/record-document";
import { dayOfInstant } from "~/lib/calendar";
import { now, today } from "~/lib/clock.server";
import { parseForm } from "~/lib/form";

export const meta = titled((t) => t("record.transfer.title"));

/** What can be carried to the contract in use, what one of the records holds, and what was carried before. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people, elsewhere } = await requireTransfer(request, "own.transfer");
  const { isFormer, id } = actor.membership;
  const here = actor.memberships.find((one) => one.id === id)?.contractorName ?? "";
  const from = new URL(request.url).searchParams.get("from");
  const source = isFormer ? undefined : elsewhere.find((one) => one.membership.id === from);
  const sources = elsewhere.map(({ membership: one }) => ({ ...one, contractorName: one.contractorName ?? "" }));
  const carried = (await carriedTo(people)).map(({ id: key, consentedOn, content }) => {
    return { id: key, consentedOn, contractor: contractorOf(content, actor.locale) };
  });
  if (!source) return { isFormer, here, sources, carried, preview: null };
  const wish = { people: source.people, isFormer: source.membership.isFormer };
  const found = await previewTransfer(people, wish, today());
  if (!found) throw notFound();
  const preview = {
    ...{ from: source.membership.id, place: source.membership.contractorName ?? "", seal: found.seal },
    ...{ totals: recordTotals(found.content), qualifications: found.content.qualifications.length },
    blocks: carriedBlocks(found.content, actor.locale),
    before: found.before && {
      ...{ consentedOn: found.before.carried.consentedOn, isSame: isSame(found.before.difference) },
      ...{ post: found.before.difference.post, block: differenceBlock(found.before.difference, actor.locale) },
    },
  };
  return { isFormer, here, sources, carried, preview };
}

/** Carries the record that was shown and agreed to, or takes one back. */
export async function action({ request }: ActionFunctionArgs) {
  const { actor, people, elsewhere } = await requireTransfer(request, "own.transfer");
  const form = parseForm(transferForm, await request.formData());
  if (!form.ok) return data({ problem: "notFound" as const }, { status: 400 });
  if (form.data.intent === "withdraw") {
    if (!(await withdrawTransfer(people, form.data.transferId))) throw notFound();
    return redirect("/me/record/transfer?done=withdrawn");
  }
  const { from, seal, consent } = form.data;
  const source = elsewhere.find((one) => one.membership.id === from);
  if (!source || actor.membership.isFormer) throw notFound();
  if (!consent) return data({ problem: "consentMissing" as const }, { status: 400 });
  const at = now();
  const carry = { people: source.people, isFormer: source.membership.isFormer };
  const result = await transferRecord(people, carry, { seal, asOf: dayOfInstant(at), at });
  if (!result.ok) return data({ problem: result.reason }, { status: 409 });
  return redirect("/me/record/transfer?done=done");
}

export default function Transfer() {
  const { t } = useTranslation();
  const { isFormer, here, sources, carried, preview } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useDone();
  return (
    <Page
      title={t("record.transfer.title")}
      crumbs={[{ to: "/me/record", label: t("record.title") }]}
      lead={t("record.transfer.lead")}
    >
      {!answer && done === "done" && <Notice kind="success">{t("record.transfer.done")}</Notice>}
      {!answer && done === "withdrawn" && <Notice kind="success">{t("record.transfer.withdrawn")}</Notice>}
      {answer && (
        <Attention answer={answer}>
          <Notice kind={answer.problem === "same" ? "info" : "error"}>{t(`record.transfer.${answer.problem}`)}</Notice>
        </Attention>
      )}
      <Section id="sources" title={t("record.transfer.choose")}>
        {isFormer ? (
          <p className="text-std-16N-170">{t("record.transfer.formerHere")}</p>
        ) : sources.length === 0 ? (
          <EmptyState title={t("record.transfer.none")}>{t("record.transfer.noneText")}</EmptyState>
        ) : (
          <SourceList sources={sources} chosen={preview?.from ?? null} />
        )}
      </Section>
      {preview && <TransferPreview preview={preview} here={here} />}
      {carried.length > 0 && <CarriedList carried={carried} />}
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
