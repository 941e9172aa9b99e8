import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export type Crumb = { to: string; label: string };

/** The frame of a page inside the shell: breadcrumb, heading, as-of line, main action at the top right. */
export function Page(props: {
  title: string;
  crumbs?: Crumb[];
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 pt-4 pb-16 outline-none md:px-8 md:pt-6">
      {props.crumbs && props.crumbs.length > 0 && (
        <nav aria-label={t("common.breadcrumb")} className="text-dns-14N-130 print:hidden">
          <ol className="flex flex-wrap gap-2">
            {props.crumbs.map((crumb) => (
              <li key={crumb.to} className="flex gap-2">
                <Link to={crumb.to} className="link">
                  {crumb.label}
                </Link>
                <span aria-hidden="true">›</span>
              </li>
            ))}
            <li aria-current="page">{props.title}</li>
          </ol>
        </nav>
      )}
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div>
          <h1 className="text-std-24B-150 md:text-std-28B-150">{props.title}</h1>
          {props.lead && <p className="mt-1 text-dns-16N-130 text-solid-gray-700">{props.lead}</p>}
        </div>
        {props.actions && <div className="flex w-full flex-wrap gap-3 md:w-auto print:hidden">{props.actions}</div>}
      </div>
      {props.children}
    </main>
  );
}

/** A titled part of a page. */
export function Section(props: {
  id: string;
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={props.id} className="mt-10">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h2 id={props.id} className="text-std-20B-150 md:text-std-22B-150">
          {props.title}
        </h2>
        {props.actions && <div className="flex flex-wrap gap-4 print:hidden">{props.actions}</div>}
      </div>
      {props.note && <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{props.note}</p>}
      <div className="mt-3">{props.children}</div>
    </section>
  );
}

/** What stands where there is nothing yet: what will be here, and the way to begin. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="rounded-12 border border-dashed border-solid-gray-420 bg-solid-gray-50 px-5 py-6">
      <p className="text-std-17B-170">{title}</p>
      {children && <div className="mt-1 text-std-16N-170 text-solid-gray-700">{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
