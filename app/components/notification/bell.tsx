import { NavLink } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { MOST_COUNTED } from "../../domain/notification/own";

/** The way to the notifications, with how many are unread. */
export function Bell({ unread }: { unread: number }) {
  const { t } = useTranslation();
  const isMore = unread > MOST_COUNTED;
  const words = isMore
    ? t("notification.unreadMore", { most: MOST_COUNTED })
    : t("notification.unread", { count: unread });
  return (
    <NavLink
      to="/notifications"
      aria-label={unread > 0 ? `${t("notification.bell")}（${words}）` : t("notification.bell")}
      className="relative inline-flex min-h-11 min-w-11 items-center justify-center rounded-8 text-solid-gray-800 hover:bg-key-50"
    >
      <svg
        viewBox="0 0 24 24"
        className="size-6"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      >
        <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7Z" strokeLinejoin="round" />
        <path d="M10 20a2 2 0 0 0 4 0" strokeLinecap="round" />
      </svg>
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0 right-0 min-w-5 rounded-full bg-error-2 px-1 text-center text-oln-14B-100 leading-5 text-white tabular"
        >
          {isMore ? `${MOST_COUNTED}+` : unread}
        </span>
      )}
    </NavLink>
  );
}
