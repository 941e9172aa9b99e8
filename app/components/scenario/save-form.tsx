import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";

import { Button } from "../button";
import { TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { Section } from "../page";

type Props = {
  texts: { title: string; note?: string; list: string; name: string; hint: string; submit: string; sending?: string };
  listPath: string;
  formRef: string;
  state: FormState | undefined;
  defaultName?: string;
  /** What the button says it does, where the page's action does several things. */
  intent?: string;
  /** The what-if itself, in hidden fields. */
  children: ReactNode;
};

/** Keeps the what-if on the page under a name. */
export function ScenarioSaveForm({ texts, listPath, formRef, state, defaultName, intent, children }: Props) {
  const isBusy = useNavigation().formMethod === "POST";
  return (
    <div className="print:hidden">
      <Section
        id="save"
        title={texts.title}
        note={texts.note}
        actions={
          <Link to={listPath} className="link inline-flex min-h-11 items-center text-std-16N-170">
            {texts.list}
          </Link>
        }
      >
        <ErrorSummary state={state} labels={{ name: texts.name }} />
        <Form method="post" noValidate>
          {children}
          <input type="hidden" name="formRef" value={formRef} />
          <TextField
            {...{ name: "name", label: texts.name, hint: texts.hint, required: true, problem: state?.problems.name }}
            defaultValue={typed(state, "name", defaultName)}
          />
          <div className="mt-4">
            <Button {...(intent && { name: "intent", value: intent })} aria-disabled={isBusy || undefined}>
              {isBusy ? (texts.sending ?? texts.submit) : texts.submit}
            </Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}
