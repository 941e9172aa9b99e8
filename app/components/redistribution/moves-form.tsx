import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { moveText } from "../../domain/redistribution/edit";
import type { Obstacle } from "../../domain/redistribution/rules";
import type { Move, MovedCase, Names, Situation } from "../../domain/redistribution/schema";
import { longDay } from "../../i18n/format";
import { Attention } from "../attention";
import { Button } from "../button";
import type { FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { Section } from "../page";
import { ScenarioSaveForm } from "../scenario/save-form";
import { AddMove } from "./add-move";
import { MoveTable } from "./move-table";
import { obstacleText } from "./words";

/** What became of the last change: cases that could not stay, and why one could not be added. */
export type Answer = { refused: Obstacle[]; dropped: number; isIncomplete: boolean; state?: FormState };

type Props = {
  situation: Situation;
  moves: readonly Move[];
  moved: readonly MovedCase[];
  names: Names;
  answer: Answer | undefined;
};

/** The list of moves as a form: take out, add, start over. Works without script. */
export function MovesForm({ situation, moves, moved, names, answer }: Props) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { workers, settings, day } = situation;
  return (
    <Section
      id="moves"
      title={t("redistribution.moves.title", { count: moves.length })}
      note={t("redistribution.moves.note")}
      actions={
        <Link to={`?${params}`} preventScrollReset className="link inline-flex min-h-11 items-center text-std-16N-170">
          {t("redistribution.moves.again")}
        </Link>
      }
    >
      <Attention answer={answer}>{answer && <AnswerNotice answer={answer} />}</Attention>
      <Form method="post" preventScrollReset>
        <CarriedMoves moves={moves} />
        <MoveTable moves={moved} workers={workers} names={names} settings={settings} day={day} editable />
        {moves.length > 0 && (
          <Button look="text" name="intent" value="clear" className="mt-2 print:hidden">
            {t("redistribution.moves.clear")}
          </Button>
        )}
        <AddMove key={moves.length} situation={situation} moves={moves} names={names} />
      </Form>
    </Section>
  );
}

function AnswerNotice({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      {answer.isIncomplete && <Notice kind="error">{t("redistribution.add.incomplete")}</Notice>}
      {answer.refused.length > 0 && (
        <Notice kind="error" title={t("redistribution.add.refused")}>
          <ul className="list-disc pl-6">
            {answer.refused.map((obstacle) => (
              <li key={obstacle.code}>{obstacleText(t, locale, obstacle)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {answer.dropped > 0 && (
        <Notice kind="warning">{t("redistribution.add.dropped", { count: answer.dropped })}</Notice>
      )}
    </>
  );
}

function CarriedMoves({ moves }: { moves: readonly Move[] }) {
  return moves.map((move) => <input key={move.caseId} type="hidden" name="moves[]" value={moveText(move)} />);
}

/** Keeps the proposal under a name. */
export function SaveRedistribution(props: {
  moves: readonly Move[];
  day: string;
  formRef: string;
  state: FormState | undefined;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { moves, day, formRef, state } = props;
  const texts = {
    ...{ title: t("redistribution.save.title"), list: t("redistribution.save.list") },
    ...{ name: t("redistribution.save.name"), hint: t("redistribution.save.hint") },
    ...{ submit: t("redistribution.save.submit"), sending: t("redistribution.save.sending") },
  };
  return (
    <ScenarioSaveForm
      {...{ texts, formRef, state, listPath: "/contractor/scenarios", intent: "save" }}
      defaultName={t("redistribution.save.defaultName", { day: longDay(day, locale) })}
    >
      <CarriedMoves moves={moves} />
    </ScenarioSaveForm>
  );
}
