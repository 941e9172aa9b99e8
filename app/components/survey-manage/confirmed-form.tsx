import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button, type ButtonLook } from "../button";

/** One step that changes something: a button, and before what cannot be undone a tick that says so. */
export function StepForm(props: {
  intent: string;
  version: number;
  label: string;
  look?: ButtonLook;
  confirm?: string;
  disabled?: boolean;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().formMethod === "POST" || props.disabled === true;
  return (
    <Form method="post" className="mt-3">
      <input type="hidden" name="intent" value={props.intent} />
      <input type="hidden" name="version" value={props.version} />
      {props.confirm && (
        <label className="flex min-h-12 cursor-pointer items-center gap-3 text-std-16N-170">
          <input type="checkbox" name="confirmed" value="1" required className="size-6 shrink-0 accent-key-900" />
          {props.confirm}
        </label>
      )}
      <Button look={props.look} aria-disabled={busy || undefined} onClick={(event) => busy && event.preventDefault()}>
        {useNavigation().formMethod === "POST" ? t("survey.manage.draft.sending") : props.label}
      </Button>
    </Form>
  );
}
