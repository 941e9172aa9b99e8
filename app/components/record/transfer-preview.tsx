import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Sum } from "../../domain/record/own-record";
import type { Block } from "../../domain/report/document";
import { decimal, longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { Button } from "../button";
import { CheckboxField } from "../field";
import { useLocale } from "../locale";
import { Section } from "../page";
import { ReportBlocks } from "./report-blocks";

export type Preview = {
  from: string;
  place: string;
  seal: string;
  totals: { hours: number; courses: number; supervision: Sum };
  qualifications: number;
  blocks: Block[];
  before: { consentedOn: Day; isSame: boolean; post: boolean; block: Block } | null;
};

const NOT_CARRIED = ["notes", "actions", "flags", "caseload", "survey", "pay", "evidence"] as const;

/** Before consent: exactly what is carried, what is not, who will see it, and what changes. Then the consent. */
export function TransferPreview({ preview, here }: { preview: Preview; here: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { place, totals, before } = preview;
  return (
    <>
      <Section id="what" title={t("record.transfer.what", { place })}>
        <p className="text-std-17B-170">
          {t("record.transfer.counts", {
            ...{ courses: totals.courses, hours: decimal(totals.hours, locale, 2), sessions: totals.supervision.count },
            ...{ minutes: decimal(totals.supervision.minutes, locale), qualifications: preview.qualifications },
          })}
        </p>
        <details className="mt-3" open={before === null}>
          <summary className="min-h-11 cursor-pointer text-std-16N-170 text-key-900 underline underline-offset-4">
            {t("record.transfer.list")}
          </summary>
          <ReportBlocks blocks={preview.blocks} />
        </details>
      </Section>
      {before && <Difference before={before} />}
      <Section id="not" title={t("record.transfer.not")}>
        <ul className="list-disc pl-6 text-std-16N-170">
          {NOT_CARRIED.map((key) => (
            <li key={key}>{t(`record.transfer.notList.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="who" title={t("record.transfer.who")}>
        <p className="text-std-16N-170">{t("record.transfer.whoText", { contractor: here })}</p>
        <p className="mt-2 text-std-16N-170">{t("record.transfer.uses", { contractor: place })}</p>
      </Section>
      {!before?.isSame && <Consent preview={preview} here={here} />}
    </>
  );
}

function Difference({ before }: { before: NonNullable<Preview["before"]> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const title = t("record.transfer.before", { day: longDay(before.consentedOn, locale) });
  return (
    <Section id="difference" title={title} note={before.isSame ? undefined : t("record.transfer.beforeNote")}>
      {before.isSame && <p className="text-std-16N-170">{t("record.transfer.same")}</p>}
      {before.post && <p className="text-std-16N-170">{t("record.transfer.postDiffers")}</p>}
      {before.block.kind === "table" && before.block.rows.length > 0 && <ReportBlocks blocks={[before.block]} />}
    </Section>
  );
}

function Consent({ preview, here }: { preview: Preview; here: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" action={`/me/record/transfer?from=${preview.from}`} className="mt-8">
      <input type="hidden" name="from" value={preview.from} />
      <input type="hidden" name="seal" value={preview.seal} />
      <CheckboxField name="consent" label={t("record.transfer.consent", { contractor: here })} />
      <div className="mt-4">
        <Button name="intent" value="carry" aria-disabled={busy || undefined}>
          {t(preview.before ? "record.transfer.update" : "record.transfer.confirm")}
        </Button>
      </div>
    </Form>
  );
}
