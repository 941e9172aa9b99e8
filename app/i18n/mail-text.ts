/** Mail in the reader's language: subject, plain text and the same as simple HTML. The subject names nobody and no figure. */
import { calendarEvent, type CalendarEvent, type WallTime } from "../domain/calendar/event";
import type { Invitation, MailContent, SurveyReminder } from "../domain/notification/content";
import { calendarWords } from "./calendar-text";
import { longDay } from "./format";
import { translator, type Locale } from "./i18n";

export type MailText = { subject: string; text: string; html: string };

/** What a mail says. */
export function mailText(content: MailContent, locale: Locale): MailText {
  if (content.kind === "invitation") return invitationText(content, locale);
  return content.kind === "test" ? testText(content.origin, locale) : reminderText(content, locale);
}

function invitationText(content: Invitation, locale: Locale): MailText {
  const t = translator(locale);
  const event = calendarEvent(content.session, content.origin);
  const about = content.method === "CANCEL" ? "cancelled" : event.sequence > 0 ? "changed" : "invited";
  const facts: [string, string][] = [
    [t("calendar.mail.when"), whenText(event, locale)],
    [t("calendar.mail.kind"), t(`glossary.session.${event.kind}`)],
    ...optional(t("calendar.mail.supervisor"), content.supervisor),
    ...optional(t("calendar.mail.place"), event.place),
    ...optional(t("calendar.mail.video"), event.videoUrl),
  ];
  const isOpen = about !== "cancelled" && event.status === "TENTATIVE";
  return compose(locale, {
    subject: t(`calendar.mail.${about}.subject`, { summary: calendarWords(t, event).summary }),
    greeting: t("calendar.mail.greeting", { name: content.attendee }),
    lead: t(`calendar.mail.${about}.lead`) + (isOpen ? `\n${t("calendar.entry.tentative")}` : ""),
    facts,
    link: { label: t("calendar.mail.open"), address: event.url },
    closing: t("calendar.mail.closing"),
  });
}

function testText(origin: string, locale: Locale): MailText {
  const t = translator(locale);
  return compose(locale, {
    subject: t("calendar.mail.test.subject"),
    greeting: null,
    lead: t("calendar.mail.test.lead"),
    facts: [],
    link: { label: t("calendar.mail.openPage"), address: `${origin}/admin/mail` },
    closing: t("calendar.mail.closing"),
  });
}

/** The same for everybody: it neither greets by name nor says what the person has or has not done. */
function reminderText({ title, titleEn, closesOn, origin }: SurveyReminder, locale: Locale): MailText {
  const t = translator(locale);
  return compose(locale, {
    subject: t("survey.manage.mail.subject"),
    greeting: null,
    lead: t("survey.manage.mail.lead"),
    facts: [
      [t("survey.manage.mail.title"), (locale === "en" && titleEn) || title],
      [t("survey.manage.mail.closesOn"), longDay(closesOn, locale)],
    ],
    link: { label: t("survey.manage.mail.open"), address: `${origin}/me/surveys` },
    closing: t("calendar.mail.closing"),
  });
}

/** "令和8年12月1日 10:00〜11:00（日本時間）", or the day alone. */
function whenText({ span, day }: CalendarEvent, locale: Locale): string {
  const t = translator(locale);
  if (span === null) return longDay(day, locale);
  const until = (end: WallTime) => (end.day === day ? end.time : `${longDay(end.day, locale)} ${end.time}`);
  return t("calendar.mail.span", { day: longDay(day, locale), from: span.start.time, to: until(span.end) });
}

function optional(label: string, value: string | null): [string, string][] {
  return value ? [[label, value]] : [];
}

type Parts = {
  subject: string;
  greeting: string | null;
  lead: string;
  facts: [label: string, value: string][];
  link: { label: string; address: string };
  closing: string;
};

function compose(locale: Locale, { subject, greeting, lead, facts, link, closing }: Parts): MailText {
  const colon = locale === "ja" ? "：" : ": ";
  const list = facts.map(([label, value]) => `${label}${colon}${value}`).join("\n");
  const text = [greeting, lead, list, `${link.label}\n${link.address}`, `-- \n${closing}`].filter(Boolean).join("\n\n");
  return {
    subject: oneLine(subject),
    text: `${text}\n`,
    html: htmlOf(locale, { subject, greeting, lead, facts, link, closing }),
  };
}

/** Simple HTML with its style beside each element: mail programs drop style sheets. */
function htmlOf(locale: Locale, { subject, greeting, lead, facts, link, closing }: Parts): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="text-align:left;font-weight:normal;color:#4d4d4d;padding:4px 16px 4px 0;vertical-align:top">${escape(label)}</th>` +
      `<td style="padding:4px 0">${value.startsWith("https://") ? anchor(value, value) : escape(value)}</td></tr>`,
  );
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font-family:sans-serif;font-size:16px;line-height:1.7">`,
    greeting ? `<p>${escape(greeting)}</p>` : "",
    `<p>${escape(lead).replaceAll("\n", "<br>")}</p>`,
    rows.length > 0 ? `<table style="border-collapse:collapse">${rows.join("")}</table>` : "",
    `<p>${anchor(link.address, link.label)}</p>`,
    `<p style="border-top:1px solid #cccccc;padding-top:12px;color:#4d4d4d;font-size:14px">${escape(closing)}</p>`,
    "</body></html>",
  ]
    .filter(Boolean)
    .join("\n");
}

function anchor(address: string, label: string): string {
  return `<a href="${escape(address)}" style="color:#00118f">${escape(label)}</a>`;
}

function escape(value: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return value.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, " ").trim();
}
