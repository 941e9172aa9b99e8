import { useEffect } from "react";

/** The forms that can be opened and filled in without a connection. */
export const OFFLINE_FORMS = ["/me/training/new", "/me/sessions/new", "/me/requests/new"] as const;

/** Has the browser keep the empty forms of a signed-in worker for times without a connection. */
export function useOfflineForms(): void {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const ask = async () => {
      await navigator.serviceWorker.register("/sw.js");
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ kind: "keep-forms", paths: OFFLINE_FORMS });
    };
    // why: a browser that allows no service worker, as in some private windows, simply has no offline forms.
    ask().catch(() => undefined);
  }, []);
}
