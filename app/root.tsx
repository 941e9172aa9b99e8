import "@fontsource-variable/noto-sans-jp/index.css";
import "./styles/app.css";

import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";

import { useNonce } from "./components/nonce";
import { PageError } from "./components/page-error";
import { useRequestId } from "./components/request-id";
import { i18nFor, translator, type Locale } from "./i18n/i18n";
import { localeOf } from "./i18n/locale.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translator(data?.locale ?? "ja")("common.appTitle") },
];

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

/** Only the language: no session, so that pages outside the signed-in frame never meet one. */
export function loader({ request }: LoaderFunctionArgs): { locale: Locale } {
  return { locale: localeOf(request) };
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const requestId = useRequestId();
  const locale = useRouteLoaderData<typeof loader>("root")?.locale ?? "ja";
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b4f6c" />
        {requestId && <meta name="request-id" content={requestId} />}
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18nFor(locale)}>{children}</I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  useLoaderData<typeof loader>();
  return <Outlet />;
}

export { PageError as ErrorBoundary };
