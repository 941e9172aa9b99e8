import { useTranslation } from "react-i18next";

import { MOST_OFFERS, type Offer } from "../../domain/supervision/requests";
import { TextField } from "../field";
import { typed, type FormState } from "../form";

const NUMBERS = Array.from({ length: MOST_OFFERS }, (_, index) => index + 1);

/** The labels of the times' fields, for the list of problems. */
export function useOfferLabels(): Record<string, string> {
  const { t } = useTranslation();
  return Object.fromEntries(
    NUMBERS.flatMap((number) => {
      const of = (label: string) => `${t("session.request.time", { number })} ${label}`;
      return [
        [`heldOn${number}`, of(t("supervision.form.heldOn"))],
        [`startTime${number}`, of(t("supervision.form.startTime"))],
        [`minutes${number}`, of(t("supervision.form.minutes"))],
        [`place${number}`, of(t("supervision.form.place"))],
        [`videoUrl${number}`, of(t("session.form.videoUrl"))],
      ];
    }),
  );
}

/** One to three times to offer; what was offered before stands in the fields. */
export function OfferFields({ offers, state }: { offers: readonly Offer[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const labels = useOfferLabels();
  const problems = state?.problems ?? {};
  return NUMBERS.map((number) => {
    const offer = offers[number - 1];
    const field = (name: string, before: string) => ({
      ...{ name: `${name}${number}`, label: labels[`${name}${number}`] ?? "" },
      ...{ defaultValue: typed(state, `${name}${number}`, before), problem: problems[`${name}${number}`] },
    });
    return (
      <fieldset key={number} className="mt-6 rounded-8 border border-solid-gray-420 px-4 pb-4">
        <legend className="px-1 text-std-17B-170">
          {t(number === 1 ? "session.request.time" : "session.request.timeOptional", { number })}
        </legend>
        <div className="flex flex-wrap gap-x-8">
          <TextField type="date" required={number === 1} className="w-52" {...field("heldOn", offer?.heldOn ?? "")} />
          <TextField
            type="time"
            step={300}
            required={number === 1}
            className="w-40"
            {...field("startTime", offer?.startTime ?? "")}
          />
          <TextField
            type="number"
            inputMode="numeric"
            min={5}
            max={480}
            required={number === 1}
            className="w-28"
            {...field("minutes", String(offer?.minutes ?? 60))}
          />
        </div>
        <div className="flex flex-wrap gap-x-8">
          <TextField
            maxLength={200}
            autoComplete="off"
            className="w-full md:w-72"
            {...field("place", offer?.place ?? "")}
          />
          <TextField
            type="url"
            maxLength={500}
            autoComplete="off"
            placeholder="https://"
            className="w-full md:w-72"
            {...field("videoUrl", offer?.videoUrl ?? "")}
          />
        </div>
      </fieldset>
    );
  });
}
