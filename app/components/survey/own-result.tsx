import { useTranslation } from "react-i18next";

import { byTotal23, byTotal57, scaleScores } from "../../domain/survey/bjsq";
import { fatigue } from "../../domain/survey/fatigue";
import type { Answers, InstrumentKey } from "../../domain/survey/instrument";
import { SCALES, type Sex } from "../../domain/survey/instruments/bjsq-scales";
import { instrumentOf } from "../../domain/survey/instruments/catalogue";
import { k6Band, k6Total } from "../../domain/survey/k6";
import { useLocale } from "../locale";

const GRADES = { symptoms: ["I", "II", "III", "IV"], work: ["A", "B", "C", "D"] } as const;
const K6_MAX = 24;

/** One instrument's result for the person themselves, computed in the browser. */
export function OwnResult({ instrument, answers, sex }: { instrument: InstrumentKey; answers: Answers; sex?: Sex }) {
  const locale = useLocale();
  return (
    <div className="mt-5 rounded-12 border border-solid-gray-300 px-5 py-4">
      <h3 className="text-std-17B-170">{instrumentOf(instrument).name[locale]}</h3>
      <div className="mt-2 text-std-16N-170">
        <Result instrument={instrument} answers={answers} sex={sex} />
      </div>
    </div>
  );
}

function Result({ instrument, answers, sex }: { instrument: InstrumentKey; answers: Answers; sex?: Sex }) {
  const { t } = useTranslation();
  switch (instrument) {
    case "k6": {
      const total = k6Total(answers);
      if (total === null) return null;
      return (
        <>
          <p>{t("survey.check.total", { total, max: K6_MAX })}</p>
          <p className="mt-1">{t(`survey.check.k6.band${k6Band(total)}`)}</p>
        </>
      );
    }
    case "fatigue2023": {
      const result = fatigue(answers);
      if (result === null) return null;
      const { points, symptoms, work, symptomGrade, workGrade, level } = result;
      const grades = { symptomGrade: GRADES.symptoms[symptomGrade], workGrade: GRADES.work[workGrade] };
      return (
        <>
          <p>{t("survey.check.fatigue.points", { points })}</p>
          <p>{t("survey.check.fatigue.parts", { symptoms, work, ...grades })}</p>
          <p className="mt-1">{t(`survey.check.fatigue.${level}`)}</p>
        </>
      );
    }
    case "satisfaction":
      return <p>{t("survey.check.noScore")}</p>;
    default: {
      const judged = instrument === "bjsq23" ? byTotal23(answers) : byTotal57(answers);
      if (judged === null) return null;
      const { a, b, c, isHighStress } = judged;
      return (
        <>
          <p>{t(isHighStress ? "survey.check.stress.high" : "survey.check.stress.usual")}</p>
          <p className="mt-1">{t("survey.check.stress.areas", { a, b, c })}</p>
          {sex && <Profile answers={answers} sex={sex} />}
        </>
      );
    }
  }
}

/** The nineteen scales as marks of one to five; few mean much strain. */
function Profile({ answers, sex }: { answers: Answers; sex: Sex }) {
  const locale = useLocale();
  const scores = scaleScores(answers, sex);
  if (scores === null) return null;
  return (
    <table className="mt-3 w-full text-dns-16N-130">
      <tbody>
        {scores.map(({ key, points }) => (
          <tr key={key} className="border-b border-solid-gray-300">
            <th scope="row" className="py-1 pr-2 text-start font-400">
              {SCALES.find((scale) => scale.key === key)?.name[locale]}
            </th>
            <td className="whitespace-nowrap text-key-900">
              <span aria-hidden="true">{"●".repeat(points) + "○".repeat(5 - points)}</span>
              <span className="ml-2">{points}/5</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
