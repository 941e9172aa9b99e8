import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import type { Answers } from "../../domain/survey/instrument";
import { instrumentOf } from "../../domain/survey/instruments/catalogue";
import { answersOf, type Questionnaire, type Sheet } from "../../domain/survey/questionnaire";
import { CHECKS, scoreOf, type Check, type CheckResult } from "../../domain/survey/self-check";
import { stepsOf } from "../../domain/survey/steps";
import { Button } from "../button";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { CheckHistory } from "./check-history-table";
import { forgetResults, keepResult, readResults } from "./check-history";
import { HelpLines } from "./help-lines";
import { OwnResult } from "./own-result";
import { QuestionnaireSteps } from "./questionnaire";

/** A check of one's own, start to result, without a word to the server. */
export function SelfCheck({ day }: { day: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [check, setCheck] = useState<Check | null>(null);
  const [results, setResults] = useState<CheckResult[]>([]);
  useEffect(() => setResults(readResults()), []);
  return (
    <>
      {check === null ? (
        <section aria-labelledby="choose" className="mt-6">
          <h2 id="choose" className="text-std-20B-150">
            {t("survey.check.choose")}
          </h2>
          <div className="mt-3 grid gap-3">
            {CHECKS.map((key) => {
              const { name, minutes } = instrumentOf(key);
              return (
                <Button key={key} type="button" look="outline" className="w-full" onClick={() => setCheck(key)}>
                  {t("survey.check.start", { name: name[locale], minutes })}
                </Button>
              );
            })}
          </div>
        </section>
      ) : (
        <Running
          key={check}
          check={check}
          day={day}
          kept={() => setResults(readResults())}
          again={() => setCheck(null)}
        />
      )}
      <CheckHistory
        results={results}
        forget={() => {
          forgetResults();
          setResults([]);
        }}
      />
      <HelpLines />
    </>
  );
}

function Running(props: { check: Check; day: string; kept: () => void; again: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const [sheet, setSheet] = useState<Sheet>({});
  const [at, setAt] = useState(0);
  const [finished, setFinished] = useState(false);
  const instrument = instrumentOf(props.check);
  const questionnaire: Questionnaire = {
    ...{ instruments: [{ key: props.check, version: instrument.version }], own: [], asksSex: false },
  };
  if (finished)
    return (
      <Outcome
        check={props.check}
        answers={answersOf(sheet, props.check)}
        day={props.day}
        kept={props.kept}
        again={props.again}
      />
    );
  return (
    <section aria-labelledby="running" className="mt-6">
      <h2 id="running" className="text-std-20B-150">
        {instrument.name[locale]}
      </h2>
      <QuestionnaireSteps
        steps={stepsOf(questionnaire)}
        sheet={sheet}
        at={at}
        answer={(key, value) => setSheet((before) => ({ ...before, [key]: value }))}
        go={setAt}
        finish={() => setFinished(true)}
        finishLabel={t("survey.check.finish")}
      />
      <p className="mt-6 text-dns-14N-130 text-solid-gray-700">{instrument.notice[locale]}</p>
    </section>
  );
}

function Outcome(props: { check: Check; answers: Answers; day: string; kept: () => void; again: () => void }) {
  const { t } = useTranslation();
  const [isKept, setKept] = useState(false);
  const score = scoreOf(props.check, props.answers);
  const keepIt = () => {
    if (score === null) return;
    setKept(keepResult({ day: props.day, check: props.check, score }));
    props.kept();
  };
  return (
    <section aria-labelledby="result" className="mt-6">
      <h2 id="result" className="text-std-20B-150">
        {t("survey.check.resultTitle")}
      </h2>
      <OwnResult instrument={props.check} answers={props.answers} />
      {isKept ? (
        <Notice kind="success">{t("survey.check.kept")}</Notice>
      ) : (
        <div className="mt-5">
          <p className="text-std-16N-170 text-solid-gray-700">{t("survey.check.keepHint")}</p>
          <Button type="button" look="outline" className="mt-2 w-full md:w-auto" onClick={keepIt}>
            {t("survey.check.keep")}
          </Button>
        </div>
      )}
      <div className="mt-4">
        <Button type="button" look="text" onClick={props.again}>
          {t("survey.check.again")}
        </Button>
      </div>
    </section>
  );
}
