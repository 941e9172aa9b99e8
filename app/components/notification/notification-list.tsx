import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { OwnNotification } from "../../domain/notification/own";
import { longDay } from "../../i18n/format";
import { notificationText } from "../../i18n/notification-text";
import { useLocale } from "../locale";
import { SeverityBadge } from "../status";

/** Notifications grouped by day, the newest first. Each is a button: opening it marks it as read. */
export function NotificationList({ rows, namesContract }: { rows: OwnNotification[]; namesContract: boolean }) {
  const locale = useLocale();
  const days = [...new Set(rows.map(({ day }) => day))];
  return days.map((day) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mt-8">
      <h2 id={`day-${day}`} className="text-std-18B-160">
        {longDay(day, locale)}
      </h2>
      <ul className="mt-2 divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {rows
          .filter((row) => row.day === day)
          .map((row) => (
            <Item key={row.id} row={row} namesContract={namesContract} />
          ))}
      </ul>
    </section>
  ));
}

function Item({ row, namesContract }: { row: OwnNotification; namesContract: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { contract } = row.params;
  return (
    <li>
      <Form method="post" reloadDocument>
        <input type="hidden" name="id" value={row.id} />
        <button
          type="submit"
          name="intent"
          value="open"
          className={`flex min-h-14 w-full flex-wrap items-center gap-x-4 gap-y-1 px-2 py-3 text-start hover:bg-key-50 ${row.isRead ? "" : "bg-key-50"}`}
        >
          <span className="w-16 shrink-0 text-dns-14N-130">
            {row.isRead ? (
              <span className="text-solid-gray-700">{t("notification.readMark")}</span>
            ) : (
              <span className="font-700 text-key-1000">
                <span aria-hidden="true">● </span>
                {t("notification.unreadMark")}
              </span>
            )}
          </span>
          <span className={`min-w-0 grow basis-60 text-std-16N-170 ${row.isRead ? "" : "font-700"}`}>
            <span className="link">{notificationText(t, locale, row)}</span>
            {namesContract && contract && (
              <span className="ml-2 text-dns-14N-130 whitespace-nowrap text-solid-gray-700">
                {t("notification.inContract", { contract })}
              </span>
            )}
          </span>
          {row.severity && <SeverityBadge severity={row.severity} />}
        </button>
      </Form>
    </li>
  );
}
