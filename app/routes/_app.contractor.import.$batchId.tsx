import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { notFound, requireTenant } from "~/auth/require.server";
import { Button, LinkButton } from "~/components/button";
import { FileCounts, MessageTable } from "~/components/import/import-tables";
import { Moment } from "~/components/moment";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { confirmBatch, discardBatch, getBatch } from "~/domain/import/batches.server";
import { totals } from "~/domain/import/summary";
import { now } from "~/lib/clock.server";

export const meta = titled((t) => t("import.batch.title"));

/** What an upload would do, or did. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.import");
  const batch = await getBatch(tenant, params.batchId ?? "");
  if (!batch) throw notFound();
  const { id, status, summary } = batch;
  return { id, status, summary, createdAt: batch.createdAt.toISOString() };
}

/** Imports the batch, or throws it away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.import");
  const [form, id] = [await request.formData(), params.batchId ?? ""];
  if (!(await getBatch(tenant, id))) throw notFound();
  const intent = form.get("intent");
  if (intent === "discard") await discardBatch(tenant, id);
  else if (intent === "confirm") await confirmBatch(tenant, id, now());
  else throw notFound();
  // why: the page says by itself what became of the batch, also when somebody else was quicker.
  throw redirect(`/contractor/import/${id}`);
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Batch() {
  const { t } = useTranslation();
  const batch = useLoaderData<typeof loader>();
  const { status, summary } = batch;
  const unlisted = summary.problemCount - summary.problems.length;
  return (
    <Page
      title={t("import.batch.title")}
      crumbs={[{ to: "/contractor/import", label: t("import.title") }]}
      lead={<Moment at={batch.createdAt} />}
    >
      <Outcome {...batch} />
      {status === "previewed" && <Decision ok={summary.ok} />}
      {summary.problems.length > 0 && (
        <Section id="problems" title={t("import.batch.problemList")}>
          <MessageTable caption={t("import.batch.problemList")} messages={summary.problems} />
          {unlisted > 0 && <p className="mt-2 text-std-16N-170">{t("import.more", { count: unlisted })}</p>}
        </Section>
      )}
      {summary.files.length > 0 && (
        <Section id="counts" title={t("import.batch.files")}>
          <FileCounts files={summary.files} />
        </Section>
      )}
      {summary.notices.length > 0 && (
        <Section id="notices" title={t("import.batch.noticeList")}>
          <MessageTable caption={t("import.batch.noticeList")} messages={summary.notices} />
        </Section>
      )}
    </Page>
  );
}

function Outcome({ status, summary }: Loaded) {
  const { t } = useTranslation();
  if (status === "confirmed") return <Notice kind="success" title={t("import.batch.confirmed")} />;
  if (status === "discarded") return <Notice kind="info" title={t("import.batch.discarded")} />;
  if (!summary.ok) {
    return (
      <Notice kind="error" title={t("import.batch.problems", { count: summary.problemCount })}>
        {t("import.batch.problemsHint")}
      </Notice>
    );
  }
  const { added, changed } = totals(summary.files);
  return (
    <Notice kind="info" title={t("import.batch.clean")}>
      {t(added + changed === 0 ? "import.batch.nothingNew" : "import.batch.cleanHint")}
    </Notice>
  );
}

function Decision({ ok }: { ok: boolean }) {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const busy = navigation.formMethod === "POST";
  const hold = {
    "aria-disabled": busy,
    onClick: (event: { preventDefault: () => void }) => busy && event.preventDefault(),
  };
  return (
    <>
      <Form method="post" className="mt-6 flex flex-wrap gap-3">
        {ok && (
          <Button name="intent" value="confirm" {...hold}>
            {t("import.batch.confirm")}
          </Button>
        )}
        {!ok && <LinkButton to="/contractor/import">{t("import.batch.again")}</LinkButton>}
        <Button name="intent" value="discard" look="outline" {...hold}>
          {t("import.batch.discard")}
        </Button>
      </Form>
      <p role="status" className="mt-3 text-std-16N-170">
        {busy && navigation.formData?.get("intent") === "confirm" ? t("import.batch.confirming") : ""}
      </p>
    </>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
