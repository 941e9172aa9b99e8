import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { SupervisionRequest } from "../../domain/supervision/requests";
import type { Verdict } from "../../domain/supervision/schedule-rules";
import { offerText, listed } from "../../i18n/session-table";
import { Button } from "../button";
import { ConflictNotice } from "../conflict";
import { TextArea } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Section } from "../page";
import { Objections } from "../supervision/objections";
import { OfferFields, useOfferLabels } from "./offer-fields";

/** Why an answer was not taken, and by which button. */
export type AnswerFailure = {
  about: string;
  state: FormState;
  against?: Verdict;
  stands?: SupervisionRequest;
};
type Props = { request: SupervisionRequest; failure: AnswerFailure | undefined };

/** A request that changed since it was opened: how it stands, and what the supervisor was about to answer. */
export function RequestConflict({ failure }: { failure: AnswerFailure }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { stands, state, about } = failure;
  if (!stands) return null;
  const wish = about === "decline" ? ("declined" as const) : ("offered" as const);
  const wished = [1, 2, 3]
    .filter((number) => typed(state, `heldOn${number}`) !== "")
    .map((number) => `${typed(state, `heldOn${number}`)} ${typed(state, `startTime${number}`)}`);
  return (
    <ConflictNotice
      answer={failure}
      fields={[
        {
          ...{ name: "status", label: t("session.request.column.status") },
          ...{ stands: t(`session.request.statuses.${stands.status}`), typed: t(`session.request.statuses.${wish}`) },
        },
        {
          ...{ name: "offers", label: t("session.request.column.offers"), typed: listed(wished, locale) },
          stands: listed(
            stands.offers.map((offer) => offerText(t, locale, offer)),
            locale,
          ),
        },
        {
          ...{ name: "reply", label: t("session.request.column.reply") },
          ...{ stands: stands.reply ?? "", typed: typed(state, about === "decline" ? "declineReply" : "reply") },
        },
      ]}
    />
  );
}

/** Offers times. */
export function OfferForm({ request, failure }: Props) {
  const { t } = useTranslation();
  const own = failure?.about === "offer" ? failure : undefined;
  const labels = { ...useOfferLabels(), reply: t("session.request.reply") };
  return (
    <Section id="offer" title={t("session.request.offerTitle")} note={t("session.request.answerLead")}>
      {own && Object.keys(own.state.problems).length > 0 && <ErrorSummary state={own.state} labels={labels} />}
      <Form method="post">
        <input type="hidden" name="version" value={request.version} />
        {own?.against && (
          <Objections {...own.against} nameOf={() => request.staffName} confirm={t("session.request.confirm")} />
        )}
        <OfferFields offers={request.offers} state={own?.state} />
        <TextArea
          name="reply"
          label={t("session.request.reply")}
          hint={t("session.request.replyHint")}
          maxLength={500}
          rows={3}
          defaultValue={typed(own?.state, "reply", request.reply ?? "")}
          problem={own?.state.problems.reply}
        />
        <Button className="mt-6 w-full md:w-auto" name="intent" value="offer">
          {t("session.request.sendOffers")}
        </Button>
      </Form>
    </Section>
  );
}

/** Declines with the reason; folds away. */
export function DeclineForm({ request, failure }: Props) {
  const { t } = useTranslation();
  const own = failure?.about === "decline" ? failure : undefined;
  const values = own?.state;
  return (
    <Section id="decline" title={t("session.request.declineTitle")}>
      {values && Object.keys(values.problems).length > 0 && (
        <ErrorSummary state={values} labels={{ declineReply: t("session.request.reply") }} />
      )}
      <details open={own !== undefined} className="rounded-8 border border-solid-gray-420 px-4 py-2">
        <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("session.request.declineTitle")}</summary>
        <Form method="post" className="pb-4">
          <p className="text-std-16N-170">{t("session.request.declineText")}</p>
          <input type="hidden" name="version" value={request.version} />
          <TextArea
            name="declineReply"
            label={t("session.request.reply")}
            hint={t("session.request.replyHint")}
            required
            maxLength={500}
            rows={3}
            defaultValue={typed(own?.state, "declineReply")}
            problem={values?.problems.declineReply}
          />
          <Button look="danger" className="mt-6 w-full md:w-auto" name="intent" value="decline">
            {t("session.request.decline")}
          </Button>
        </Form>
      </details>
    </Section>
  );
}
