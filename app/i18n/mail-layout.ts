/** How a mail looks: plain text, and the same as simple HTML with its style beside each element, as mail programs drop style sheets. */
import type { Locale } from "./resources";

export type MailText = { subject: string; text: string; html: string };

type Link = { label: string; address: string };
export type Parts = {
  subject: string;
  greeting: string | null;
  lead: string;
  facts: [label: string, value: string][];
  /** Lists of lines, each with the page that it leads to. */
  sections?: { title: string; lines: Link[] }[];
  link: Link;
  closing: string;
  /** Where the reader ends such mails. */
  settings?: Link;
};

/** A mail of its parts. */
export function compose(locale: Locale, parts: Parts): MailText {
  const { greeting, lead, facts, sections = [], link, closing, settings } = parts;
  const colon = locale === "ja" ? "：" : ": ";
  const list = facts.map(([label, value]) => `${label}${colon}${value}`).join("\n");
  const blocks = sections.map(({ title, lines }) =>
    [locale === "ja" ? `■ ${title}` : title, ...lines.map(({ label }) => `- ${label}`)].join("\n"),
  );
  const end = [`-- \n${closing}`, ...(settings ? [inText(settings)] : [])].join("\n");
  const text = [greeting, lead, list, ...blocks, inText(link), end].filter(Boolean).join("\n\n");
  const subject = oneLine(parts.subject);
  return { subject, text: `${text}\n`, html: htmlOf(locale, { ...parts, subject }) };
}

function inText({ label, address }: Link): string {
  return `${label}\n${address}`;
}

function htmlOf(locale: Locale, { subject, greeting, lead, facts, sections = [], link, closing, settings }: Parts) {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;font-weight:normal;color:#4d4d4d;padding:4px 16px 4px 0;vertical-align:top">${escape(label)}</th>` +
      `<td style="padding:4px 0">${value.startsWith("https://") ? anchor({ address: value, label: value }) : escape(value)}</td></tr>`,
  );
  const lists = sections.map(
    ({ title, lines }) =>
      `<h2 style="font-size:16px;margin:24px 0 8px">${escape(title)}</h2>` +
      `<ul style="margin:0;padding-left:24px">${lines.map((line) => `<li>${anchor(line)}</li>`).join("")}</ul>`,
  );
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font-family:sans-serif;font-size:16px;line-height:1.7">`,
    greeting ? `<p>${escape(greeting)}</p>` : "",
    `<p>${escape(lead).replaceAll("\n", "<br>")}</p>`,
    rows.length > 0 ? `<table style="border-collapse:collapse">${rows.join("")}</table>` : "",
    ...lists,
    `<p>${anchor(link)}</p>`,
    `<p style="border-top:1px solid #cccccc;padding-top:12px;color:#4d4d4d;font-size:14px">${escape(closing)}${settings ? `<br>${anchor(settings)}` : ""}</p>`,
    "</body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

function anchor({ address, label }: Link): string {
  return `<a href="${escape(address)}" style="color:#00118f">${escape(label)}</a>`;
}

function escape(value: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return value.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}
