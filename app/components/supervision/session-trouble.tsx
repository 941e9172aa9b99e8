import { useTranslation } from "react-i18next";

import type { AgreedAction } from "../../domain/supervision/actions";
import type { Verdict } from "../../domain/supervision/schedule-rules";
import type { SessionRow } from "../../domain/supervision/session";
import { Attention } from "../attention";
import type { FormState } from "../form";
import { Notice } from "../notice";
import { ActionConflict } from "./actions-section";
import { SessionConflict } from "./session-conflict";

/** Why what a session's page was asked for did not happen, and by which button. */
export type SessionFailure = {
  about: string;
  state?: FormState;
  against?: Verdict | null;
  reason?: string;
  stands?: SessionRow;
  standsAction?: AgreedAction;
};

/** Says at the top of the page what stood in the way; what a form needs stands in the form. */
export function SessionTrouble({ failure }: { failure: SessionFailure }) {
  const { t } = useTranslation();
  if (failure.stands) return <SessionConflict answer={failure} stands={failure.stands} state={failure.state} />;
  if (failure.standsAction)
    return <ActionConflict stands={failure.standsAction} wished={failure.about === "dropped" ? "dropped" : "done"} />;
  if (!failure.reason) return null;
  return (
    <Attention answer={failure}>
      <Notice kind="error">
        {t(failure.reason === "incomplete" ? "supervision.session.incomplete" : "supervision.session.failed")}
      </Notice>
    </Attention>
  );
}
