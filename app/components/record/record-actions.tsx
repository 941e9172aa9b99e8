import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { YearSpan } from "../../domain/record/own-record";
import { yearList } from "../../domain/record/own-record";
import { fiscalYearName } from "../../i18n/format";
import { Button } from "../button";
import { ExportLinks } from "../export-links";
import { SelectField } from "../field";
import { useLocale } from "../locale";

const LOOK =
  "inline-flex min-h-12 items-center justify-center rounded-8 border border-key-900 px-5 text-oln-16B-100 no-underline";

/** Which fiscal years the record lists; the choice lives in the address. */
export function YearChoice({ all, span }: { all: YearSpan; span: YearSpan }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const options = yearList(all).map((year) => ({ value: String(year), label: fiscalYearName(year, locale) }));
  if (options.length < 2) return null;
  return (
    <Form method="get" className="mt-4 print:hidden" aria-label={t("record.years")}>
      <div className="flex flex-wrap items-end gap-x-4">
        <SelectField name="from" label={t("record.fromYear")} options={options} defaultValue={String(span.from)} />
        <SelectField name="to" label={t("record.toYear")} options={options} defaultValue={String(span.to)} />
        <div className="mt-5">
          <Button look="outline">{t("record.show")}</Button>
        </div>
      </div>
    </Form>
  );
}

/** The record as a file: PDF in Japanese (and English for readers of English), Excel and CSV in Japanese. */
export function RecordDownloads({ span }: { span: YearSpan }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const to = `/me/record/file?from=${span.from}&to=${span.to}`;
  return (
    <section aria-labelledby="download" className="mt-6 print:hidden">
      <h2 id="download" className="text-std-20B-150">
        {t("record.download")}
      </h2>
      <div className="mt-3 flex flex-wrap gap-3">
        <a href={`${to}&format=pdf`} download className={`${LOOK} bg-key-900 text-white hover:bg-key-1000`}>
          {t("record.pdf")}
        </a>
        {locale === "en" && (
          <a href={`${to}&format=pdf&lang=en`} download className={`${LOOK} bg-white text-key-900 hover:bg-key-50`}>
            {t("record.pdfEnglish")}
          </a>
        )}
        <ExportLinks to={to} />
      </div>
      <p className="mt-2 text-dns-14N-130 text-solid-gray-700">{t("record.pdfNote")}</p>
    </section>
  );
}
