/** The device's own keeping of entries: IndexedDB of this browser. */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";

import type { EntryState, OutboxEntry } from "./entry";

type Schema = DBSchema & { entries: { key: string; value: OutboxEntry; indexes: { owner: string } } };

let opened: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("sasae-outbox", 1, {
    upgrade(fresh) {
      fresh.createObjectStore("entries", { keyPath: "id" }).createIndex("owner", "owner");
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}

const CHANGED = "sasae-outbox-changed";

function tell(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back whenever entries of this tab change; returns how to stop. */
export function onChange(listen: () => void): () => void {
  window.addEventListener(CHANGED, listen);
  return () => window.removeEventListener(CHANGED, listen);
}

/** Keeps an entry; an earlier one of the same form is replaced. */
export async function keep(entry: OutboxEntry): Promise<void> {
  await (await database()).put("entries", entry);
  tell();
}

/** The kept entry of a form, if there is one. */
export async function find(id: string): Promise<OutboxEntry | undefined> {
  return (await database()).get("entries", id);
}

/** Forgets an entry, once it is stored or its person says so. */
export async function forget(id: string): Promise<void> {
  await (await database()).delete("entries", id);
  tell();
}

/** Notes why an entry waits. */
export async function mark(id: string, state: EntryState): Promise<void> {
  const store = await database();
  const entry = await store.get("entries", id);
  if (entry && entry.state !== state) await store.put("entries", { ...entry, state });
  tell();
}

/** A person's entries, the oldest first. */
export async function entriesOf(owner: string): Promise<OutboxEntry[]> {
  const entries = await (await database()).getAllFromIndex("entries", "owner", owner);
  return entries.sort((a, b) => a.madeAt - b.madeAt);
}

/** Whether this browser can keep entries: some refuse in private windows. */
export async function canKeep(): Promise<boolean> {
  return database().then(
    () => true,
    () => false,
  );
}
