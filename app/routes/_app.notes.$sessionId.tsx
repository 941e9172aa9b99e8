import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { Attention } from "~/components/attention";
import { ConflictNotice } from "~/components/conflict";
import { useDone } from "~/components/done";
import { ErrorSummary, typed, type FormState } from "~/components/form";
import { useLocale } from "~/components/locale";
import { NoteForm } from "~/components/note/note-form";
import { DeleteNote, NoteText, OtherSide, ParticipantChoice } from "~/components/note/note-parts";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { deleteNoteForm, noteForm, type NoteConflict, type NotePage } from "~/domain/supervision/notes/note";
import { deleteNote, readNotes, writeNote } from "~/domain/supervision/notes/notes.server";
import { longDay } from "~/i18n/format";
import { now } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";
import { noteKeys } from "~/lib/note-keys.server";

const DONE = ["saved", "deleted"] as const;
type Failure = {
  state: FormState;
  stands?: NoteConflict["stands"];
  refused?: "readerChanged" | "locked";
};

export const meta = titled((t) => t("note.title"));

/** Nobody but the reader keeps a copy, not even the reader's own browser. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** One pair's notes of a session, for the two of them alone. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, people } = await requirePeople(request, "note.own");
  const id = z.uuid().safeParse(params.sessionId);
  const staffId = new URL(request.url).searchParams.get("staff") ?? undefined;
  const page = id.success ? await readNotes(people, id.data, noteKeys(), staffId) : null;
  if (!page) throw notFound();
  return { page, owner: actor.membership.id };
}

/** Saves or deletes the own note. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "note.own");
  const form = await request.formData();
  const id = z.uuid().safeParse(params.sessionId);
  if (!id.success) throw notFound();
  const back = (staffId: string, word: (typeof DONE)[number]) =>
    redirect(`/notes/${id.data}?${new URLSearchParams({ staff: staffId, done: word })}`);
  const refuse = (failure: Omit<Failure, "state">) =>
    data<Failure>({ state: { values: formValues(form), problems: {} }, ...failure }, { status: 409 });
  if (form.get("intent") === "delete") {
    const { staffId, version } = deleteNoteForm
      .catch({ staffId: "", version: undefined })
      .parse(Object.fromEntries(form));
    const result = staffId ? await deleteNote(people, id.data, staffId, version, noteKeys()) : null;
    if (!result?.ok && result?.reason === "conflict") return refuse({ stands: result.stands });
    if (!result?.ok) throw notFound();
    return back(staffId, "deleted");
  }
  const parsed = parseForm(noteForm, form);
  if (!parsed.ok) return data<Failure>({ state: parsed }, { status: 400 });
  const { staffId, ...draft } = parsed.data;
  const result = await writeNote(people, id.data, staffId, draft, noteKeys(), now());
  if (result.ok) return back(staffId, "saved");
  if (result.reason === "conflict") return refuse({ stands: result.stands });
  if (result.reason === "notFound") throw notFound();
  return refuse({ refused: result.reason });
}

export default function Note() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { page, owner } = useLoaderData<typeof loader>();
  const failure: Failure | undefined = useActionData<typeof action>();
  const wished = useDone();
  const done = failure ? undefined : DONE.find((word) => word === wished);
  const sessions = `${page.side === "supervisee" ? "/me" : "/supervision"}/sessions/${page.sessionId}`;
  return (
    <Page
      title={t("note.title")}
      lead={t("note.lead", { day: longDay(page.heldOn, locale) })}
      crumbs={[{ to: sessions, label: t("note.toSession") }]}
    >
      {done && <Notice kind="success">{t(`note.${done}`)}</Notice>}
      {failure && <Objection failure={failure} />}
      <ParticipantChoice page={page} />
      <Section id="mine" title={t("note.mine")}>
        <Mine page={page} owner={owner} failure={failure} />
      </Section>
      <OtherSide page={page} />
    </Page>
  );
}

type MineProps = { page: NotePage; owner: string; failure: Failure | undefined };

/** The own note: a form where the reader may write, otherwise the text. */
function Mine({ page, owner, failure }: MineProps) {
  const { t } = useTranslation();
  const { mine } = page;
  const isClosed = mine !== null && mine.text === null;
  // why: another participant, or another saved text, is another form.
  const form = `${page.participant.staffId} ${mine?.version ?? ""}`;
  return (
    <>
      {!page.canWrite && <p className="text-std-16N-170">{t("note.onlyRead")}</p>}
      {mine && (isClosed || !page.canWrite) && <NoteText note={mine} />}
      {page.canWrite && !isClosed && (
        <NoteForm
          key={form}
          {...{ page, owner, stands: failure?.stands }}
          state={failure && typed(failure.state, "intent") !== "delete" ? failure.state : undefined}
        />
      )}
      {mine && <DeleteNote page={page} note={mine} />}
    </>
  );
}

function Objection({ failure }: { failure: Failure }) {
  const { t } = useTranslation();
  const { stands, refused, state } = failure;
  if (refused)
    return (
      <Attention answer={failure}>
        <Notice kind="error">{t(`note.refused.${refused}`)}</Notice>
      </Attention>
    );
  if (stands === undefined) return <ErrorSummary state={state} labels={{ text: t("note.text") }} />;
  const standing = stands && stands.text === null ? t(`note.closed.${stands.problem}`) : (stands?.text ?? "");
  const fields = [
    { name: "text", label: t("note.conflictLabel"), stands: standing, typed: typed(state, "text", standing) },
  ];
  return <ConflictNotice answer={failure} fields={fields} />;
}

export { PageError as ErrorBoundary } from "~/components/page-error";
