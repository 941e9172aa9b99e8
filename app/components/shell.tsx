import { Form, NavLink, useLocation, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { LanguageSwitch } from "./language-switch";
import type { NavItem } from "./navigation";
import { forgetDrafts } from "./note/drafts";
import { Bell } from "./notification/bell";

export type MembershipChoice = { id: string; label: string };

type ShellProps = {
  name: string;
  /** Where the reader stands: role and contract or ward. */
  standing: string;
  nav: NavItem[];
  /** Pages in the account menu. */
  menu: NavItem[];
  memberships: MembershipChoice[];
  membershipId: string;
  /** Unread notifications; null for who gets none. */
  unread: number | null;
  children: ReactNode;
};

/** The signed-in frame: skip link, product, navigation, who I am, progress while a page loads. */
export function Shell(props: ShellProps) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2 focus:rounded-8 focus:bg-white focus:px-4 focus:py-2"
      >
        {t("common.skip")}
      </a>
      <div
        aria-hidden="true"
        className={`fixed inset-x-0 top-0 z-20 h-1 bg-key-600 ${busy ? "animate-pulse" : "hidden"}`}
      />
      <p role="status" className="sr-only">
        {busy ? t("common.loading") : ""}
      </p>
      <header className="border-b border-solid-gray-300 bg-white print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 md:px-8">
          <NavLink to="/" className="flex min-h-14 items-center gap-2 text-std-18B-160 text-key-1000 no-underline">
            <Mark />
            {t("glossary.product")}
          </NavLink>
          <p className="order-last w-full pb-2 text-dns-14N-130 text-solid-gray-700 md:order-none md:w-auto md:pb-0">
            {props.standing}
          </p>
          <UserMenu {...props} />
        </div>
        <nav aria-label={t("common.menu")} className="mx-auto max-w-6xl relative overflow-x-auto px-2 md:px-6">
          <ul className="flex gap-1">
            {props.nav.map((item) => (
              <li key={item.to} className="shrink-0">
                <NavLink
                  to={item.to}
                  end={item.end}
                  className={({ isActive }) =>
                    `flex min-h-12 items-center border-b-4 px-3 text-std-16N-170 no-underline ${
                      isActive
                        ? "border-key-900 font-700 text-key-1000"
                        : "border-transparent text-solid-gray-800 hover:bg-key-50"
                    }`
                  }
                >
                  {t(item.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {props.children}
    </>
  );
}

function UserMenu({ name, menu, memberships, membershipId, unread }: ShellProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <div className="ml-auto flex items-center gap-1">
      {unread !== null && <Bell unread={unread} />}
      <LanguageSwitch />
      <details className="group relative" key={pathname}>
        <summary className="flex min-h-11 max-w-40 cursor-pointer list-none items-center gap-1 rounded-8 px-3 text-dns-16N-130 hover:bg-key-50 md:max-w-64">
          <span className="truncate">{name}</span>
          <span aria-hidden="true">▾</span>
        </summary>
        <div className="absolute right-0 z-10 mt-1 w-72 rounded-12 border border-solid-gray-300 bg-white p-2 shadow-2">
          {memberships.length > 1 && (
            <Form method="post" action="/membership" reloadDocument className="border-b border-solid-gray-300 pb-2">
              <p className="px-3 py-1 text-dns-14N-130 text-solid-gray-700">{t("common.switchMembership")}</p>
              {memberships.map((choice) => (
                <button
                  key={choice.id}
                  type="submit"
                  name="membershipId"
                  value={choice.id}
                  aria-current={choice.id === membershipId ? "true" : undefined}
                  className="block min-h-11 w-full rounded-8 px-3 text-start text-dns-16N-130 hover:bg-key-50 aria-[current]:font-700"
                >
                  {choice.id === membershipId ? "✓ " : ""}
                  {choice.label}
                </button>
              ))}
            </Form>
          )}
          {menu.map((item) => (
            <NavLink
              key={item.to}
              to={item.to}
              className="flex min-h-11 items-center rounded-8 px-3 text-dns-16N-130 hover:bg-key-50"
            >
              {t(item.label)}
            </NavLink>
          ))}
          <NavLink to="/account" className="flex min-h-11 items-center rounded-8 px-3 text-dns-16N-130 hover:bg-key-50">
            {t("common.account")}
          </NavLink>
          <Form method="post" action="/logout" reloadDocument onSubmit={() => forgetDrafts()}>
            <button
              type="submit"
              className="min-h-11 w-full rounded-8 px-3 text-start text-dns-16N-130 hover:bg-key-50"
            >
              {t("common.signOut")}
            </button>
          </Form>
        </div>
      </details>
    </div>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-8" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--color-key-900)" />
      <path d="M6 21c4 0 5-3 10-3s6 3 10 3" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="16" cy="11" r="4" fill="#fff" />
    </svg>
  );
}
