import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "../button";
import { useHydrated } from "../hydrated";
import { Notice } from "../notice";
import { fetchToken, type PublicKey, type TokenOutcome } from "./token";

const REASONS = ["notEligible", "alreadyFetched", "closed"] as const;

/** Fetches the token in this browser and goes on to the questions, which are apart from the sign-in. */
export function StartAnswering({
  campaign,
}: {
  campaign: { id: string; publicKey: PublicKey; isEligible: boolean; hasToken: boolean };
}) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Exclude<TokenOutcome, "signed"> | null>(null);

  async function start(): Promise<void> {
    setBusy(true);
    const outcome = await fetchToken(campaign, (blinded) => ask(campaign.id, blinded)).catch(() => "failed" as const);
    if (outcome === "signed") return window.location.assign(`/survey/${campaign.id}`);
    setProblem(outcome);
    setBusy(false);
  }

  if (!campaign.isEligible) return <Notice kind="info">{t("survey.answer.notEligible")}</Notice>;
  return (
    <>
      {problem && (
        <Notice kind="error">
          <p>{t(`survey.answer.token.${problem}`)}</p>
        </Notice>
      )}
      <noscript>
        <Notice kind="warning">{t("survey.answer.needScript")}</Notice>
      </noscript>
      {hydrated && (
        <div className="mt-8">
          <Button type="button" aria-disabled={busy || undefined} onClick={() => void (!busy && start())}>
            {t(busy ? "survey.answer.preparing" : "survey.answer.agree")}
          </Button>
        </div>
      )}
    </>
  );
}

async function ask(campaignId: string, blinded: string): Promise<{ signature: string } | { refused: TokenOutcome }> {
  const answer = await fetch(`/me/surveys/${campaignId}/token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ blinded }),
  });
  if (answer.redirected) return { refused: "signIn" };
  const told = (await answer.json().catch(() => ({}))) as { signature?: string; reason?: string };
  if (answer.ok && told.signature) return { signature: told.signature };
  return { refused: REASONS.find((reason) => reason === told.reason) ?? "failed" };
}
