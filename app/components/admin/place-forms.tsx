import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { SPECIAL_WARDS } from "../../domain/contract/ward-code";
import { Button } from "../button";
import { SelectField, TextField } from "../field";
import { ErrorSummary, typed, type FormState } from "../form";
import { useLocale } from "../locale";

/** Registers a ward: one of Tokyo's 23 from the list, or another by code and name. */
export function WardForm({ state }: { state: FormState | undefined }) {
  const { t } = useTranslation();
  const english = useLocale() === "en";
  const labels = {
    specialWard: t("admin.wards.specialWard"),
    code: t("admin.wards.typedCode"),
    wardName: t("admin.wards.wardName"),
    wardNameEn: t("admin.wards.wardNameEn"),
  };
  const options = SPECIAL_WARDS.map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }));
  return (
    <Form method="post">
      <ErrorSummary state={filled(state)} labels={labels} />
      <SelectField
        name="specialWard"
        label={labels.specialWard}
        options={options}
        empty={t("admin.wards.otherWard")}
        defaultValue={typed(state, "specialWard")}
      />
      <TextField
        name="code"
        label={labels.code}
        hint={t("admin.wards.typedCodeHint")}
        inputMode="numeric"
        maxLength={6}
        defaultValue={typed(state, "code")}
        className="w-40"
      />
      <TextField name="wardName" label={labels.wardName} defaultValue={typed(state, "wardName")} />
      <TextField name="wardNameEn" label={labels.wardNameEn} lang="en" defaultValue={typed(state, "wardNameEn")} />
      <div className="mt-6">
        <Button look="outline" name="intent" value="ward">
          {t("admin.wards.addWard")}
        </Button>
      </div>
    </Form>
  );
}

export type WardChoice = { code: string; name: string; nameEn: string | null };

/** Registers a contract of a ward. */
export function ContractForm({ wards, state }: { wards: WardChoice[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const english = useLocale() === "en";
  const labels = {
    wardCode: t("admin.wards.ward"),
    contractCode: t("admin.wards.contractCode"),
    contractorName: t("admin.wards.contractorName"),
    startsOn: t("admin.wards.startsOn"),
    endsOn: t("admin.wards.endsOn"),
  };
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], required: true },
    ...{ problem: state?.problems[name], defaultValue: typed(state, name) },
  });
  const options = wards.map(({ code, name, nameEn }) => ({ value: code, label: (english && nameEn) || name }));
  return (
    <Form method="post">
      <ErrorSummary state={filled(state)} labels={labels} />
      <SelectField {...field("wardCode")} options={options} empty={t("admin.wards.chooseWard")} />
      <TextField {...field("contractCode")} hint={t("admin.wards.contractCodeHint")} className="w-60" />
      <TextField {...field("contractorName")} />
      <div className="flex flex-wrap gap-x-6">
        <TextField {...field("startsOn")} type="date" className="w-48" />
        <TextField {...field("endsOn")} type="date" className="w-48" />
      </div>
      <div className="mt-6">
        <Button look="outline" name="intent" value="contract">
          {t("admin.wards.addContract")}
        </Button>
      </div>
    </Form>
  );
}

function filled(state: FormState | undefined): FormState | undefined {
  return state && Object.keys(state.problems).length > 0 ? state : undefined;
}
