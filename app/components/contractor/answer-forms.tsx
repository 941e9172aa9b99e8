import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { TextArea } from "../field";
import { typed, type FormState } from "../form";
import type { InboxStatus } from "../flag-inbox";
import { useLocale } from "../locale";

/** What the contractor may do about a flag: acknowledge it, or resolve it with a reason. */
export function AnswerForms(props: { status: InboxStatus; dueOn: Day | null; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const sending = useNavigation().formMethod === "POST";
  if (props.status === "resolved") return <p className="text-std-16N-170">{t("contractor.flag.closed")}</p>;
  return (
    <div className="flex flex-col gap-5">
      {props.status === "open" && (
        <Form method="post" className="rounded-12 border border-key-300 bg-key-50 p-5">
          {props.dueOn && (
            <p className="mb-3 text-std-16N-170">
              {t("contractor.flag.acknowledgeNote", { day: longDay(props.dueOn, locale) })}
            </p>
          )}
          <Button name="intent" value="acknowledge" aria-disabled={sending}>
            {t("contractor.flag.acknowledge")}
          </Button>
        </Form>
      )}
      <details
        className="rounded-12 border border-solid-gray-300 px-5 py-3"
        open={props.state?.problems.reason && true}
      >
        <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("contractor.flag.resolve")}</summary>
        <Form method="post" noValidate>
          <input type="hidden" name="intent" value="resolve" />
          <p className="text-std-16N-170 text-solid-gray-700">{t("contractor.flag.resolveNote")}</p>
          <TextArea
            name="reason"
            label={t("contractor.flag.reason")}
            required
            maxLength={1000}
            defaultValue={typed(props.state, "reason")}
            problem={props.state?.problems.reason}
          />
          <Button look="outline" className="mt-3 mb-2 w-full md:w-auto" aria-disabled={sending}>
            {t("contractor.flag.resolve")}
          </Button>
        </Form>
      </details>
    </div>
  );
}

/** A word on a flag, which the worker reads too; one about a group is for the contract's managers. */
export function CommentForm({ state, isOfGroup }: { state: FormState | undefined; isOfGroup: boolean }) {
  const { t } = useTranslation();
  const sending = useNavigation().formMethod === "POST";
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="comment" />
      <TextArea
        name="comment"
        label={t("contractor.flag.comment")}
        hint={t(isOfGroup ? "flag.survey.commentNote" : "contractor.flag.commentNote")}
        required
        maxLength={2000}
        defaultValue={typed(state, "comment")}
        problem={state?.problems.comment}
      />
      <Button look="outline" className="mt-3 w-full md:w-auto" aria-disabled={sending}>
        {t("contractor.flag.commentSubmit")}
      </Button>
    </Form>
  );
}
