import { createContext, useContext } from "react";

/** The number of the request that failed last, or that brought the page; in the browser it changes without telling React. */
export const RequestIdContext = createContext<{ last: string | null }>({ last: null });

/** The number to quote where a page could not be shown; null where the request was not logged. */
export function useRequestId(): string | null {
  return useContext(RequestIdContext).last;
}
