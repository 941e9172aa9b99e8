import { useSearchParams } from "@remix-run/react";

/** What was just done, from the address that an action redirected to (?done=WORD). */
export function useDone(): string | null {
  return useSearchParams()[0].get("done");
}
