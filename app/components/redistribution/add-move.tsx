import { useState } from "react";
import { useTranslation } from "react-i18next";

import { cautions, obstacles } from "../../domain/redistribution/rules";
import type { Move, Names, Situation } from "../../domain/redistribution/schema";
import { decimal } from "../../i18n/format";
import { daysBetween } from "../../lib/calendar";
import { Button } from "../button";
import { useLocale } from "../locale";
import { cautionText, obstacleText, personName } from "./words";

const SELECT =
  "mt-1 block min-h-12 w-full max-w-xl rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-std-16N-170 hover:border-black";

/** Adds a case by hand; with script, whether it may move is said as soon as both are chosen. Within the list's form. */
export function AddMove({ situation, moves, names }: { situation: Situation; moves: readonly Move[]; names: Names }) {
  const { t } = useTranslation();
  const [wished, setWished] = useState<Move>({ caseId: "", to: "" });
  return (
    <fieldset className="mt-6 max-w-3xl rounded-12 border border-solid-gray-300 px-5 pb-5 print:hidden">
      <legend className="px-2 text-std-17B-170">{t("redistribution.add.title")}</legend>
      <label className="mt-2 block text-std-16B-170">
        {t("redistribution.add.case")}
        <select
          name="caseId"
          className={SELECT}
          value={wished.caseId}
          onChange={(event) => setWished({ ...wished, caseId: event.target.value })}
        >
          <option value="">{t("redistribution.add.caseEmpty")}</option>
          <CaseOptions situation={situation} moves={moves} names={names} />
        </select>
      </label>
      <label className="mt-4 block text-std-16B-170">
        {t("redistribution.add.to")}
        <select
          name="to"
          className={SELECT}
          value={wished.to}
          onChange={(event) => setWished({ ...wished, to: event.target.value })}
        >
          <option value="">{t("redistribution.add.toEmpty")}</option>
          <ReceiverOptions situation={situation} names={names} />
        </select>
      </label>
      <div aria-live="polite" className="mt-3 text-std-16N-170">
        {wished.caseId !== "" && wished.to !== "" && <Verdict situation={situation} moves={moves} wished={wished} />}
      </div>
      <Button look="outline" name="intent" value="add" className="mt-3">
        {t("redistribution.add.submit")}
      </Button>
    </fieldset>
  );
}

function Verdict({ situation, moves, wished }: { situation: Situation; moves: readonly Move[]; wished: Move }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const against = obstacles(situation, moves, wished);
  const list =
    against.length > 0
      ? against.map((obstacle) => obstacleText(t, locale, obstacle))
      : cautions(situation, moves, wished).map((caution) => cautionText(t, caution));
  return (
    <>
      <p className={against.length > 0 ? "text-std-16B-170 text-error-2" : "text-std-16B-170 text-success-2"}>
        <span aria-hidden="true">{against.length > 0 ? "× " : "○ "}</span>
        {t(against.length > 0 ? "redistribution.add.refused" : "redistribution.add.fine")}
      </p>
      <ul className="list-disc pl-6">
        {list.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

function CaseOptions({ situation, moves, names }: { situation: Situation; moves: readonly Move[]; names: Names }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const moved = new Set(moves.map(({ caseId }) => caseId));
  return situation.workers.map((worker) => {
    const own = situation.cases.filter((one) => one.staffId === worker.staffId && !moved.has(one.caseId));
    if (own.length === 0) return null;
    return (
      <optgroup key={worker.staffId} label={personName(names, worker)}>
        {own.map((one) => (
          <option key={one.caseId} value={one.caseId}>
            {t("redistribution.add.caseOption", {
              ...{ caseRef: one.caseRef, weight: decimal(one.weight, locale) },
              days: daysBetween(one.ledSince, situation.day),
            })}
          </option>
        ))}
      </optgroup>
    );
  });
}

function ReceiverOptions({ situation, names }: { situation: Situation; names: Names }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const number = (value: number) => decimal(value, locale);
  return situation.workers.map((worker) => (
    <option key={worker.staffId} value={worker.staffId}>
      {t("redistribution.add.toOption", {
        ...{ name: personName(names, worker), load: number(worker.weightedLoad), limit: number(worker.limits.watch) },
        ...{ mean: number(worker.forecast.mean), cap: number(worker.cap) },
      })}
    </option>
  ));
}
