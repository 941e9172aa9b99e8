import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { NotePage, NoteView } from "../../domain/supervision/notes/note";
import { Button } from "../button";
import { Moment } from "../moment";
import { Notice } from "../notice";
import { Section } from "../page";

/** A supervisor's choice among the participants of a group. */
export function ParticipantChoice({ page }: { page: NotePage }) {
  const { t } = useTranslation();
  if (page.participants.length < 2) return null;
  return (
    <nav aria-label={t("note.participants")} className="mt-6 print:hidden">
      <ul className="flex flex-wrap gap-2">
        {page.participants.map(({ staffId, name, hasNote }) => (
          <li key={staffId}>
            <Link
              to={`?staff=${staffId}`}
              aria-current={staffId === page.participant.staffId ? "page" : undefined}
              className="inline-flex min-h-12 items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-4 py-1 text-std-16N-170 text-key-1000 no-underline hover:bg-key-50 aria-[current=page]:border-key-900 aria-[current=page]:bg-key-50 aria-[current=page]:font-700"
            >
              {name}
              {hasNote && <span className="text-dns-14N-130">○ {t("note.written")}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A note's text as it stands, or what keeps it closed. */
export function NoteText({ note }: { note: NoteView }) {
  const { t } = useTranslation();
  if (note.text === null) return <Notice kind="warning">{t(`note.closed.${note.problem}`)}</Notice>;
  return (
    <div className="mt-3 max-w-2xl rounded-8 border border-solid-gray-420 px-4 py-3">
      <p className="text-std-16N-170 whitespace-pre-wrap [overflow-wrap:anywhere]">{note.text}</p>
      <p className="mt-2 text-dns-14N-130 text-solid-gray-700">
        {t("note.changedAt")} <Moment at={note.changedAt} />
      </p>
    </div>
  );
}

/** What the other side wrote, to be read only. */
export function OtherSide({ page }: { page: NotePage }) {
  const { t } = useTranslation();
  const title =
    page.side === "supervisee"
      ? t("note.theirs.supervisor")
      : t("note.theirs.supervisee", { name: page.participant.name });
  return (
    <Section id="theirs" title={title} note={t("note.theirs.audited")}>
      {page.theirs.length === 0 && <p className="text-std-16N-170">{t("note.theirs.none")}</p>}
      {page.theirs.map((note) => (
        <NoteText key={note.id} note={note} />
      ))}
    </Section>
  );
}

/** Deletes the own note; folded away, because it cannot be undone. */
export function DeleteNote({ page, note }: { page: NotePage; note: { version: number } }) {
  const { t } = useTranslation();
  return (
    <details className="mt-6 max-w-2xl rounded-8 border border-solid-gray-420 px-4 py-2 print:hidden">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("note.delete")}</summary>
      <p className="text-std-16N-170">{t("note.deleteText")}</p>
      <Form method="post" className="mt-3 pb-3">
        <input type="hidden" name="staffId" value={page.participant.staffId} />
        <input type="hidden" name="version" value={note.version} />
        <Button look="danger" name="intent" value="delete">
          {t("note.delete")}
        </Button>
      </Form>
    </details>
  );
}
