import { Link, useLocation, useSubmit } from "@remix-run/react";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { Moment } from "../moment";
import { formDataOf, type OutboxEntry } from "./entry";
import { replay } from "./replay";
import { entriesOf, forget, onChange } from "./store";

const EVERY_MS = 60_000;
const SMALL = "min-h-11 rounded-8 px-3 text-oln-16B-100 text-key-900 underline hover:bg-key-50";

/** What waits on this device to be sent, and that there is no connection. Sends by itself as soon as there is one. */
export function OutboxStatus({ owner }: { owner: string }) {
  const { t } = useTranslation();
  const { key } = useLocation();
  const online = useOnline();
  const [entries, setEntries] = useState<OutboxEntry[]>([]);
  const [sent, setSent] = useState(0);
  const read = useCallback(() => {
    entriesOf(owner).then(setEntries, () => setEntries([]));
  }, [owner]);
  const flush = useCallback(async () => {
    if (!navigator.onLine) return;
    const count = await replay(owner).catch(() => 0);
    if (count > 0) setSent(count);
    read();
  }, [owner, read]);

  useEffect(() => onChange(read), [read]);
  useEffect(() => {
    void flush();
    const awake = () => void (document.visibilityState === "visible" && flush());
    const timer = setInterval(() => void flush(), EVERY_MS);
    window.addEventListener("online", awake);
    document.addEventListener("visibilitychange", awake);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", awake);
      document.removeEventListener("visibilitychange", awake);
    };
  }, [flush]);
  useEffect(() => setSent(0), [key]);

  if (online && entries.length === 0 && sent === 0) return <div role="status" />;
  return (
    <div role="status" className="mx-auto max-w-6xl px-4 md:px-8 print:hidden">
      {!online && <p className="mt-3 rounded-8 bg-solid-gray-50 px-4 py-2 text-std-16N-170">{t("outbox.offline")}</p>}
      {sent > 0 && (
        <p className="mt-3 rounded-8 bg-green-50 px-4 py-2 text-std-16N-170 text-green-900">
          ○ {t("outbox.sent", { count: sent })}
        </p>
      )}
      {entries.length > 0 && <Waiting entries={entries} flush={flush} online={online} />}
    </div>
  );
}

function Waiting(props: { entries: readonly OutboxEntry[]; flush: () => Promise<void>; online: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="mt-3 rounded-8 border-2 border-warning-orange-2 px-4 py-3" aria-labelledby="outbox-title">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="outbox-title" className="text-std-17B-170">
          {t("outbox.waiting", { count: props.entries.length })}
        </h2>
        {props.online && (
          <button type="button" className={SMALL} onClick={() => void props.flush()}>
            {t("outbox.sendNow")}
          </button>
        )}
      </div>
      <ul className="divide-y divide-solid-gray-300">
        {props.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} online={props.online} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, online }: { entry: OutboxEntry; online: boolean }) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const { pathname } = useLocation();
  // why: the form's own page says beside the fields what does not fit, with everything that was typed.
  const open = () => submit(formDataOf(entry.fields), { method: "post", action: entry.action });
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-2 text-std-16N-170">
      <span className="grow">
        {entry.title} <Moment at={new Date(entry.madeAt).toISOString()} />
        {entry.state !== "waiting" && <span className="block text-error-2">! {t(`outbox.state.${entry.state}`)}</span>}
      </span>
      {entry.state === "refused" && online && (
        <button type="button" className={SMALL} onClick={open}>
          {t("outbox.open")}
        </button>
      )}
      {entry.state === "signIn" && (
        <Link to={`/login?next=${encodeURIComponent(pathname)}`} reloadDocument className={SMALL}>
          {t("outbox.signIn")}
        </Link>
      )}
      <button
        type="button"
        className={SMALL}
        onClick={() => window.confirm(t("outbox.confirmDiscard", { title: entry.title })) && void forget(entry.id)}
      >
        {t("outbox.discard")}
      </button>
    </li>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (listen) => {
      window.addEventListener("online", listen);
      window.addEventListener("offline", listen);
      return () => {
        window.removeEventListener("online", listen);
        window.removeEventListener("offline", listen);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
