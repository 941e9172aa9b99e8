import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Day } from "../../lib/calendar";
import { longDay } from "../../i18n/format";
import { Button } from "../button";
import { useLocale } from "../locale";
import { Section } from "../page";

export type Source = { id: string; contractorName: string; contractCode: string | null; isFormer: boolean };

/** The contracts whose record can be carried: each a link to what it holds. */
export function SourceList({ sources, chosen }: { sources: Source[]; chosen: string | null }) {
  const { t } = useTranslation();
  return (
    <ul className="max-w-3xl divide-y divide-solid-gray-300 border-y border-solid-gray-300">
      {sources.map((source) => {
        const place = `${source.contractorName} ${source.contractCode ?? ""}`;
        return (
          <li key={source.id} className="flex flex-wrap items-center justify-between gap-x-6 py-2 text-std-16N-170">
            <span>
              {place}
              <span className="ml-3 text-dns-14N-130 text-solid-gray-700">
                {t(source.isFormer ? "record.transfer.left" : "record.transfer.current")}
              </span>
            </span>
            <Link
              to={`?from=${source.id}`}
              aria-current={source.id === chosen ? "true" : undefined}
              aria-label={t("record.transfer.seeOf", { place })}
              className="link inline-flex min-h-11 items-center aria-[current=true]:font-700"
            >
              {t("record.transfer.see")}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** What was carried here, each to be withdrawn. */
export function CarriedList({ carried }: { carried: { id: string; contractor: string; consentedOn: Day }[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Section id="carried" title={t("record.transfer.carried")} note={t("record.transfer.withdrawNote")}>
      <ul className="max-w-3xl divide-y divide-solid-gray-300 border-y border-solid-gray-300">
        {carried.map(({ id, contractor, consentedOn }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2 text-std-16N-170">
            {t("record.transfer.carriedLine", { contractor, day: longDay(consentedOn, locale) })}
            <Form method="post" action="/me/record/transfer">
              <input type="hidden" name="transferId" value={id} />
              <Button
                look="danger"
                name="intent"
                value="withdraw"
                aria-label={t("record.transfer.withdrawOf", { contractor })}
              >
                {t("record.transfer.withdraw")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
