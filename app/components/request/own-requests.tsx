import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { isPickable, isWithdrawable, type SupervisionRequest } from "../../domain/supervision/requests";
import { shortDay } from "../../i18n/format";
import { offerText } from "../../i18n/session-table";
import type { Day } from "../../lib/calendar";
import { useLocale } from "../locale";
import { RequestFacts } from "./request-facts";

const QUIET = "min-h-11 px-2 text-dns-16N-130 text-key-900 underline underline-offset-4 hover:bg-key-50";
const PICK =
  "inline-flex min-h-12 w-full items-center justify-center rounded-8 border border-key-900 bg-white px-5 py-2 text-oln-16B-100 text-key-900 hover:bg-key-50 md:w-auto";

/** A worker's own requests, each with what can be done about it: pick a time, say that none fits, take it back. */
export function OwnRequests({ requests, day }: { requests: SupervisionRequest[]; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <ul
      aria-label={t("session.request.mineTitle")}
      className="divide-y divide-solid-gray-300 border-y border-solid-gray-300"
    >
      {requests.map((request) => (
        <li key={request.id} id={`request-${request.id}`} className="py-4">
          <RequestFacts request={request} day={day} />
          {request.reply && (
            <p className="mt-2 text-std-16N-170 break-words whitespace-pre-wrap">
              {t("session.request.reply")}：{request.reply}
            </p>
          )}
          {request.status === "offered" && <Offers request={request} day={day} />}
          {request.status === "scheduled" && request.sessionId && (
            <Link
              to={`/me/sessions/${request.sessionId}`}
              className="link mt-2 inline-flex min-h-11 items-center text-std-16N-170"
            >
              {t("session.request.toSession")}
            </Link>
          )}
          {isWithdrawable(request) && (
            <RequestForm request={request}>
              {request.status === "offered" && (
                <button
                  type="submit"
                  name="intent"
                  value="noneFits"
                  className={QUIET}
                  aria-label={t("session.request.noneFitsOf", { day: shortDay(request.madeOn, locale) })}
                >
                  {t("session.request.noneFits")}
                </button>
              )}
              <button
                type="submit"
                name="intent"
                value="withdraw"
                className={QUIET}
                aria-label={t("session.request.withdrawOf", { day: shortDay(request.madeOn, locale) })}
              >
                {t("session.request.withdraw")}
              </button>
            </RequestForm>
          )}
        </li>
      ))}
    </ul>
  );
}

function Offers({ request, day }: { request: SupervisionRequest; day: Day }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="mt-3">
      <p className="text-std-16B-170">
        {request.answeredBy
          ? t("session.request.offers", { name: request.answeredBy })
          : t("session.request.offersNobody")}
      </p>
      <ol className="mt-2 space-y-3">
        {request.offers.map((offer, index) => {
          const text = offerText(t, locale, offer);
          return (
            <li
              key={`${offer.heldOn} ${offer.startTime}`}
              className="flex flex-col gap-2 md:flex-row md:items-center md:gap-4"
            >
              <span className="text-std-16N-170">
                {text}
                {(offer.place ?? offer.videoUrl) && (
                  <span className="ml-2 text-dns-14N-130 text-solid-gray-700">
                    {offer.place ?? t("session.details.video")}
                  </span>
                )}
              </span>
              {isPickable(offer, day) ? (
                <RequestForm request={request}>
                  <input type="hidden" name="choice" value={index} />
                  <button
                    type="submit"
                    name="intent"
                    value="pick"
                    className={PICK}
                    aria-label={t("session.request.pickOf", { offer: text })}
                  >
                    {t("session.request.pick")}
                  </button>
                </RequestForm>
              ) : (
                <span className="text-dns-16N-130 text-solid-gray-700">{t("session.request.past")}</span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function RequestForm({ request, children }: { request: SupervisionRequest; children: ReactNode }) {
  return (
    <Form method="post" className="mt-2 flex flex-wrap gap-4 md:mt-0 print:hidden">
      <input type="hidden" name="requestId" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      {children}
    </Form>
  );
}
