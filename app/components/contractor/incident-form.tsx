import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { INCIDENT_KINDS } from "../../domain/workforce/vocabulary";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { ChoiceField, TextField } from "../field";
import { chosen, ErrorSummary, typed, type FormState } from "../form";

/** Logs that something grave happened: a day and a kind, no more. */
export function IncidentForm({ state, today }: { state: FormState | undefined; today: Day }) {
  const { t } = useTranslation();
  const sending = useNavigation().formMethod === "POST";
  const labels = { occurredOn: t("contractor.worker.incidentDay"), kind: t("contractor.worker.incidentKind") };
  return (
    <Form method="post" noValidate className="rounded-12 border border-solid-gray-300 p-5">
      <h3 className="text-std-17B-170">{t("contractor.worker.incidentTitle")}</h3>
      <p className="text-std-16N-170 text-solid-gray-700">{t("contractor.worker.incidentNote")}</p>
      <ErrorSummary state={state} labels={labels} />
      <TextField
        name="occurredOn"
        type="date"
        label={labels.occurredOn}
        required
        max={today}
        defaultValue={typed(state, "occurredOn", today)}
        problem={state?.problems.occurredOn}
        className="w-48"
      />
      <ChoiceField
        name="kind"
        label={labels.kind}
        required
        options={INCIDENT_KINDS.map((kind) => ({ value: kind, label: t(`glossary.incident.${kind}`) }))}
        defaultValue={chosen(state, "kind")}
        problem={state?.problems.kind}
      />
      <div className="mt-5">
        <Button look="outline" aria-disabled={sending}>
          {t(sending ? "figures.sending" : "contractor.worker.incidentSubmit")}
        </Button>
      </div>
    </Form>
  );
}
