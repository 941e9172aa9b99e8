import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { ACTION_OWNERS, type AgreedAction } from "../../domain/supervision/actions";
import type { SessionRow } from "../../domain/supervision/session";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { ChoiceField, SelectField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { Section } from "../page";
import { ActionList } from "./action-list";

/** An action that somebody else closed first: what stands, and what the reader wished. */
export function ActionConflict({ stands, wished }: { stands: AgreedAction; wished: "done" | "dropped" }) {
  const { t } = useTranslation();
  return (
    <ConflictNotice
      answer={stands}
      fields={[
        {
          ...{ name: stands.id, label: stands.text },
          stands: t(`session.actions.standing.${stands.state}`),
          typed: t(`session.actions.standing.${wished}`),
        },
      ]}
    />
  );
}

/** What was agreed in the session, what is open from before, and a form for more: for the supervisor. */
export function ActionsSection(props: {
  session: SessionRow;
  here: AgreedAction[];
  open: AgreedAction[];
  day: Day;
  formRef: string;
  state: FormState | undefined;
  stands: AgreedAction | undefined;
}) {
  const { t } = useTranslation();
  const { session, here, open, day, state, stands } = props;
  const common = { side: "supervisor", day, stands, withName: true } as const;
  return (
    <Section id="actions" title={t("session.actions.title")} note={t("session.actions.who")}>
      <h3 className="mt-4 text-std-17B-170">{t("session.actions.open")}</h3>
      {open.length > 0 ? (
        <ActionList actions={open} label={t("session.actions.open")} {...common} />
      ) : (
        <p className="text-std-16N-170">{t("session.actions.noneOpen")}</p>
      )}
      <h3 className="mt-6 text-std-17B-170">{t("session.actions.here")}</h3>
      {here.length > 0 ? (
        <ActionList actions={here} label={t("session.actions.here")} {...common} />
      ) : (
        <p className="text-std-16N-170">{t("session.actions.none")}</p>
      )}
      {session.status !== "cancelled" && <AgreeForm session={session} formRef={props.formRef} state={state} />}
    </Section>
  );
}

function AgreeForm({
  session,
  formRef,
  state,
}: {
  session: SessionRow;
  formRef: string;
  state: FormState | undefined;
}) {
  const { t } = useTranslation();
  const [only] = session.participants;
  const labels = {
    ...{ staffId: t("session.actions.staff"), owner: t("session.actions.owner") },
    ...{ text: t("session.actions.text"), dueOn: t("session.actions.dueOn") },
  };
  return (
    <details open={state !== undefined} className="mt-4 rounded-8 border border-solid-gray-420 px-4 py-2">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("session.actions.add")}</summary>
      {state && <ErrorSummary state={state} labels={labels} />}
      <Form key={formRef} method="post" className="pb-4">
        <input type="hidden" name="actionRef" value={typed(state, "actionRef", formRef)} />
        {session.participants.length === 1 && only ? (
          <input type="hidden" name="staffId" value={only.staffId} />
        ) : (
          <SelectField
            name="staffId"
            label={t("session.actions.staff")}
            required
            empty={t("me.sessions.choose")}
            options={session.participants.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            defaultValue={typed(state, "staffId")}
            problem={state?.problems.staffId && { code: "choose" }}
          />
        )}
        <TextField
          name="text"
          label={t("session.actions.text")}
          hint={t("session.actions.textHint")}
          required
          maxLength={300}
          autoComplete="off"
          className="w-full max-w-2xl"
          defaultValue={typed(state, "text")}
          problem={state?.problems.text}
        />
        <ChoiceField
          name="owner"
          label={t("session.actions.owner")}
          required
          options={ACTION_OWNERS.map((value) => ({ value, label: t(`session.actions.owners.${value}`) }))}
          defaultValue={typed(state, "owner", "supervisee")}
          problem={state?.problems.owner}
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("session.actions.dueOn")}
          className="w-52"
          defaultValue={typed(state, "dueOn")}
          problem={state?.problems.dueOn}
        />
        <Button className="mt-6 w-full md:w-auto" name="intent" value="action">
          {t("session.actions.save")}
        </Button>
      </Form>
    </details>
  );
}
