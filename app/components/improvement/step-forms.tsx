import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Button, type ButtonLook } from "../button";
import { TextArea } from "../field";
import { typed, type FormState } from "../form";
import { usePlanLabels } from "./plan-form";

type Field = "reason" | "outcome" | "answer" | "comment";

/** A step that needs no words: one button. */
export function StepButton(props: { intent: string; version: number; label: string; note?: string }) {
  const sending = useNavigation().formMethod === "POST";
  return (
    <Form method="post" className="rounded-12 border border-key-300 bg-key-50 p-5">
      <input type="hidden" name="version" value={props.version} />
      {props.note && <p className="mb-3 text-std-16N-170">{props.note}</p>}
      <Button name="intent" value={props.intent} aria-disabled={sending || undefined}>
        {props.label}
      </Button>
    </Form>
  );
}

/** A step with its words, folded away until it is wanted or did not fit. */
export function StepForm(props: {
  intent: string;
  version?: number;
  field: Field;
  label: string;
  note?: string;
  hint?: ReactNode;
  maxLength: number;
  state: FormState | undefined;
  look?: ButtonLook;
  isOpen?: boolean;
}) {
  const { intent, field, label, note, state } = props;
  const { t } = useTranslation();
  const labels = usePlanLabels();
  const sending = useNavigation().formMethod === "POST";
  const isOwn = typed(state, "intent") === intent;
  return (
    <details className="rounded-12 border border-solid-gray-300 px-5 py-3" open={isOwn || props.isOpen || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{label}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value={intent} />
        {props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
        {note && <p className="text-std-16N-170 text-solid-gray-700">{note}</p>}
        <TextArea
          name={field}
          label={labels[field]}
          hint={props.hint}
          required
          maxLength={props.maxLength}
          defaultValue={isOwn ? typed(state, field) : ""}
          problem={isOwn ? state?.problems[field] : undefined}
        />
        <Button
          look={props.look ?? "outline"}
          className="mt-3 mb-2 w-full md:w-auto"
          aria-disabled={sending || undefined}
        >
          {sending ? t("improvement.sending") : label}
        </Button>
      </Form>
    </details>
  );
}
