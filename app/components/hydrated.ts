import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** Whether scripts run: what only they can do is shown only then. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
