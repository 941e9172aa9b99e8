import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { RequestIdContext } from "./components/request-id";

const brought = document.querySelector<HTMLMetaElement>('meta[name="request-id"]');
const requestId = { last: brought?.content ?? null };

// why: the error page names the request that failed, which may be one for data of a page that is already there.
const plainFetch = window.fetch.bind(window);
window.fetch = async (...request) => {
  const response = await plainFetch(...request);
  if (response.status >= 500) requestId.last = response.headers.get("X-Request-Id");
  return response;
};

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RequestIdContext.Provider value={requestId}>
        <RemixBrowser />
      </RequestIdContext.Provider>
    </StrictMode>,
  );
});
