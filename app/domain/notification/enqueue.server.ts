import type { Tx } from "~/db/scope.server";

import type { MailContent } from "./content";

export type NewMail = {
  /** A mail with a key that was used before is not queued again. */
  key: string;
  thread: string | null;
  step: number;
  to: string;
  locale: string;
  userId: string | null;
  wardId: string | null;
  contractId: string | null;
  content: MailContent;
};

/** Queues mail in the caller's transaction: what is rolled back is never sent. Gives how many were new. */
export async function enqueue(tx: Tx, mails: readonly NewMail[]): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = mails.map(({ content, ...mail }) => ({ ...mail, kind: content.kind, content }));
  // why: the scopes that queue cannot read the queue; naming the key's index here would ask for that right.
  return tx.$executeRaw`
    INSERT INTO outgoing_mail (key, kind, to_address, locale, content, thread, step, ward_id, contract_id, user_id)
    SELECT m.key, m.kind, m."to", m.locale, m.content, m.thread, m.step, m."wardId", m."contractId", m."userId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m (key text, kind text, "to" text, locale text, content jsonb, thread text,
      step int, "wardId" uuid, "contractId" uuid, "userId" uuid)
    ON CONFLICT DO NOTHING`;
}
