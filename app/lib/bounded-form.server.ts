/** Bodies of requests read up to a limit: what is larger never fills the memory. */

/** `tooLarge`: the request held more than the limit. The form then has the fields that stood before the file, and no file. */
export type BoundedForm = { form: FormData; tooLarge: boolean };

/** What is read of a request that says itself that it is too large: enough for the typed fields, which stand before the file. */
const TYPED_BYTES = 256 * 1024;
/** What is read and thrown away beyond the limit before the connection is cut. */
const DISCARDED_BYTES = 64 * 1024 * 1024;

/** Whether a request says of itself that its body is larger than so many bytes. */
export function declaresMoreThan(request: Request, maxBytes: number): boolean {
  return Number(request.headers.get("Content-Length") ?? 0) > maxBytes;
}

/**
 * Reads a form of at most so many bytes; use it instead of request.formData() wherever a form has a file. A larger request
 * is refused by its Content-Length before it is buffered, and without one as soon as the limit is passed. What was typed
 * survives: put the file field last in the form. After authorising: `const { form, tooLarge } = await boundedForm(request,
 * EVIDENCE_REQUEST_MAX_BYTES)`, then parseForm(schema, form) and checkEvidence(form.get("evidence"), tooLarge).
 * A body that is no form is an empty form.
 */
export async function boundedForm(request: Request, maxBytes: number): Promise<BoundedForm> {
  const declared = declaresMoreThan(request, maxBytes);
  const { bytes, whole } = await readUpTo(request.body, declared ? Math.min(TYPED_BYTES, maxBytes) : maxBytes);
  const type = request.headers.get("Content-Type") ?? "";
  const form = await formOf(whole ? bytes : closed(bytes, type), type);
  const tooLarge = declared || !whole;
  for (const [name, value] of [...form]) if (tooLarge && value instanceof File) form.delete(name);
  return { form, tooLarge };
}

/** Reads a text of at most so many bytes; null for a longer one. */
export async function boundedText(request: Request, maxBytes: number): Promise<string | null> {
  if (declaresMoreThan(request, maxBytes)) return null;
  const { bytes, whole } = await readUpTo(request.body, maxBytes);
  return whole ? new TextDecoder().decode(bytes) : null;
}

async function readUpTo(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let size = 0;
  while (reader && size <= maxBytes) {
    const { done, value } = await reader.read();
    if (done) return { bytes: new Uint8Array(Buffer.concat(chunks)), whole: true };
    chunks.push(value);
    size += value.byteLength;
  }
  if (reader) void discard(reader);
  return { bytes: new Uint8Array(Buffer.concat(chunks).subarray(0, maxBytes)), whole: reader === undefined };
}

/** Lets the rest pass by, so that the browser reads the answer instead of a broken connection; more than that is cut off. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    for (let left = DISCARDED_BYTES; left > 0;) {
      const { done, value } = await reader.read();
      if (done) return;
      left -= value.byteLength;
    }
    await reader.cancel();
  } catch {
    // why: the sender has gone, which is what was wanted.
  }
}

/** The beginning of a multipart body with an end of its own, so that the parts before the cut can be read. */
function closed(bytes: Uint8Array, type: string): Uint8Array<ArrayBuffer> {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1] ?? "";
  return new Uint8Array(Buffer.concat([bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]));
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch {
    return new FormData();
  }
}
