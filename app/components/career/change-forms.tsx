import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PayRow, RankRow } from "../../domain/career/record";
import { STAFF_ROLES, type StaffRole } from "../../domain/workforce/vocabulary";
import { decimal, shortDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { SelectField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";

/** What an action answers where a change was not taken; `ranks` or `pay` is the history that somebody else changed. */
export type ChangeAnswer = { state: FormState; hiredOn?: Day; ranks?: RankRow[]; pay?: PayRow[]; seen?: string };
type Props = { answer: ChangeAnswer | undefined; seen: string; today: Day };

/** A new rank from a day on. */
export function RankForm({ answer, seen, today, role }: Props & { role: StaffRole }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const state = answer?.state;
  const labels = { rankFrom: t("career.change.from"), role: t("career.change.role") };
  const roleText = (text: string) => {
    const known = STAFF_ROLES.find((one) => one === text);
    return known ? t(`glossary.role.${known}`) : "";
  };
  const stands = answer?.ranks?.map((row) => `${shortDay(row.from, locale)} ${roleText(row.role)}`).join(" → ");
  return (
    <Form method="post" noValidate className="rounded-12 border border-solid-gray-300 p-5">
      <h3 className="text-std-17B-170">{t("career.change.rankTitle")}</h3>
      <p className="text-std-16N-170 text-solid-gray-700">{t("career.change.note")}</p>
      <Problems answer={answer} labels={labels} />
      {answer && stands !== undefined && (
        <ConflictNotice
          answer={answer}
          fields={[
            {
              ...{ name: "role", label: t("career.history.ranks"), stands },
              typed: `${typed(state, "rankFrom")} ${roleText(typed(state, "role"))}`,
            },
          ]}
        />
      )}
      <input type="hidden" name="seen" value={answer?.seen ?? seen} />
      <TextField
        name="rankFrom"
        type="date"
        label={labels.rankFrom}
        required
        className="w-52"
        defaultValue={typed(state, "rankFrom", today)}
        problem={state?.problems.rankFrom}
      />
      <SelectField
        name="role"
        label={labels.role}
        required
        options={STAFF_ROLES.map((one) => ({ value: one, label: t(`glossary.role.${one}`) }))}
        defaultValue={typed(state, "role", role)}
        problem={state?.problems.role}
      />
      <Submit intent="rank" />
    </Form>
  );
}

/** New pay from a day on. */
export function PayForm({ answer, seen, today, current }: Props & { current: PayRow | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const state = answer?.state;
  const labels = {
    ...{ payFrom: t("career.change.from"), annualPayJpy: t("career.change.annual") },
    qualificationAllowanceJpy: t("career.change.allowance"),
  };
  const yen = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : decimal(value, locale, 0);
  const stands = answer?.pay
    ?.map((row) => `${shortDay(row.from, locale)} ${yen(row.annualPayJpy)} / ${yen(row.qualificationAllowanceJpy)}`)
    .join(" → ");
  return (
    <Form method="post" noValidate className="rounded-12 border border-solid-gray-300 p-5">
      <h3 className="text-std-17B-170">{t("career.change.payTitle")}</h3>
      <p className="text-std-16N-170 text-solid-gray-700">{t("career.history.payNote")}</p>
      <Problems answer={answer} labels={labels} />
      {answer && stands !== undefined && (
        <ConflictNotice
          answer={answer}
          fields={[
            {
              ...{ name: "annualPayJpy", label: t("career.history.pay"), stands },
              typed: `${typed(state, "payFrom")} ${typed(state, "annualPayJpy")} / ${typed(state, "qualificationAllowanceJpy")}`,
            },
          ]}
        />
      )}
      <input type="hidden" name="seen" value={answer?.seen ?? seen} />
      <TextField
        name="payFrom"
        type="date"
        label={labels.payFrom}
        required
        className="w-52"
        defaultValue={typed(state, "payFrom", today)}
        problem={state?.problems.payFrom}
      />
      <TextField
        name="annualPayJpy"
        label={labels.annualPayJpy}
        inputMode="numeric"
        className="w-52"
        defaultValue={typed(state, "annualPayJpy", String(current?.annualPayJpy ?? ""))}
        problem={state?.problems.annualPayJpy}
      />
      <TextField
        name="qualificationAllowanceJpy"
        label={labels.qualificationAllowanceJpy}
        inputMode="numeric"
        className="w-52"
        defaultValue={typed(state, "qualificationAllowanceJpy", String(current?.qualificationAllowanceJpy ?? ""))}
        problem={state?.problems.qualificationAllowanceJpy}
      />
      <Submit intent="pay" />
    </Form>
  );
}

function Problems({ answer, labels }: { answer: ChangeAnswer | undefined; labels: Record<string, string> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!answer) return null;
  return (
    <>
      {Object.keys(answer.state.problems).length > 0 && <ErrorSummary state={answer.state} labels={labels} />}
      {answer.hiredOn && (
        <Notice kind="error">{t("career.change.beforeHire", { day: shortDay(answer.hiredOn, locale) })}</Notice>
      )}
    </>
  );
}

function Submit({ intent }: { intent: string }) {
  const { t } = useTranslation();
  const sending = useNavigation().formMethod === "POST";
  return (
    <Button look="outline" className="mt-5 w-full md:w-auto" name="intent" value={intent} aria-disabled={sending}>
      {t("career.change.submit")}
    </Button>
  );
}
