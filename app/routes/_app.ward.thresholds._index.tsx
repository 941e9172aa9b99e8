import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { requireWard } from "~/auth/require.server";
import { useDone } from "~/components/done";
import { useLocale } from "~/components/locale";
import { Notice } from "~/components/notice";
import { Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { BoundsForm, type BoundsAnswer } from "~/components/ward/bounds-form";
import { contractName } from "~/components/ward/names";
import { boundsForm, boundsMark } from "~/domain/contract/threshold-form";
import { getBounds, listOverruled, saveBounds } from "~/domain/contract/thresholds.server";
import { listWardContracts } from "~/domain/contract/ward-contracts.server";
import { boundText, thresholdValue } from "~/i18n/threshold-text";
import { today } from "~/lib/clock.server";
import { formValues, parseForm } from "~/lib/form";

export const meta = titled((t) => t("threshold.ward.title"));

export async function loader({ request }: LoaderFunctionArgs) {
  const { view } = await requireWard(request, "specification.write");
  const [bounds, contracts, overruled] = await Promise.all([
    getBounds(view),
    listWardContracts(view),
    listOverruled(view, today()),
  ]);
  return {
    bounds,
    overruled: contracts.flatMap((names) => {
      const found = overruled.find(({ contractId }) => contractId === names.contractId);
      return found ? [{ ...names, values: found.values }] : [];
    }),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { view } = await requireWard(request, "specification.write");
  const form = await request.formData();
  const parsed = parseForm(boundsForm, form);
  if (!parsed.ok) return data<BoundsAnswer>({ state: parsed }, { status: 400 });
  const { seen, bounds: asked } = parsed.data;
  const result = await saveBounds(view, seen, asked);
  if (result.saved) return redirect("?done=saved");
  if (result.reason === "unchanged") return redirect("?done=unchanged");
  const state = { values: formValues(form), problems: {} };
  return data<BoundsAnswer>({ state, conflict: { stands: result.bounds, asked } }, { status: 409 });
}

export default function WardThresholds() {
  const { bounds, overruled } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const locale = useLocale();
  const answer = useActionData<typeof action>();
  const done = useDone();
  return (
    <Page
      title={t("threshold.ward.title")}
      crumbs={[
        { to: "/ward", label: t("ward.home.title") },
        { to: "/ward/flags", label: t("common.nav.flags") },
      ]}
      lead={t("threshold.ward.lead")}
    >
      {!answer && done === "saved" && <Notice kind="success">{t("threshold.ward.saved")}</Notice>}
      {!answer && done === "unchanged" && <Notice kind="info">{t("threshold.ward.unchanged")}</Notice>}
      <Section
        id="overruled"
        title={t("threshold.ward.overruled")}
        note={overruled.length > 0 ? t("threshold.ward.overruledNote") : undefined}
      >
        {overruled.length === 0 ? (
          <p className="text-std-16N-170">{t("threshold.ward.overruledNone")}</p>
        ) : (
          <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
            {overruled.map((contract) => (
              <li key={contract.contractId} className="py-2">
                <Link
                  to={`/ward/contracts/${contract.contractId}/thresholds`}
                  className="link inline-flex min-h-11 items-center"
                >
                  {contractName(locale, contract)}
                </Link>
                <ul className="list-disc pl-6">
                  {contract.values.map(({ key, own, bound }) => (
                    <li key={key}>
                      {t("threshold.ward.value", {
                        name: t(`threshold.key.${key}`),
                        own: thresholdValue(t, locale, key, own),
                        bound: boundText(t, locale, key, bound),
                      })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="form" title={t("threshold.ward.form")} note={t("threshold.ward.note")}>
        <BoundsForm key={boundsMark(bounds)} {...{ bounds, answer }} />
      </Section>
    </Page>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
