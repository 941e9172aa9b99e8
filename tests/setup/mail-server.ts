/** A real mail server on the loopback, and a reader of what it was handed. */
import type { AddressInfo } from "node:net";

import { SMTPServer } from "smtp-server";

export type Delivered = { to: string[]; from: string; raw: string };

export type MailServer = {
  url: string;
  delivered: Delivered[];
  /** While set, every message is refused with this answer. */
  refuse: { code: number; text: string } | null;
  close: () => Promise<void>;
};

export async function aMailServer(): Promise<MailServer> {
  const delivered: Delivered[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (mail.refuse) {
          done(Object.assign(new Error(mail.refuse.text), { responseCode: mail.refuse.code }));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        delivered.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map((one) => one.address),
          raw: Buffer.concat(chunks).toString("latin1"),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    ...{ url: `smtp://127.0.0.1:${port}`, delivered, refuse: null },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mail;
}

/** A part of a message (MIME): decoded text, or parts within it. */
export type MimePart = {
  type: string;
  parameters: Record<string, string>;
  headers: Map<string, string>;
  text: string;
  parts: MimePart[];
};

/** Reads a message as it was handed over. */
export function readMime(raw: string): MimePart {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line): [string, string] => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
      }),
  );
  const [type = "", ...given] = (headers.get("content-type") ?? "text/plain").split(";").map((part) => part.trim());
  const parameters = Object.fromEntries(
    given.map((part) => {
      const [name = "", ...value] = part.split("=");
      return [name.toLowerCase(), value.join("=").replace(/^"|"$/g, "")];
    }),
  );
  const boundary = parameters.boundary;
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => readMime(part.replace(/^\r\n/, "").replace(/\r\n$/, "")))
    : [];
  const encoding = (headers.get("content-transfer-encoding") ?? "7bit").toLowerCase();
  return { type: type.toLowerCase(), parameters, headers, text: parts.length > 0 ? "" : decode(body, encoding), parts };
}

/** Every part that holds text, with the path of types that leads to it. */
export function leaves(part: MimePart, path: string[] = []): { path: string; part: MimePart }[] {
  const here = [...path, part.type];
  if (part.parts.length === 0) return [{ path: here.join(" > "), part }];
  return part.parts.flatMap((one) => leaves(one, here));
}

function decode(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  return quoted(body.replace(/=\r\n/g, ""));
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : quoted(text.replaceAll("_", " ")),
    );
}
