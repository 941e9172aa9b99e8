import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { capsToChoose, HIRE_ROWS, LEAVE_ROWS, STEPS, type Side } from "../../domain/simulator/choices";
import { STAFF_ROLES } from "../../domain/workforce/vocabulary";
import { decimal } from "../../i18n/format";
import type { Month } from "../../lib/calendar";
import { Button } from "../button";
import { SelectField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Section } from "../page";
import { monthText } from "./lines";

export type FormBasis = {
  side: Side;
  /** The specification's. */
  cap: number;
  startMonths: Month[];
  leaveMonths: Month[];
};
type Props = { basis: FormBasis; state: FormState; insurancePercent: number };

/** The assumptions, sent by GET so that they stand in the address; without script as well. */
export function SimulatorForm({ basis, state, insurancePercent }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const busy = useNavigation().state === "loading";
  const labels = useFormLabels();
  const field = (name: string) => ({
    ...{ name, label: labels[name] ?? name, problem: state.problems[name], defaultValue: typed(state, name) },
  });
  const step = STEPS[basis.side];
  const months = (list: Month[]) => list.map((month) => ({ value: month, label: monthText(month, locale) }));
  const empty = t("simulator.form.choose");
  const fteHint = t("simulator.form.fteHint", { step: step.fte });
  const cap = { ...field("cap"), hint: t("simulator.form.capHint", { cap: decimal(basis.cap, locale) }) };
  return (
    <div className="print:hidden">
      <Section id="assume" title={t("simulator.form.title")} note={t("simulator.form.note")}>
        <ErrorSummary state={Object.keys(state.problems).length > 0 ? state : undefined} labels={labels} />
        <Form method="get" noValidate>
          {basis.startMonths.length > 0 && (
            <FieldGroup title={t("simulator.form.hires")} note={fteHint}>
              {HIRE_ROWS.map((row) => (
                <div key={row} className="grid gap-x-6 md:grid-cols-3">
                  <TextField {...field(`hireFte${row}`)} inputMode="decimal" className="w-full" />
                  <SelectField {...field(`hireMonth${row}`)} empty={empty} options={months(basis.startMonths)} />
                  <SelectField
                    {...field(`hireRole${row}`)}
                    options={STAFF_ROLES.map((role) => ({ value: role, label: t(`glossary.role.${role}`) }))}
                  />
                </div>
              ))}
            </FieldGroup>
          )}
          {basis.leaveMonths.length > 0 && (
            <FieldGroup title={t("simulator.form.leaves")} note={t("simulator.form.leavesNote")}>
              {LEAVE_ROWS.map((row) => (
                <div key={row} className="grid gap-x-6 md:grid-cols-3">
                  <TextField {...field(`leaveFte${row}`)} inputMode="decimal" className="w-full" />
                  <SelectField {...field(`leaveMonth${row}`)} empty={empty} options={months(basis.leaveMonths)} />
                </div>
              ))}
            </FieldGroup>
          )}
          <FieldGroup title={t("simulator.form.conditions")}>
            <div className="grid gap-x-6 md:grid-cols-2">
              {basis.side === "ward" ? (
                <SelectField
                  {...cap}
                  options={capsToChoose(basis.cap).map((one) => ({ value: String(one), label: decimal(one, locale) }))}
                />
              ) : (
                <TextField {...cap} inputMode="decimal" className="w-40" />
              )}
              <TextField
                {...field("demandPercent")}
                hint={t("simulator.form.demandHint", { step: step.percent })}
                className="w-40"
              />
              <TextField
                {...field("newSharePercent")}
                hint={t("simulator.form.shareHint")}
                inputMode="numeric"
                className="w-40"
              />
              {basis.startMonths.length > 0 && (
                <SelectField {...field("searchMonth")} options={months(basis.startMonths)} />
              )}
            </div>
          </FieldGroup>
          <FieldGroup title={t("simulator.form.money")}>
            <div className="grid gap-x-6 md:grid-cols-2">
              <TextField
                {...field("costPerFteJpy")}
                hint={
                  basis.side === "contractor"
                    ? t("simulator.form.costOwnHint", { percent: decimal(insurancePercent, locale) })
                    : t("simulator.form.costHint")
                }
                inputMode="numeric"
                className="w-60"
              />
              <TextField {...field("overheadPercent")} inputMode="decimal" className="w-40" />
              <TextField
                {...field("currentFeeJpy")}
                hint={t("simulator.form.feeHint")}
                inputMode="numeric"
                className="w-60"
              />
            </div>
          </FieldGroup>
          <div className="mt-6 flex flex-wrap items-center gap-4">
            <Button aria-disabled={busy}>{t("simulator.form.submit")}</Button>
            <Link to="?" className="link inline-flex min-h-11 items-center text-std-16N-170">
              {t("simulator.form.reset")}
            </Link>
          </div>
        </Form>
      </Section>
    </div>
  );
}

function FieldGroup({ title, note, children }: { title: string; note?: string; children: React.ReactNode }) {
  return (
    <fieldset className="mt-6 rounded-8 border border-solid-gray-420 px-4 pb-4">
      <legend className="px-1 text-std-17B-170">{title}</legend>
      {note && <p className="text-std-16N-170 text-solid-gray-700">{note}</p>}
      {children}
    </fieldset>
  );
}

/** The names of the form's fields. */
export function useFormLabels(): Record<string, string> {
  const { t } = useTranslation();
  return {
    ...Object.fromEntries(
      HIRE_ROWS.flatMap((row) => [
        [`hireFte${row}`, t("simulator.form.hireFte", { row })],
        [`hireMonth${row}`, t("simulator.form.hireMonth", { row })],
        [`hireRole${row}`, t("simulator.form.hireRole", { row })],
      ]),
    ),
    ...Object.fromEntries(
      LEAVE_ROWS.flatMap((row) => [
        [`leaveFte${row}`, t("simulator.form.leaveFte", { row })],
        [`leaveMonth${row}`, t("simulator.form.leaveMonth", { row })],
      ]),
    ),
    cap: t("simulator.form.cap"),
    demandPercent: t("simulator.form.demand"),
    newSharePercent: t("simulator.form.share"),
    searchMonth: t("simulator.form.search"),
    costPerFteJpy: t("simulator.form.cost"),
    overheadPercent: t("simulator.form.overhead"),
    currentFeeJpy: t("simulator.form.fee"),
    name: t("simulator.save.name"),
  };
}
