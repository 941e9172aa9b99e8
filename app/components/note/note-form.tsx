import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { NOTE_MAX_LENGTH, type NotePage } from "../../domain/supervision/notes/note";
import { Button } from "../button";
import { TextArea } from "../field";
import { typed, type FormState } from "../form";
import { forgetDrafts, keepDraft, readDraft, type Draft } from "./drafts";

type Props = {
  page: NotePage;
  state: FormState | undefined;
  /** The version that stands now, where somebody changed the note in the meantime; null where it was deleted. */
  stands: { version: number } | null | undefined;
  /** Whose drafts these are. */
  owner: string;
};

/** The own note: text, who can read it, and text that was not saved brought back after a lost session. */
export function NoteForm({ page, state, stands, owner }: Props) {
  const { t } = useTranslation();
  const busy = useNavigation().formData?.get("intent") === "save";
  const saved = { text: page.mine?.text ?? "", version: String(page.mine?.version ?? "") };
  const opened = stands !== undefined ? String(stands?.version ?? "") : typed(state, "version", saved.version);
  const draft = useDraft({
    key: `${owner}/${page.sessionId}/${page.participant.staffId}`,
    owner,
    saved,
    opened,
    state,
  });
  // why: without ?done, so that whoever has to sign in first is not told on the way back that the text was saved.
  const action = `/notes/${page.sessionId}?staff=${page.participant.staffId}`;
  return (
    <Form method="post" action={action} onSubmit={(event) => busy && event.preventDefault()}>
      <input type="hidden" name="staffId" value={page.participant.staffId} />
      <input type="hidden" name="version" value={draft.version} />
      {page.side === "supervisee" && <input type="hidden" name="readerId" value={page.supervisor?.userId ?? ""} />}
      {draft.isRestored && (
        <p role="status" className="mt-4 flex flex-wrap items-center gap-x-4 text-std-16N-170">
          {t("note.restored")}
          <button type="button" onClick={draft.discard} className="link min-h-11">
            {t("note.discardDraft")}
          </button>
        </p>
      )}
      <TextArea
        key={draft.fillings}
        name="text"
        label={t("note.text")}
        hint={t("note.textHint", { max: NOTE_MAX_LENGTH })}
        required
        rows={10}
        maxLength={NOTE_MAX_LENGTH}
        autoComplete="off"
        defaultValue={draft.text}
        onChange={(event) => draft.keep(event.currentTarget.value)}
        problem={state?.problems.text}
      />
      <Readers page={page} />
      <div className="mt-4">
        <Button name="intent" value="save" aria-disabled={busy || undefined}>
          {busy ? t("note.saving") : t("note.save")}
        </Button>
      </div>
    </Form>
  );
}

/** Who can read the note, printed under it: by name, and who cannot. */
export function Readers({ page }: { page: NotePage }) {
  const { t } = useTranslation();
  const name = page.side === "supervisee" ? page.supervisor?.name : page.participant.name;
  return (
    <div className="mt-2 max-w-2xl text-std-16N-170">
      <p className="font-700">{name === undefined ? t("note.readable.alone") : t("note.readable.two", { name })}</p>
      {page.writtenFor === "former" && (
        <p>{name === undefined ? t("note.readable.formerAlone") : t("note.readable.former", { name })}</p>
      )}
      {page.writtenFor === "nobody" && <p>{t("note.readable.nobody", { name: name ?? "" })}</p>}
      <p className="text-solid-gray-700">{t("note.protection")}</p>
    </div>
  );
}

type DraftOf = {
  key: string;
  owner: string;
  saved: { text: string; version: string };
  opened: string;
  state: FormState | undefined;
};

/** The unsaved text of this tab: kept with each key typed, brought back once, forgotten when it is what is saved. */
function useDraft({ key, owner, saved, opened, state }: DraftOf) {
  const [restored, setRestored] = useState<Draft | null>(null);
  const [fillings, setFillings] = useState(0);
  const { text } = saved;
  useEffect(() => {
    forgetDrafts(owner);
    const kept = readDraft(key);
    if (kept?.text.trim() === text) keepDraft(key, null);
    else if (kept && !state) {
      setRestored(kept);
      setFillings((times) => times + 1);
    }
  }, [key, owner, state, text]);
  const shown = state ? null : restored;
  // why: a draft carries the version it was begun with; if the note has changed since, saving it must ask first.
  const version = shown?.version ?? opened;
  return {
    ...{ version, fillings, isRestored: shown !== null, text: shown?.text ?? typed(state, "text", text) },
    keep: (value: string) => keepDraft(key, value === text ? null : { text: value, version }),
    discard: () => {
      keepDraft(key, null);
      setRestored(null);
      setFillings((times) => times + 1);
    },
  };
}
