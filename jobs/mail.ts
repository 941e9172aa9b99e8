/** Sends the mail that is due. Its record is the queue itself; a minute without mail leaves no trace. */
import { platformOf } from "~/db/scope.server";
import { calendarEvent } from "~/domain/calendar/event";
import { icsInvitation, type CalendarPerson } from "~/domain/calendar/ics.server";
import type { MailContent } from "~/domain/notification/content";
import { claimMail, markFailed, markSent, type DueMail } from "~/domain/notification/queue.server";
import { calendarWords } from "~/i18n/calendar-text";
import { translator } from "~/i18n/i18n";
import { digestAddress, mailText } from "~/i18n/mail-text";
import { LOCALES, type Locale } from "~/i18n/resources";

export type OutgoingMessage = {
  /** The Message-ID: the same at every attempt. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  calendar: { method: "REQUEST" | "CANCEL"; ics: string } | null;
  /** Where a mail program ends such mails for its reader with one POST (RFC 8058). */
  unsubscribe: string | null;
};
/** Hands a message over; throws where the server does not take it. */
export type Send = (message: OutgoingMessage) => Promise<void>;

export type MailRound = {
  clock: () => Date;
  from: { name: string; address: string };
  send: Send;
  isEnding?: () => boolean;
};

/** Sends what is due, one by one, until nothing is left. Counts what was taken by the server, what will be tried again, and what is given up. */
export async function sendDueMail(round: MailRound): Promise<{ sent: number; delayed: number; failed: number }> {
  const platform = platformOf();
  const counts = { sent: 0, delayed: 0, failed: 0 };
  while (!round.isEnding?.()) {
    const mail = await claimMail(platform, round.clock());
    if (!mail) break;
    const error = await attempt(mail, round);
    if (error === null) {
      await markSent(platform, mail, round.clock());
      counts.sent += 1;
    } else if (await markFailed(platform, mail, error, round.clock())) counts.failed += 1;
    else counts.delayed += 1;
  }
  return counts;
}

/** The code of what went wrong, or null. */
async function attempt(mail: DueMail, round: MailRound): Promise<string | null> {
  if (mail.content === null) return "unreadable";
  try {
    await round.send(messageOf(mail, mail.content, round.from));
    return null;
  } catch (error) {
    return errorCode(error);
  }
}

/** The message that a queued mail becomes. */
export function messageOf(
  mail: Pick<DueMail, "id" | "to" | "locale">,
  content: MailContent,
  from: MailRound["from"],
): OutgoingMessage {
  const locale: Locale = LOCALES.find((one) => one === mail.locale) ?? "ja";
  return {
    ...mailText(content, locale),
    ...{ id: `<${mail.id}@${from.address.split("@").at(-1)}>`, from, to: mail.to },
    calendar: calendarOf(content, { to: mail.to, from, locale }),
    unsubscribe: content.kind === "digest" ? digestAddress(content.origin, content.token) : null,
  };
}

function calendarOf(
  content: MailContent,
  { to, from, locale }: { to: string; from: MailRound["from"]; locale: Locale },
): OutgoingMessage["calendar"] {
  if (content.kind !== "invitation") return null;
  const { method, session, origin, attendee, supervisor } = content;
  const event = calendarEvent(session, origin);
  const organizer: CalendarPerson = { name: supervisor ?? from.name, email: from.address };
  const entry = { ...event, ...calendarWords(translator(locale), event) };
  return { method, ics: icsInvitation(entry, { method, organizer, attendee: { name: attendee, email: to } }) };
}

/** A code such as "EENVELOPE 550": a server's own words may quote addresses. */
function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  const answer = "responseCode" in error && typeof error.responseCode === "number" ? ` ${error.responseCode}` : "";
  return `${code}${answer}`;
}
