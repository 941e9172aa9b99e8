import { useTranslation } from "react-i18next";

import { Button } from "../button";
import { useLocale } from "../locale";

export type UnitOption = { unit: string; name: string; nameEn: string | null; eligible: number };

/** Which group the person says they belong to; their record is not asked. */
export function UnitChoice(props: {
  units: readonly UnitOption[];
  unit: string | undefined;
  choose: (unit: string) => void;
  next: () => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="mt-6">
      <fieldset>
        <legend className="text-std-20B-150">{t("survey.answer.unitTitle")}</legend>
        <p className="mt-1 text-std-16N-170 text-solid-gray-700">{t("survey.answer.unitHint")}</p>
        <div className="mt-3 grid gap-2">
          {props.units.map(({ unit, name, nameEn, eligible }) => (
            <label
              key={unit}
              className="flex min-h-14 cursor-pointer items-center gap-3 rounded-8 border border-solid-gray-600 px-4 py-2 text-std-17N-170 hover:bg-key-50 has-checked:border-key-900 has-checked:bg-key-50"
            >
              <input
                type="radio"
                name="unit"
                checked={props.unit === unit}
                onChange={() => props.choose(unit)}
                className="size-6 shrink-0 accent-key-900"
              />
              <span>
                {locale === "en" ? (nameEn ?? name) : name}
                {t("survey.answer.unitSize", { count: eligible })}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-6">
        <Button type="button" aria-disabled={!props.unit || undefined} onClick={() => props.unit && props.next()}>
          {t("survey.answer.begin")}
        </Button>
      </div>
    </div>
  );
}
