import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Refusal, Warning } from "../../domain/supervision/schedule-rules";
import type { SessionRow } from "../../domain/supervision/session";
import { Button } from "../button";
import { TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { Section } from "../page";
import { AppointmentFields } from "./appointment-fields";
import { Objections } from "./objections";
import { ScopeField } from "./series-fields";

type Props = {
  session: SessionRow;
  /** Planned sessions of its series after it. */
  later: number;
  about: string | undefined;
  state: FormState | undefined;
  against: { refusals: Refusal[]; warnings: Warning[] } | null;
};

/** Confirms, moves or cancels a planned session; what changes it folds away, because most sessions stay as they are. */
export function ChangeSession(props: Props) {
  return (
    <>
      {props.session.tentative && <Confirm {...props} />}
      <Reschedule {...props} />
      <Cancel {...props} />
    </>
  );
}

function Confirm({ session, later }: Props) {
  const { t } = useTranslation();
  return (
    <Section id="confirm" title={t("session.confirm.title")}>
      <p className="text-std-16N-170">{t("session.confirm.text")}</p>
      <Form method="post" className="mt-3">
        <input type="hidden" name="version" value={session.version} />
        <ScopeField later={later} state={undefined} />
        <Button className="mt-4 w-full md:w-auto" name="intent" value="confirm">
          {t("session.confirm.button")}
        </Button>
      </Form>
    </Section>
  );
}

function Reschedule({ session, later, about, state, against }: Props) {
  const { t } = useTranslation();
  const own = about === "reschedule" ? state : undefined;
  const labels = {
    ...{ heldOn: t("supervision.form.heldOn"), startTime: t("supervision.form.startTime") },
    ...{ minutes: t("supervision.form.minutes"), place: t("supervision.form.place") },
    ...{ themes: t("supervision.form.themes"), videoUrl: t("session.form.videoUrl") },
  };
  const start = {
    ...{ heldOn: session.heldOn, startTime: session.startTime ?? "", minutes: String(session.minutes) },
    ...{ place: session.place ?? "", videoUrl: session.videoUrl ?? "", themes: session.themes },
  };
  const nameOf = (staffId: string) => session.participants.find((one) => one.staffId === staffId)?.name ?? "";
  return (
    <Section id="reschedule" title={t("supervision.session.reschedule")}>
      {own && Object.keys(own.problems).length > 0 && <ErrorSummary state={own} labels={labels} />}
      <details open={own !== undefined} className="rounded-8 border border-solid-gray-420 px-4 py-2">
        <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">
          {t("supervision.session.reschedule")}
        </summary>
        <Form method="post" className="pb-4">
          <input type="hidden" name="version" value={session.version} />
          {about === "reschedule" && against && <Objections {...against} nameOf={nameOf} />}
          <ScopeField later={later} state={own} />
          <AppointmentFields start={start} state={own} />
          <Button className="mt-6 w-full md:w-auto" name="intent" value="reschedule">
            {t("supervision.session.saveReschedule")}
          </Button>
        </Form>
      </details>
    </Section>
  );
}

function Cancel({ session, later, about, state }: Props) {
  const { t } = useTranslation();
  const own = about === "cancel" ? state : undefined;
  return (
    <Section id="cancel" title={t("supervision.session.cancel")}>
      {own && Object.keys(own.problems).length > 0 && (
        <ErrorSummary state={own} labels={{ reason: t("session.form.reason") }} />
      )}
      <details open={own !== undefined} className="rounded-8 border border-solid-gray-420 px-4 py-2">
        <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("supervision.session.cancel")}</summary>
        <Form method="post" className="pb-4">
          <p className="text-std-16N-170">{t("supervision.session.cancelText")}</p>
          <input type="hidden" name="version" value={session.version} />
          <ScopeField later={later} state={own} />
          <TextField
            name="reason"
            label={t("session.form.reason")}
            hint={t("session.form.reasonHint")}
            required
            maxLength={200}
            autoComplete="off"
            defaultValue={typed(own, "reason")}
            problem={own?.problems.reason}
          />
          <Button look="danger" className="mt-6 w-full md:w-auto" name="intent" value="cancel">
            {t("supervision.session.cancel")}
          </Button>
        </Form>
      </details>
    </Section>
  );
}
