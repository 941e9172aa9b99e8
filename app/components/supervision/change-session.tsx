import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Refusal, Warning } from "../../domain/supervision/schedule-rules";
import type { SessionRow } from "../../domain/supervision/session";
import { Button } from "../button";
import { ErrorSummary, type FormState } from "../form";
import { Section } from "../page";
import { AppointmentFields } from "./appointment-fields";
import { Objections } from "./objections";

/** Moves or cancels a planned session; both fold away, because most sessions stay as they are. */
export function ChangeSession(props: {
  session: SessionRow;
  state: FormState | undefined;
  against: { refusals: Refusal[]; warnings: Warning[] } | null;
}) {
  const { t } = useTranslation();
  const { session, state, against } = props;
  const labels = {
    ...{ heldOn: t("supervision.form.heldOn"), startTime: t("supervision.form.startTime") },
    ...{ minutes: t("supervision.form.minutes"), place: t("supervision.form.place") },
    themes: t("supervision.form.themes"),
  };
  const start = {
    ...{ heldOn: session.heldOn, startTime: session.startTime ?? "", minutes: String(session.minutes) },
    ...{ place: session.place ?? "", themes: session.themes },
  };
  const nameOf = (staffId: string) => session.participants.find((one) => one.staffId === staffId)?.name ?? "";
  return (
    <>
      <Section id="reschedule" title={t("supervision.session.reschedule")}>
        {state && Object.keys(state.problems).length > 0 && <ErrorSummary state={state} labels={labels} />}
        <details open={state !== undefined} className="rounded-8 border border-solid-gray-420 px-4 py-2">
          <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">
            {t("supervision.session.reschedule")}
          </summary>
          <Form method="post" className="pb-4">
            {against && <Objections {...against} nameOf={nameOf} />}
            <AppointmentFields start={start} state={state} />
            <Button className="mt-6 w-full md:w-auto" name="intent" value="reschedule">
              {t("supervision.session.saveReschedule")}
            </Button>
          </Form>
        </details>
      </Section>
      <Section id="cancel" title={t("supervision.session.cancel")}>
        <p className="text-std-16N-170">{t("supervision.session.cancelText")}</p>
        <Form method="post" className="mt-3">
          <Button look="danger" name="intent" value="cancel">
            {t("supervision.session.cancel")}
          </Button>
        </Form>
      </Section>
    </>
  );
}
