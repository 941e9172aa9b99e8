import { useTranslation } from "react-i18next";

import { longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import type { FormValues } from "../../lib/form";
import type { FormState } from "../form";
import { useLocale } from "../locale";
import { ScenarioSaveForm } from "../scenario/save-form";

type Props = {
  /** The what-if's own fields, as they stand in the address. */
  fields: FormValues;
  formRef: string;
  asOf: Day;
  state: FormState | undefined;
  listPath: string;
};

/** Keeps the simulation on the page under a name. */
export function SaveForm({ fields, asOf, ...form }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const texts = {
    ...{ title: t("simulator.save.title"), note: t("simulator.save.note", { day: longDay(asOf, locale) }) },
    ...{ list: t("simulator.save.list"), name: t("simulator.save.name"), hint: t("simulator.save.nameHint") },
    submit: t("simulator.save.submit"),
  };
  return (
    <ScenarioSaveForm {...form} texts={texts}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
    </ScenarioSaveForm>
  );
}
