import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePeople } from "~/auth/require.server";
import { Notice } from "~/components/notice";
import { Page } from "~/components/page";
import { titled } from "~/components/page-title";
import { DeclineForm, OfferForm, RequestConflict, type AnswerFailure } from "~/components/request/answer-forms";
import { RequestFacts } from "~/components/request/request-facts";
import { declineRequest, offerTimes } from "~/domain/supervision/answer-request.server";
import { answerIntent, declineForm, offerForm } from "~/domain/supervision/request-schema";
import { isAnswerable } from "~/domain/supervision/requests";
import { getRequest } from "~/domain/supervision/requests.server";
import { now, today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("session.request.title"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.schedule");
  const id = z.uuid().safeParse(params.requestId);
  const asked = id.success ? await getRequest(people, id.data) : null;
  if (!asked) throw notFound();
  return { day: today(), asked };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { people } = await requirePeople(request, "supervision.schedule");
  const form = await request.formData();
  const id = z.uuid().safeParse(params.requestId);
  const intent = answerIntent.safeParse(form.get("intent"));
  if (!id.success || !intent.success) throw notFound();
  const about = intent.data;
  const refuse = (failure: Omit<AnswerFailure, "about">, status: 400 | 409) =>
    data<AnswerFailure>({ about, ...failure }, { status });
  const state = { values: formValues(form), problems: {} };
  if (about === "decline") {
    const parsed = parseForm(declineForm, form);
    if (!parsed.ok) return refuse({ state: parsed }, 400);
    const result = await declineRequest(people, id.data, parsed.data, now());
    if (result.ok) return redirect("/supervision/requests?done=declined");
    if (result.reason === "notFound") throw notFound();
    return refuse({ state, stands: result.stands }, 409);
  }
  const parsed = parseForm(offerForm, form);
  if (!parsed.ok) return refuse({ state: parsed }, 400);
  const result = await offerTimes(people, id.data, parsed.data, { today: today(), at: now() });
  if (result.ok) return redirect("/supervision/requests?done=offered");
  if (result.reason === "notFound") throw notFound();
  if (result.reason === "stale") return refuse({ state, stands: result.stands }, 409);
  return refuse({ state, against: { refusals: result.refusals, warnings: result.warnings } }, 400);
}

export default function AnswerRequest() {
  const { t } = useTranslation();
  const { day, ...loaded } = useLoaderData<typeof loader>();
  const failure: AnswerFailure | undefined = useActionData<typeof action>();
  const asked = failure?.stands ?? loaded.asked;
  return (
    <Page
      title={t("session.request.answerTitle", { name: asked.staffName })}
      crumbs={[
        { to: "/supervision", label: t("supervision.title") },
        { to: "/supervision/requests", label: t("session.request.title") },
      ]}
    >
      {failure?.stands && <RequestConflict failure={failure} />}
      <div className="mt-6 max-w-3xl rounded-12 border border-solid-gray-420 px-5 py-4">
        <RequestFacts request={asked} day={day} />
      </div>
      <div className="max-w-3xl">
        {isAnswerable(asked) ? (
          <>
            <OfferForm request={asked} failure={failure} />
            <DeclineForm request={asked} failure={failure} />
          </>
        ) : (
          <Notice kind="info">
            {t("session.request.settled", { status: t(`session.request.statuses.${asked.status}`) })}
          </Notice>
        )}
      </div>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
