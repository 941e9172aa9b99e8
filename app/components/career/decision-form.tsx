import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "../button";
import { TextArea } from "../field";
import { typed, type FormState } from "../form";
import { Notice } from "../notice";

/**
 * A manager's word on evidence: verify, or send back with a reason that the worker reads. `id` names the record where a page
 * has several.
 */
export function DecisionForm(props: {
  version: number;
  verified: boolean;
  state?: FormState;
  intent: string;
  id?: string;
  name: string;
}) {
  const { t } = useTranslation();
  const sending = useNavigation().formMethod === "POST";
  const hidden = (
    <>
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="version" value={props.version} />
      {props.id && <input type="hidden" name="id" value={props.id} />}
    </>
  );
  return (
    <div className="flex w-full flex-col gap-3 print:hidden">
      {!props.verified && (
        <Form method="post">
          {hidden}
          <Button name="decision" value="verify" aria-disabled={sending}>
            {t("career.decision.verify")}
            <span className="sr-only">：{props.name}</span>
          </Button>
        </Form>
      )}
      <details className="max-w-2xl rounded-12 border border-solid-gray-300 px-5 py-2" open={Boolean(props.state)}>
        <summary className="min-h-11 cursor-pointer py-2 text-std-16N-170">
          {t("career.decision.sendBack")}
          <span className="sr-only">：{props.name}</span>
        </summary>
        <Form method="post" noValidate>
          {hidden}
          <input type="hidden" name="decision" value="sendBack" />
          <TextArea
            name={props.id ? `reason-${props.id}` : "reason"}
            label={t("career.decision.reason")}
            hint={t("career.decision.reasonHint")}
            required
            maxLength={500}
            defaultValue={typed(props.state, "reason")}
            problem={props.state?.problems.reason}
          />
          <Button look="outline" className="mt-3 mb-2 w-full md:w-auto" aria-disabled={sending}>
            {t("career.decision.sendBack")}
          </Button>
        </Form>
      </details>
    </div>
  );
}

/** The record was changed after it was opened: a decision is about what was seen, so it is to be looked at again. */
export function ChangedSince() {
  const { t } = useTranslation();
  return (
    <Notice kind="warning" title={t("career.decision.changed")}>
      <Link to="" reloadDocument className="link inline-flex min-h-11 items-center">
        {t("career.decision.reload")}
      </Link>
    </Notice>
  );
}
