import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { PayRow, RankRow } from "../../domain/career/record";
import { decimal, shortDay } from "../../i18n/format";
import { Button } from "../button";
import { useLocale } from "../locale";

const ROW = "flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-std-16N-170";
const LIST = "divide-y divide-solid-gray-300 border-y border-solid-gray-300";

/** Ranks from the hire on, those to come marked; the manager may take those back. */
export function RankHistory({ rows, withdrawable }: { rows: RankRow[]; withdrawable?: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className={LIST}>
      {rows.map((row) => (
        <li key={row.from} className={ROW}>
          <Since row={row} />
          <span className="font-700">{t(`glossary.role.${row.role}`)}</span>
          {row.upcoming && withdrawable && <Withdraw of="rank" from={row.from} />}
        </li>
      ))}
    </ol>
  );
}

/** Pay from the hire on, shown to the person and the employer alone. */
export function PayHistory({ rows, withdrawable }: { rows: PayRow[]; withdrawable?: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const yen = (value: number | null) =>
    value === null ? t("common.notGiven") : t("career.pay.yen", { value: decimal(value, locale, 0) });
  return (
    <ol className={LIST}>
      {rows.map((row) => (
        <li key={row.from} className={ROW}>
          <Since row={row} />
          <span>{t("career.pay.annual", { value: yen(row.annualPayJpy) })}</span>
          <span>{t("career.pay.allowance", { value: yen(row.qualificationAllowanceJpy) })}</span>
          {row.upcoming && withdrawable && <Withdraw of="pay" from={row.from} />}
        </li>
      ))}
    </ol>
  );
}

function Since({ row }: { row: { from: string; upcoming: boolean; recorded: boolean } }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const day = shortDay(row.from, locale);
  return (
    <span className="tabular">
      {t("career.history.from", { day })}
      {row.upcoming && (
        <span className="ml-2 rounded-4 bg-key-50 px-2 text-key-1000">◇ {t("career.history.upcoming")}</span>
      )}
      {!row.recorded && (
        <span className="ml-2 text-dns-14N-130 text-solid-gray-700">{t("career.history.unrecorded")}</span>
      )}
    </span>
  );
}

function Withdraw({ of, from }: { of: "rank" | "pay"; from: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Form method="post" className="print:hidden">
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="from" value={from} />
      <Button
        look="text"
        className="min-h-11"
        name="intent"
        value="withdraw"
        aria-label={t("career.history.withdrawOf", { day: shortDay(from, locale) })}
      >
        {t("career.history.withdraw")}
      </Button>
    </Form>
  );
}
