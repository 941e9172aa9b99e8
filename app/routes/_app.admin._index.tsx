import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { notFound, requirePlatform } from "~/auth/require.server";
import { ContractForm, WardForm } from "~/components/admin/place-forms";
import { WardList } from "~/components/admin/ward-list";
import { LinkButton } from "~/components/button";
import { Pagination } from "~/components/data-table";
import { useDone } from "~/components/done";
import { ExportLinks } from "~/components/export-links";
import type { FormState } from "~/components/form";
import { Notice } from "~/components/notice";
import { EmptyState, Page, Section } from "~/components/page";
import { titled } from "~/components/page-title";
import { listPlaces, listWards } from "~/domain/contract/list-wards.server";
import { addContract, addWard, type ContractProblem, type WardProblem } from "~/domain/contract/repository.server";
import { formValues, parseForm } from "~/lib/form";
import { dayField } from "~/lib/form-fields";

const PAGE_SIZE = 25;

export const meta = titled((t) => t("admin.wards.title"));

/** Wards and contracts with how many people use each. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { platform } = await requirePlatform(request, "platform.read");
  const asked = Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10) || 1;
  const page = Math.max(1, Math.min(100_000, asked));
  const [listed, places] = await Promise.all([
    listWards(platform, { page, pageSize: PAGE_SIZE }),
    listPlaces(platform),
  ]);
  return { ...listed, choices: places.wards, page, pages: Math.max(1, Math.ceil(listed.total / PAGE_SIZE)) };
}

const wardForm = z.object({
  specialWard: z.string().max(6).optional(),
  code: z.string().max(6).optional(),
  wardName: z.string().max(100).optional(),
  wardNameEn: z.string().max(100).optional(),
});
const contractForm = z.object({
  wardCode: z.string().max(6),
  contractCode: z.string().max(50),
  contractorName: z.string().max(200),
  startsOn: dayField(),
  endsOn: dayField(),
});

type Answer = { about: "ward" | "contract"; state: FormState; problem: (WardProblem | ContractProblem) | null };

export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const { platform } = await requirePlatform(request, "platform.write");
  const form = await request.formData();
  const about = form.get("intent");
  const asTyped = { values: formValues(form), problems: {} };
  if (about === "ward") {
    const parsed = parseForm(wardForm, form);
    if (!parsed.ok) return { about, state: parsed, problem: null };
    const { specialWard, code = "", wardName, wardNameEn } = parsed.data;
    const added = await addWard(
      platform,
      specialWard ? { code: specialWard } : { code, name: wardName, nameEn: wardNameEn },
    );
    if (!added.ok) return { about, state: asTyped, problem: added.problem };
    throw redirect("/admin?done=ward");
  }
  if (about !== "contract") throw notFound();
  const parsed = parseForm(contractForm, form);
  if (!parsed.ok) return { about, state: parsed, problem: null };
  const { contractCode, ...given } = parsed.data;
  const added = await addContract(platform, { ...given, code: contractCode });
  if (!added.ok) return { about, state: asTyped, problem: added.problem };
  throw redirect("/admin?done=contract");
}

export default function AdminHome() {
  const { t } = useTranslation();
  const { wards, total, contracts, choices, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = useDone();
  const stateOf = (about: Answer["about"]) => (answer?.about === about ? answer.state : undefined);
  const problem = answer?.problem;
  return (
    <Page
      title={t("admin.wards.title")}
      lead={t("admin.wards.lead", { wards: total, contracts })}
      actions={
        <>
          <LinkButton to="/admin/users/new" look="outline">
            {t("admin.wards.invite")}
          </LinkButton>
          {total > 0 && <ExportLinks to="/admin/export" />}
        </>
      }
    >
      {problem && <Notice kind="error" title={t(`admin.wards.problem.${problem.code}`, problem.params)} />}
      {!answer && done === "ward" && <Notice kind="success" title={t("admin.wards.wardAdded")} />}
      {!answer && done === "contract" && <Notice kind="success" title={t("admin.wards.contractAdded")} />}
      {total === 0 && <FirstRun />}
      <WardList wards={wards} />
      {pages > 1 && <Pagination page={page} pages={pages} total={total} />}
      {choices.length > 0 && (
        <Section id="add-contract" title={t("admin.wards.addContract")}>
          <ContractForm wards={choices} state={stateOf("contract")} />
        </Section>
      )}
      <Section id="add-ward" title={t("admin.wards.addWard")}>
        <WardForm state={stateOf("ward")} />
      </Section>
    </Page>
  );
}

function FirstRun() {
  const { t } = useTranslation();
  return (
    <div className="mt-6">
      <EmptyState title={t("admin.wards.firstRun")}>
        <ol className="list-decimal pl-6">
          <li>{t("admin.wards.step1")}</li>
          <li>{t("admin.wards.step2")}</li>
          <li>{t("admin.wards.step3")}</li>
          <li>{t("admin.wards.step4")}</li>
        </ol>
      </EmptyState>
    </div>
  );
}

export { PageError as ErrorBoundary } from "~/components/page-error";
