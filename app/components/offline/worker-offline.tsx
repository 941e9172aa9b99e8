import type { ReactNode } from "react";

import { useOfflineForms } from "./keep-forms";
import { OutboxStatus } from "./outbox-status";
import { OutboxOwnerContext } from "./sending";

/** What a worker's pages have around them so that a bad connection loses nothing. */
export function WorkerOffline({ owner, children }: { owner: string; children: ReactNode }) {
  useOfflineForms();
  return (
    <OutboxOwnerContext.Provider value={owner}>
      <OutboxStatus owner={owner} />
      {children}
    </OutboxOwnerContext.Provider>
  );
}
