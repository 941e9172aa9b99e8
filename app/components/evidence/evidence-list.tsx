import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { EvidenceRow } from "../../domain/evidence/content";
import { Button } from "../button";

const KINDS = { "application/pdf": "PDF", "image/png": "PNG", "image/jpeg": "JPEG" } as const;

/**
 * A record's files as downloads. With `removeIntent` each has a button that posts it as `intent`, with the id as `fileId`,
 * to the page's action.
 */
export function EvidenceList({ files, removeIntent }: { files: readonly EvidenceRow[]; removeIntent?: string }) {
  const { t } = useTranslation();
  if (files.length === 0) return <p className="text-std-16N-170 text-solid-gray-700">{t("note.evidence.none")}</p>;
  return (
    <ul className="divide-y divide-solid-gray-300">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
          <a
            href={`/evidence/${file.id}`}
            download
            className="link inline-flex min-h-11 min-w-0 items-center text-std-16N-170 [overflow-wrap:anywhere]"
          >
            {t("note.evidence.file", { name: file.name, kind: KINDS[file.mediaType], size: sizeOf(file.bytes) })}
          </a>
          {removeIntent && (
            <Form method="post" className="print:hidden">
              <input type="hidden" name="fileId" value={file.id} />
              <Button
                look="text"
                className="min-w-11"
                name="intent"
                value={removeIntent}
                aria-label={t("note.evidence.removeNamed", { name: file.name })}
              >
                {t("note.evidence.remove")}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
