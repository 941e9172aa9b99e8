import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import {
  redirect,
  unstable_parseMultipartFormData as parseMultipartFormData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireTenant } from "~/auth/require.server";
import { Button } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { ExportLinks } from "~/components/export-links";
import { BatchList } from "~/components/import/batch-list";
import { TemplateLinks } from "~/components/import/template-links";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { listBatches } from "~/domain/import/batches.server";
import { saveBatch } from "~/domain/import/save-batch.server";
import { fileSource, type Source } from "~/domain/import/source.server";
import { declaresMoreThan } from "~/lib/bounded-form.server";
import { now } from "~/lib/clock.server";

const PAGE_SIZE = 20;
const MAX_UPLOAD_MB = 60;
/** The frame of a multipart request around its files. */
const FRAME_BYTES = 64 * 1024;

export const meta = titled((t) => t("import.title"));

/** The contract's past imports. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { tenant } = await requireTenant(request, "contract.import");
  const asked = Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1;
  const page = Math.max(1, Math.min(100_000, asked));
  const { batches, total } = await listBatches(tenant, page, PAGE_SIZE);
  return {
    batches: batches.map(({ id, status, createdAt, summary }) => ({
      ...{ id, status, createdAt: createdAt.toISOString() },
      // why: the list shows counts; two hundred problems a batch would be sent for nothing.
      summary: { ...summary, problems: [], notices: [], sizes: {} },
    })),
    ...{ page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), total },
  };
}

/** Checks the uploaded files and leads to what was found. */
export async function action({ request }: ActionFunctionArgs) {
  const { tenant, actor } = await requireTenant(request, "contract.import");
  // why: files are streamed to a folder here, where only the declared length can be refused before anything is written.
  const declared = request.headers.has("Content-Length");
  if (!declared || declaresMoreThan(request, MAX_UPLOAD_MB * 1024 * 1024 + FRAME_BYTES))
    return { problem: "tooLarge" as const };
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) return { problem: "none" as const };
  const dir = await mkdtemp(path.join(os.tmpdir(), "sasae-import-"));
  try {
    const sources = await receive(request, dir);
    if (sources.length === 0) return { problem: "none" as const };
    const id = await saveBatch({ ...tenant, userId: actor.userId }, sources, now());
    throw redirect(`/contractor/import/${id}`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Streams the uploaded files to a folder. */
async function receive(request: Request, dir: string): Promise<Source[]> {
  const sources: Source[] = [];
  await parseMultipartFormData(request, async ({ filename, data }) => {
    if (!filename) return undefined;
    // why: the name is the person's; what is opened on this disk is ours.
    const file = path.join(dir, String(sources.length));
    await pipeline(Readable.from(data), createWriteStream(file));
    const name = path.basename(filename.replaceAll("\\", "/")).slice(0, 120);
    const twice = sources.some((source) => source.name === name);
    sources.push(fileSource(file, twice ? `${sources.length + 1}-${name}` : name));
    return name;
  });
  return sources;
}

export default function Import() {
  const { t } = useTranslation();
  const { batches, page, pages, total } = useLoaderData<typeof loader>();
  return (
    <Page title={t("import.title")} lead={t("import.lead")}>
      <Upload />
      <Section id="rules" title={t("import.rules.title")}>
        <ul className="list-disc pl-6 text-std-16N-170">
          <li>{t("import.rules.whole")}</li>
          <li>{t("import.rules.preview")}</li>
          <li>{t("import.rules.same")}</li>
          <li>{t("import.rules.privacy")}</li>
        </ul>
      </Section>
      <Section id="templates" title={t("import.templates.title")} note={t("import.templates.note")}>
        <TemplateLinks />
      </Section>
      <Section
        id="history"
        title={t("import.history.title")}
        actions={total > 0 ? <ExportLinks to="/contractor/import/export" /> : undefined}
      >
        <BatchList batches={batches} />
        {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
      </Section>
    </Page>
  );
}

function Upload() {
  const { t } = useTranslation();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().formMethod === "POST";
  const limit = { max: MAX_UPLOAD_MB };
  return (
    <Section id="upload" title={t("import.upload.title")}>
      {answer && !busy && <Notice kind="error" title={t(`import.upload.${answer.problem}`, limit)} />}
      <Form method="post" encType="multipart/form-data">
        <label htmlFor="files" className="block text-std-17B-170">
          {t("import.upload.label")}
        </label>
        <p id="files-hint" className="text-std-16N-170 text-solid-gray-700">
          {t("import.upload.hint", limit)}
        </p>
        <input
          id="files"
          name="files"
          type="file"
          multiple
          required
          accept=".csv,.xlsx,text/csv"
          aria-describedby="files-hint"
          className="mt-2 block w-full max-w-2xl rounded-8 border border-solid-gray-600 bg-white px-4 py-3 text-std-16N-170"
        />
        <div className="mt-4">
          <Button aria-disabled={busy} onClick={(event) => busy && event.preventDefault()}>
            {t("import.upload.submit")}
          </Button>
        </div>
        <p role="status" className="mt-3 text-std-16N-170">
          {busy ? t("import.upload.busy") : ""}
        </p>
      </Form>
    </Section>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
