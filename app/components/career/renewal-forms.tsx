import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { MAX_EXEMPT_HOURS, renewedExpiry } from "../../domain/qualification/renewal";
import { longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";

type Props = { state: FormState | undefined; version: number; today: Day };

function Box(props: {
  title: string;
  note: string;
  intent: string;
  children: ReactNode;
  submit: string;
  open?: boolean;
}) {
  return (
    <details open={props.open} className="mt-4 max-w-2xl rounded-12 border border-solid-gray-300 px-5 py-3">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{props.title}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value={props.intent} />
        <p className="text-std-16N-170 text-solid-gray-700">{props.note}</p>
        {props.children}
        <Button look="outline" className="mt-4 mb-2 w-full md:w-auto">
          {props.submit}
        </Button>
      </Form>
    </details>
  );
}

/** When the renewal was applied for. */
export function ApplicationForm(
  props: Props & { appliedOn: Day | null; opensOn: Day; closesOn: Day; children?: ReactNode },
) {
  const { t } = useTranslation();
  const locale = useLocale();
  const label = t("career.renewal.appliedOn");
  const days = { opens: longDay(props.opensOn, locale), closes: longDay(props.closesOn, locale) };
  return (
    <Box
      title={t("career.renewal.applyTitle")}
      note={t("career.renewal.applyNote", days)}
      intent="apply"
      submit={t("common.save")}
      open={Boolean(props.state) || Boolean(props.children)}
    >
      {props.children}
      <ErrorSummary state={props.state} labels={{ appliedOn: label }} />
      <input type="hidden" name="version" value={props.version} />
      <TextField
        name="appliedOn"
        type="date"
        label={label}
        hint={t("career.renewal.appliedOnHint")}
        max={props.today}
        className="w-52"
        defaultValue={typed(props.state, "appliedOn", props.appliedOn ?? "")}
        problem={props.state?.problems.appliedOn}
      />
    </Box>
  );
}

/** Hours of skill courses from which the person is exempt. */
export function ExemptForm(props: Props & { exempt: { hours: number; reason: string | null } | null }) {
  const { t } = useTranslation();
  const labels = { exemptHours: t("career.renewal.exemptHours"), exemptReason: t("career.renewal.exemptReason") };
  return (
    <Box
      title={t("career.renewal.exemptTitle")}
      note={t("career.renewal.exemptNote", { max: MAX_EXEMPT_HOURS })}
      intent="exempt"
      submit={t("common.save")}
      open={Boolean(props.state)}
    >
      <ErrorSummary state={props.state} labels={labels} />
      <input type="hidden" name="version" value={props.version} />
      <TextField
        name="exemptHours"
        label={labels.exemptHours}
        inputMode="decimal"
        className="w-32"
        defaultValue={typed(props.state, "exemptHours", props.exempt ? String(props.exempt.hours) : "")}
        problem={props.state?.problems.exemptHours}
      />
      <TextField
        name="exemptReason"
        label={labels.exemptReason}
        maxLength={300}
        defaultValue={typed(props.state, "exemptReason", props.exempt?.reason ?? "")}
        problem={props.state?.problems.exemptReason}
      />
    </Box>
  );
}

/** The new registration, once it has come: a period of its own that waits for verification. */
export function RenewedForm(
  props: Omit<Props, "version"> & { formRef: string; expiresOn: Day; taken: boolean; open: boolean },
) {
  const { t } = useTranslation();
  const { state } = props;
  const labels = {
    ...{ number: t("career.qualification.number"), obtainedOn: t("career.renewal.renewedOn") },
    expiresOn: t("career.renewal.newExpiry"),
  };
  return (
    <Box
      title={t("career.renewal.renewedTitle")}
      note={t("career.renewal.renewedNote")}
      intent="renewed"
      submit={t("career.renewal.renewedSubmit")}
      open={Boolean(state) || props.taken || props.open}
    >
      <ErrorSummary state={state} labels={labels} />
      {props.taken && <p className="mt-2 text-std-16N-170 text-error-2">＊{t("career.refused.exists")}</p>}
      <input type="hidden" name="formRef" value={typed(state, "formRef", props.formRef)} />
      <TextField
        name="obtainedOn"
        type="date"
        label={labels.obtainedOn}
        required
        max={props.today}
        className="w-52"
        defaultValue={typed(state, "obtainedOn")}
        problem={state?.problems.obtainedOn}
      />
      <TextField
        name="expiresOn"
        type="date"
        label={labels.expiresOn}
        hint={t("career.renewal.newExpiryHint")}
        required
        className="w-52"
        defaultValue={typed(state, "expiresOn", renewedExpiry(props.expiresOn))}
        problem={state?.problems.expiresOn}
      />
      <TextField
        name="number"
        label={labels.number}
        maxLength={60}
        autoComplete="off"
        defaultValue={typed(state, "number")}
        problem={state?.problems.number}
      />
    </Box>
  );
}

type Noted = { checklist: { appliedOn: Day | null }; exempt: { hours: number; reason: string | null } | null };

/** Somebody else has changed the registration since the form was opened: what stands now and what was typed. */
export function RenewalConflict(props: { answer: object; stands: Noted; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { stands, state } = props;
  const dayText = (day: Day | null) => (day ? longDay(day, locale) : "");
  const hoursText = (hours: string) => (hours ? t("career.renewal.hours", { hours }) : "");
  const rows = [
    {
      ...{ name: "appliedOn", label: t("career.renewal.appliedOn") },
      ...{ stands: dayText(stands.checklist.appliedOn), typed: dayText(typed(state, "appliedOn") || null) },
    },
    {
      ...{ name: "exemptHours", label: t("career.renewal.exemptHours") },
      ...{ stands: hoursText(String(stands.exempt?.hours ?? "")), typed: hoursText(typed(state, "exemptHours")) },
    },
    {
      ...{ name: "exemptReason", label: t("career.renewal.exemptReason") },
      ...{ stands: stands.exempt?.reason ?? "", typed: typed(state, "exemptReason") },
    },
  ];
  return <ConflictNotice answer={props.answer} fields={rows.filter(({ name }) => state?.values[name] !== undefined)} />;
}
