import type { LoaderFunctionArgs } from "@remix-run/node";

import { requirePlatform } from "~/auth/require.server";
import { MAIL_STATES } from "~/domain/notification/content";
import { listMail, MOST_ROWS, type MailRow } from "~/domain/notification/queue.server";
import { sheetResponse, type Sheet } from "~/domain/report/sheet.server";
import { longDay, shortMoment } from "~/i18n/format";
import { translator } from "~/i18n/i18n";
import { localeOf } from "~/i18n/locale.server";
import type { Locale } from "~/i18n/resources";
import { today } from "~/lib/clock.server";

/** The queue of mail as a file, filtered as on the screen and without what the mails say. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const params = new URL(request.url).searchParams;
  const state = MAIL_STATES.find((one) => one === params.get("state")) ?? null;
  const { rows } = await listMail(platform, { state, page: 1, pageSize: MOST_ROWS });
  const day = today();
  const sheet = sheetOf(rows, localeOf(request), day);
  return sheetResponse(sheet, params, [sheet.name, day.replaceAll("-", "")]);
}

function sheetOf(rows: readonly MailRow[], locale: Locale, day: string): Sheet {
  const t = translator(locale);
  const name = t("calendar.mail.admin.title");
  const moment = (at: Date | null) => (at ? shortMoment(at, locale) : null);
  return {
    name,
    heading: t("calendar.mail.admin.heading", { day: longDay(day, locale) }),
    columns: [
      { title: t("calendar.mail.admin.created"), width: 18 },
      { title: t("calendar.mail.admin.kind"), width: 24 },
      { title: t("calendar.mail.admin.to"), width: 24 },
      { title: t("calendar.mail.admin.state") },
      { title: t("calendar.mail.admin.attempts"), format: "0" },
      { title: t("calendar.mail.admin.error"), width: 24 },
      { title: t("calendar.mail.admin.next"), width: 18 },
      { title: t("calendar.mail.admin.sent"), width: 18 },
    ],
    rows: rows.map((row) => [
      ...[moment(row.createdAt), t(`calendar.mail.admin.kinds.${row.kind}`), row.domain],
      ...[t(`calendar.mail.admin.states.${row.state}`), row.attempts, row.lastError],
      ...[moment(row.nextAttemptAt), moment(row.sentAt)],
    ]),
  };
}
