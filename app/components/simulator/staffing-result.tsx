import { useTranslation } from "react-i18next";

import { longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { DataTable } from "../data-table";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { Section } from "../page";
import { CapTable } from "./cap-table";
import { GroupTable } from "./group-table";
import { assumptionLines, neededLines, resultLines, yenText, monthText, type Line, type Staffing } from "./lines";
import { WorkerTable } from "./worker-table";

type Props = Staffing & {
  asOf: Day;
  /** Names by staff code, for a contractor. */
  names?: Readonly<Record<string, string>>;
};

/** What came of a staffing what-if, as it was saved: in words, as figures, what would be enough, and from what. */
export function StaffingResult(props: Props) {
  return (
    <>
      <StaffingAnswer {...props} />
      <StaffingDetails {...props} />
    </>
  );
}

/** The answer itself, in words and as figures. */
export function StaffingAnswer({ input, result, asOf }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const lines = resultLines(t, locale, { input, result });
  return (
    <Section
      id="result"
      title={t("simulator.result.title")}
      note={t("simulator.result.asOf", { day: longDay(asOf, locale) })}
    >
      <InWords {...{ input, result, lines }} />
      <div className="mt-5">
        <DataTable
          caption={t("simulator.result.figures")}
          rows={lines}
          rowKey={(line) => line.key}
          columns={[
            { key: "item", title: t("simulator.result.item"), cell: (line) => line.label, rowHeader: true },
            { key: "now", title: t("simulator.result.now"), cell: (line) => line.now, align: "end" },
            { key: "plan", title: t("simulator.result.plan"), cell: (line) => line.plan, align: "end" },
          ]}
        />
      </div>
      <p className="mt-2 text-dns-14N-130 text-solid-gray-700">{t("simulator.result.intervalNote")}</p>
    </Section>
  );
}

/** What stands behind the answer, and what would be enough. */
export function StaffingDetails({ input, result, names = {} }: Props) {
  return (
    <>
      <Enough {...{ input, result }} />
      <CapTable {...{ input, result }} />
      {result.groups.length > 0 && <GroupTable groups={result.groups} />}
      {result.workers && result.workers.length > 0 && <WorkerTable workers={result.workers} names={names} />}
      <Assumptions {...{ input, result }} />
    </>
  );
}

/** The answer before any table: people, cases, money. */
function InWords({ input, result, lines }: Staffing & { lines: Line[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { money } = result;
  const change = (key: string) => {
    const line = lines.find((one) => one.key === key);
    return { before: line?.now ?? "", after: line?.plan ?? "" };
  };
  const isUnchanged = input.hires.length + input.departures.length === 0 && input.demandPercent === 0;
  return (
    <div className="rounded-12 border border-solid-gray-300 px-5 py-4">
      {result.after.above && <p className="text-std-20B-150">{t("simulator.result.above", change("above"))}</p>}
      <p className={result.after.above ? "mt-2 text-std-17B-170" : "text-std-20B-150"}>
        {t("simulator.result.kpi", change("casesPerFte"))}
      </p>
      <p className="mt-2 text-std-17N-170">
        {money.thisYearJpy === null
          ? t("simulator.result.moneyUnknown")
          : t("simulator.result.moneyExtra", {
              ...{ thisYear: yenText(t, locale, money.thisYearJpy), fullYear: yenText(t, locale, money.fullYearJpy) },
            })}
      </p>
      {money.feeFullYearJpy !== null && (
        <p className="text-std-17N-170">
          {t("simulator.result.moneyFee", {
            thisYear: yenText(t, locale, money.feeThisYearJpy),
            fullYear: yenText(t, locale, money.feeFullYearJpy),
          })}
        </p>
      )}
      {isUnchanged && input.cap === result.specificationCap && (
        <p className="mt-2 text-std-16N-170 text-solid-gray-700">{t("simulator.result.nothing")}</p>
      )}
    </div>
  );
}

function Enough({ input, result }: Staffing) {
  const { t } = useTranslation();
  const locale = useLocale();
  const lines = neededLines(t, locale, { input, result }).filter(
    ({ needed }) => !("reason" in needed && needed.reason === "withheld"),
  );
  const money = (line: (typeof lines)[number], key: "thisYearJpy" | "fullYearJpy" | "feeFullYearJpy") =>
    yenText(t, locale, "reason" in line.needed ? null : line.needed[key]);
  const isOutOfReach = lines.some(({ needed }) => "reason" in needed && needed.reason === "tooLate");
  return (
    <Section
      id="needed"
      title={t("simulator.needed.title")}
      note={
        input.searchMonth
          ? t("simulator.needed.note", { month: monthText(input.searchMonth, locale) })
          : t("simulator.needed.noteNoMonth")
      }
    >
      <DataTable
        caption={t("simulator.needed.title")}
        rows={lines}
        rowKey={(line) => line.key}
        columns={[
          { key: "goal", title: t("simulator.needed.goal"), cell: (line) => line.label, rowHeader: true },
          { key: "fte", title: t("simulator.needed.fte"), cell: (line) => line.plan },
          {
            key: "thisYear",
            title: t("simulator.caps.thisYear"),
            cell: (line) => money(line, "thisYearJpy"),
            align: "end",
          },
          {
            key: "fullYear",
            title: t("simulator.caps.fullYear"),
            cell: (line) => money(line, "fullYearJpy"),
            align: "end",
          },
          { key: "fee", title: t("simulator.caps.fee"), cell: (line) => money(line, "feeFullYearJpy"), align: "end" },
        ]}
      />
      {isOutOfReach && <Notice kind="info">{t("simulator.needed.tooLateNote")}</Notice>}
    </Section>
  );
}

function Assumptions({ input }: Staffing) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Section id="assumptions" title={t("simulator.assumptions.title")}>
      <dl className="divide-y divide-solid-gray-300 border-y border-solid-gray-300 text-std-16N-170">
        {assumptionLines(t, locale, input).map((line) => (
          <div key={line.key} className="grid gap-x-6 py-2 md:grid-cols-[18rem_1fr]">
            <dt className="font-700">{line.label}</dt>
            <dd>{line.plan}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 text-std-17B-170">{t("simulator.assumptions.notes")}</h3>
      <ul className="mt-1 list-disc pl-6 text-std-16N-170">
        {(["intake", "leavers", "money"] as const).map((key) => (
          <li key={key}>{t(`simulator.assumptions.${key}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
