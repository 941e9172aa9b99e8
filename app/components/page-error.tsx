import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useRequestId } from "./request-id";

/** The one error page: says in words what happened, and the way back. */
export function PageError() {
  const error = useRouteError();
  const { t } = useTranslation();
  const reference = useRequestId();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const title = status === 404 ? t("common.error.notFoundTitle") : t("common.error.title");
  const text =
    status === 404
      ? t("common.error.notFound")
      : status === 403
        ? t("common.error.forbidden")
        : t("common.error.unexpected");
  return (
    <main id="main" className="mx-auto max-w-3xl px-4 py-12">
      <h1 className="text-std-28B-150">{title}</h1>
      <p className="mt-4 text-std-17N-170">{text}</p>
      {status >= 500 && reference && (
        <p className="mt-4 text-std-16N-170 tabular">{t("common.error.reference", { reference })}</p>
      )}
      <p className="mt-6">
        <Link to="/" className="link text-std-16N-170">
          {t("common.error.toHome")}
        </Link>
      </p>
    </main>
  );
}
