import type { LoaderFunctionArgs } from "@remix-run/node";

import { notFound, requireActor, requirePeople, requireTenant } from "~/auth/require.server";
import { readContractEvidence, readOwnEvidence } from "~/domain/evidence/evidence.server";

/** A file of evidence as a download, for the worker whose it is and for the contract's manager. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { membership } = await requireActor(request, "evidence.read");
  const fileId = params.fileId ?? "";
  const file =
    membership.role === "manager"
      ? await readContractEvidence((await requireTenant(request, "evidence.read")).tenant, fileId)
      : await readOwnEvidence((await requirePeople(request, "evidence.read")).people, fileId);
  if (!file) throw notFound();
  const ending = file.name.slice(file.name.lastIndexOf(".") + 1);
  return new Response(file.content, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="evidence.${ending}"; filename*=UTF-8''${encoded(file.name)}`,
      "Content-Length": String(file.content.byteLength),
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

/** RFC 8187: encodeURIComponent leaves four signs that the header may not hold bare. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
