import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PlanScreen } from "../../domain/planner/view";
import { Attention } from "../attention";
import { Button } from "../button";
import { Notice } from "../notice";
import type { PlanAnswer } from "./move-answer";
import { useItemText, useViolationText } from "./plan-words";

/** Makes the draft's sessions planned ones, all at once, or throws the draft away. */
export function ConfirmForm({ screen }: { screen: PlanScreen }) {
  const { t } = useTranslation();
  const isBusy = useNavigation().formData?.get("intent") === "confirm";
  const { draft, items } = screen;
  if (!draft) return null;
  return (
    <Form method="post">
      <input type="hidden" name="planId" value={draft.planId} />
      <input type="hidden" name="version" value={draft.version} />
      <p className="text-std-16N-170">{t("planner.confirm.text", { count: items.length })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button name="intent" value="confirm" aria-disabled={isBusy || undefined}>
          {isBusy ? t("planner.confirm.sending") : t("planner.confirm.button")}
        </Button>
        <Button name="intent" value="discard" look="danger">
          {t("planner.confirm.discard")}
        </Button>
      </div>
    </Form>
  );
}

/** Why the plan as a whole was not changed or confirmed. */
export function PlanTrouble({ answer, screen }: { answer: PlanAnswer; screen: PlanScreen }) {
  const { t } = useTranslation();
  const itemText = useItemText(screen.names, screen.offices);
  const violationText = useViolationText(screen.names);
  if (answer.reason === "stale" || answer.reason === "gone")
    return (
      <Attention answer={answer}>
        <Notice kind="warning" title={t("planner.stale.title")}>
          {t(screen.draft ? "planner.stale.text" : "planner.stale.gone")}
        </Notice>
      </Attention>
    );
  return (
    <Attention answer={answer}>
      <Notice
        kind="error"
        title={answer.reason === "against" ? t("planner.confirm.against") : t("planner.confirm.empty")}
      >
        {answer.reason === "against" && (
          <>
            <p>{t("planner.confirm.againstHint")}</p>
            <ul className="list-disc pl-6">
              {answer.broken.map((one, at) => {
                const item = screen.items.find(({ id }) => id === one.itemId);
                return (
                  <li key={at}>
                    {item && `${itemText(item)}: `}
                    {violationText(one)}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Notice>
    </Attention>
  );
}
