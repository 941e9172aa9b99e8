import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { RECORD_ANSWERS } from "../../domain/supervision/confirmation";
import type { Participant, SessionRow } from "../../domain/supervision/session";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { ChoiceField, TextArea } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";

type Props = {
  session: SessionRow;
  own: Participant;
  state: FormState | undefined;
  /** The record as it stands now, where it changed since the form was opened. */
  stands: SessionRow | undefined;
};

/** The record of a session and the supervisee's word on it: right, or not right with what is wrong. */
export function AnswerForm({ session, own, state, stands }: Props) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const attendance = own.attendance ? t(`glossary.attendance.${own.attendance}`) : t("common.none");
  const minutes = t("supervision.minutes", { count: session.minutes });
  const answer = typed(state, "answer", own.answer ?? "");
  const wished = RECORD_ANSWERS.find((one) => one === answer);
  const labels = { answer: t("session.record.answer"), comment: t("session.record.comment") };
  return (
    <>
      {stands && (
        <ConflictNotice
          answer={stands}
          fields={[
            {
              ...{ name: "record", label: t("session.record.title"), stands: [attendance, minutes].join(" ") },
              typed: wished ? t(`session.record.answers.${wished}`) : "",
            },
          ]}
        />
      )}
      {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
      <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {[
          { title: t("session.record.mine"), text: attendance },
          { title: t("session.record.minutes"), text: minutes },
        ].map(({ title, text }) => (
          <div key={title} className="grid grid-cols-[8rem_1fr] gap-3 py-2 text-std-16N-170">
            <dt className="font-700">{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {session.own ? (
        <p className="mt-3 text-std-16N-170">{t("session.record.ownLogged")}</p>
      ) : (
        <Form method="post">
          <input type="hidden" name="version" value={session.version} />
          <ChoiceField
            name="answer"
            label={labels.answer}
            required
            options={RECORD_ANSWERS.map((value) => ({ value, label: t(`session.record.answers.${value}`) }))}
            defaultValue={answer}
            problem={state?.problems.answer}
          />
          <TextArea
            name="comment"
            label={labels.comment}
            hint={t("session.record.commentHint")}
            maxLength={500}
            rows={3}
            defaultValue={typed(state, "comment", own.comment ?? "")}
            problem={state?.problems.comment}
          />
          <Button className="mt-6 w-full md:w-auto" aria-disabled={busy || undefined}>
            {busy ? t("session.record.sending") : t("session.record.send")}
          </Button>
        </Form>
      )}
    </>
  );
}
