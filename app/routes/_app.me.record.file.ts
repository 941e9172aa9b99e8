import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requirePeople } from "~/auth/require.server";
import { getOwnRecord } from "~/domain/record/repository.server";
import { wishedFile, wishedYears } from "~/domain/record/schema";
import { makePdf } from "~/domain/report/pdf.server";
import { fileHeaders, makeFile, type MadeFile } from "~/domain/report/sheet.server";
import { recordDocument } from "~/i18n/record-document";
import { recordSheet } from "~/i18n/record-sheet";
import { now } from "~/lib/clock.server";
import { dayOfInstant } from "~/lib/calendar";

/** The own record as a file, in Japanese whatever the reader's language; also after leaving. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "own.record");
  const { staffId, isFormer } = actor.membership;
  const { searchParams } = new URL(request.url);
  const at = now();
  const wish = { asOf: dayOfInstant(at), years: wishedYears(searchParams), isFormer };
  const loaded = staffId && (await getOwnRecord(people, staffId, wish));
  if (!loaded) throw notFound();
  const { format, locale } = wishedFile(searchParams);
  const document = recordDocument(loaded.record, locale);
  const file: MadeFile =
    format === "pdf"
      ? { bytes: await makePdf(document, at), mediaType: "application/pdf", extension: "pdf" }
      : await makeFile(recordSheet(loaded.record, locale), format);
  const name = [document.title, loaded.record.content.post.name, wish.asOf.replaceAll("-", "")];
  return new Response(Buffer.from(file.bytes), { headers: fileHeaders(file, name) });
}
