import { createContext, useContext } from "react";

/** Whether the form around is being sent. */
export const SendingContext = createContext(false);
export function useSending(): boolean {
  return useContext(SendingContext);
}

/** Under whose membership the forms of this page are typed. */
export const OutboxOwnerContext = createContext("");
export function useOutboxOwner(): string {
  return useContext(OutboxOwnerContext);
}
