import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import type { FormValues } from "../../lib/form";
import { Button } from "../button";
import { TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Section } from "../page";

type Props = {
  /** The what-if's own fields, as they stand in the address. */
  fields: FormValues;
  formRef: string;
  asOf: Day;
  state: FormState | undefined;
  listPath: string;
};

/** Keeps the what-if on the page under a name. */
export function SaveForm({ fields, formRef, asOf, state, listPath }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const busy = useNavigation().formMethod === "POST";
  const label = t("simulator.save.name");
  return (
    <div className="print:hidden">
      <Section
        id="save"
        title={t("simulator.save.title")}
        note={t("simulator.save.note", { day: longDay(asOf, locale) })}
        actions={
          <Link to={listPath} className="link inline-flex min-h-11 items-center text-std-16N-170">
            {t("simulator.save.list")}
          </Link>
        }
      >
        <ErrorSummary state={state} labels={{ name: label }} />
        <Form method="post" noValidate>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={String(value)} />
          ))}
          <input type="hidden" name="formRef" value={formRef} />
          <TextField
            {...{ name: "name", label, required: true, problem: state?.problems.name }}
            hint={t("simulator.save.nameHint")}
            defaultValue={typed(state, "name")}
          />
          <div className="mt-4">
            <Button aria-disabled={busy}>{t("simulator.save.submit")}</Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}
