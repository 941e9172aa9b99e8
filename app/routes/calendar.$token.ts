import { createHash } from "node:crypto";

import type { LoaderFunctionArgs } from "@remix-run/node";

import { clientAddress, fullAddress } from "~/auth/addresses.server";
import { readFeed } from "~/auth/calendar-feed.server";
import { admit } from "~/auth/rate-limit.server";
import { notFound } from "~/auth/require.server";
import { calendarEvent } from "~/domain/calendar/event";
import { icsFeed } from "~/domain/calendar/ics.server";
import { calendarWords } from "~/i18n/calendar-text";
import { translator } from "~/i18n/i18n";
import { now } from "~/lib/clock.server";

/** The calendar behind a personal address, for calendar programs. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const secret = /^([\w-]{43})\.ics$/.exec(params.token ?? "")?.[1];
  const feed = secret ? await readFeed(secret, now()) : null;
  if (!feed) {
    const admission = await admit({ subject: "calendar", address: clientAddress(context) });
    if (admission.ok) throw notFound();
    throw new Response(null, { status: 429, headers: { "Retry-After": String(admission.seconds) } });
  }
  const t = translator(feed.locale);
  const origin = new URL(fullAddress(request, "/")).origin;
  const events = feed.sessions.map((session) => calendarEvent(session, origin));
  const body = icsFeed(
    events.map((event) => ({ ...event, ...calendarWords(t, event) })),
    t("calendar.entry.calendarName"),
  );
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { ETag: etag, "X-Robots-Tag": "noindex" };
  if (holds(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "Content-Type": "text/calendar; charset=utf-8" } });
}

/** Whether a program already has this version. A proxy that compresses marks the version as weak. */
function holds(given: string | null, etag: string): boolean {
  return (given ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
