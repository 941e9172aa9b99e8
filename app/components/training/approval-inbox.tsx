import { Form, Link, useNavigation } from "@remix-run/react";
import { useRef, type RefObject } from "react";
import { useTranslation } from "react-i18next";

import type { EvidenceRow } from "../../domain/evidence/content";
import type { NamedTraining } from "../../domain/training/record";
import { decimal, shortDay } from "../../i18n/format";
import { Button } from "../button";
import { nameIn } from "../contractor/inbox-items";
import { TextArea } from "../field";
import { ErrorSummary, chosen, typed, type FormState } from "../form";
import { useHydrated } from "../hydrated";
import { useLocale } from "../locale";

type Pending = NamedTraining & { evidence: EvidenceRow[] };

/** Records that wait: each with its evidence, approved or rejected alone or together. */
export function ApprovalInbox({
  rows,
  total,
  state,
}: {
  rows: Pending[];
  total: number;
  state: FormState | undefined;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const form = useRef<HTMLFormElement>(null);
  const labels = { records: t("course.inbox.records"), note: t("course.inbox.note") };
  const picked = chosen(state, "records");
  return (
    <>
      <ErrorSummary state={state} labels={labels} />
      <Form method="post" ref={form}>
        <fieldset id="records" tabIndex={-1}>
          <legend className="sr-only">{labels.records}</legend>
          <SelectAll form={form} />
          <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
            {rows.map((row) => (
              <PendingRow
                key={`${row.id}:${row.version}`}
                row={row}
                picked={picked.includes(`${row.id}:${row.version}`)}
              />
            ))}
          </ul>
        </fieldset>
        {total > rows.length && (
          <p className="mt-2 text-std-16N-170">{t("course.inbox.more", { count: total - rows.length })}</p>
        )}
        <div className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
          <Button name="decision" value="approved" aria-disabled={busy || undefined}>
            {t("course.inbox.approve")}
          </Button>
          <div className="min-w-0 grow basis-72">
            {/* why: several lines, because the enter key in a single one would press the first button, which approves. */}
            <TextArea
              name="note"
              label={labels.note}
              hint={t("course.inbox.noteHint")}
              rows={2}
              maxLength={200}
              defaultValue={typed(state, "note")}
              problem={state?.problems.note}
            />
          </div>
          <Button look="danger" name="decision" value="rejected" aria-disabled={busy || undefined}>
            {t("course.inbox.reject")}
          </Button>
        </div>
      </Form>
    </>
  );
}

function PendingRow({ row, picked }: { row: Pending; picked: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const name = row.name ?? row.staffCode;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-1 py-3">
      <label className="flex min-h-11 min-w-0 grow basis-72 cursor-pointer gap-3">
        <input
          type="checkbox"
          name="records[]"
          value={`${row.id}:${row.version}`}
          defaultChecked={picked}
          className="mt-1 size-6 shrink-0 accent-key-900"
        />
        <span className="min-w-0">
          <span className="block text-std-16B-170">
            {name}：{row.title}
          </span>
          <span className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-700">
            <span>{shortDay(row.attendedOn, locale)}</span>
            <span>{t(`glossary.topic.${row.topic}`)}</span>
            <span>{t(`glossary.format.${row.format}`)}</span>
            <span>{t("figures.unit.hours", { value: decimal(row.hours, locale, 2) })}</span>
            {row.provider && <span>{row.provider}</span>}
            <span>{t(row.inWorkingTime ? "me.training.inWorkingTime" : "course.record.outside")}</span>
            <span>{t(row.publiclyFunded ? "me.training.publiclyFunded" : "course.record.ownMoney")}</span>
            {row.officeName && <span>{nameIn(locale, row.officeName, row.officeNameEn)}</span>}
          </span>
        </span>
      </label>
      <div className="basis-56">
        {row.evidence.length === 0 ? (
          <p className="text-std-16N-170 text-solid-gray-700">{t("course.inbox.noEvidence")}</p>
        ) : (
          row.evidence.map((file) => (
            <a
              key={file.id}
              href={`/evidence/${file.id}`}
              download
              className="link flex min-h-11 items-center text-std-16N-170 [overflow-wrap:anywhere]"
            >
              {file.name}
            </a>
          ))
        )}
        <Link
          to={`/contractor/workers/${row.staffId}`}
          className="link inline-flex min-h-11 items-center text-dns-14N-130"
          aria-label={t("course.inbox.workerOf", { name })}
        >
          {t("course.inbox.worker")}
        </Link>
      </div>
    </li>
  );
}

/** Ticks or clears all boxes of the form; with scripts only. */
function SelectAll({ form }: { form: RefObject<HTMLFormElement> }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  if (!hydrated) return null;
  const set = (checked: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>('input[name="records[]"]') ?? [])
      box.checked = checked;
  };
  return (
    <div className="flex gap-2 print:hidden">
      <Button type="button" look="text" className="min-h-11" onClick={() => set(true)}>
        {t("course.select.all")}
      </Button>
      <Button type="button" look="text" className="min-h-11" onClick={() => set(false)}>
        {t("course.select.none")}
      </Button>
    </div>
  );
}
