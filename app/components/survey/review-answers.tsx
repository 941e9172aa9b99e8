import { useTranslation } from "react-i18next";

import { Button } from "../button";

const MAX_COMMENT = 2000;

/** The last look before sending: how much is answered, own words where they are asked for, and that there is no way back. */
export function ReviewAnswers(props: {
  count: number;
  freeText: boolean;
  comment: string;
  write: (comment: string) => void;
  back: () => void;
  send: () => void;
  busy: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="mt-6">
      <h2 className="text-std-20B-150">{t("survey.answer.reviewTitle")}</h2>
      <p className="mt-2 text-std-16N-170">{t("survey.answer.reviewText", { count: props.count })}</p>
      {props.freeText && (
        <div className="mt-5">
          <label htmlFor="comment" className="text-std-17B-170">
            {t("survey.answer.comment")}
          </label>
          <p id="comment-hint" className="text-std-16N-170 text-solid-gray-700">
            {t("survey.answer.commentHint")}
          </p>
          <textarea
            id="comment"
            rows={5}
            maxLength={MAX_COMMENT}
            aria-describedby="comment-hint"
            defaultValue={props.comment}
            onChange={(event) => props.write(event.target.value)}
            className="mt-1 block w-full rounded-8 border border-solid-gray-600 px-4 py-2 text-std-16N-170"
          />
        </div>
      )}
      <div className="mt-6 grid gap-3">
        <Button type="button" aria-disabled={props.busy || undefined} onClick={props.send}>
          {t(props.busy ? "survey.answer.sending" : "survey.answer.send")}
        </Button>
        <Button type="button" look="outline" onClick={props.back}>
          {t("survey.answer.change")}
        </Button>
      </div>
    </div>
  );
}
