/** Mail in the reader's language: subject, plain text and the same as simple HTML. The subject names nobody and no figure. */
import { calendarEvent, type CalendarEvent, type WallTime } from "../domain/calendar/event";
import type { Invitation, MailContent, SurveyReminder } from "../domain/notification/content";
import type { DigestContent, DigestLine } from "../domain/notification/digest";
import { topicOf } from "../domain/notification/happenings";
import { calendarWords } from "./calendar-text";
import { dayInYear, longDay } from "./format";
import { translator, type Locale } from "./i18n";
import { compose, type MailText } from "./mail-layout";

/** What a mail says. */
export function mailText(content: MailContent, locale: Locale): MailText {
  switch (content.kind) {
    case "invitation":
      return invitationText(content, locale);
    case "test":
      return testText(content.origin, locale);
    case "surveyReminder":
      return reminderText(content, locale);
    case "digest":
      return digestText(content, locale);
  }
}

/** Counts by kind and rule: neither a name nor a person's figure. */
function digestText({ day, now, news, token, origin }: DigestContent, locale: Locale): MailText {
  const t = translator(locale);
  const sections = [
    { title: t("notification.mail.now"), lines: now },
    { title: t("notification.mail.news"), lines: news },
  ];
  return compose(locale, {
    subject: t("notification.mail.subject", { day: dayInYear(day, locale) }),
    greeting: null,
    lead: t("notification.mail.lead"),
    facts: [],
    sections: sections
      .filter(({ lines }) => lines.length > 0)
      .map(({ title, lines }) => ({
        title,
        lines: lines.map((line) => ({
          label: lineText(line, locale),
          address: `${origin}/notifications?topic=${topicOf(line.kind)}`,
        })),
      })),
    link: { label: t("notification.mail.open"), address: `${origin}/notifications` },
    closing: t("calendar.mail.closing"),
    settings: { label: t("notification.mail.settings"), address: digestAddress(origin, token) },
  });
}

/** Where a digest's reader ends it with one click, without signing in. */
export function digestAddress(origin: string, token: string): string {
  return `${origin}/digest/${token}`;
}

function lineText({ kind, rule, contract, count }: DigestLine, locale: Locale): string {
  const t = translator(locale);
  const bare = t(`notification.mail.what.${kind}`);
  const ofRule =
    rule === null ? bare : t("notification.mail.ofRule", { what: bare, rule: t(`flag.rule.${rule}.name`) });
  const what = contract === null ? ofRule : t("notification.mail.inContract", { contract, what: ofRule });
  const line = t("notification.mail.line", { what, count });
  return line.charAt(0).toUpperCase() + line.slice(1);
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
