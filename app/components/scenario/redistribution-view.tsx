import { useTranslation } from "react-i18next";

import type { Names, RedistributionInput, RedistributionResult } from "../../domain/redistribution/schema";
import { longDay } from "../../i18n/format";
import type { Day } from "../../lib/calendar";
import { ExportLinks } from "../export-links";
import { useLocale } from "../locale";
import { Section } from "../page";
import { Effect } from "../redistribution/effect";
import { IntakeTable } from "../redistribution/intake-table";
import { MoveTable } from "../redistribution/move-table";
import { WorkerTable } from "../redistribution/worker-table";

/** A kept redistribution as it was worked out: conditions, effect, moves, workers, shares of new cases. */
export function RedistributionView(props: {
  input: RedistributionInput;
  result: RedistributionResult;
  names: Names;
  asOf: Day;
  exportPath: string;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { input, result, names } = props;
  const { settings, workers } = input;
  return (
    <>
      <Section id="settings" title={t("redistribution.scenario.settings")}>
        <ul className="list-disc pl-6 text-std-16N-170">
          <li>{longDay(props.asOf, locale)}</li>
          <li>{t("redistribution.scenario.openCases", { count: input.openCases })}</li>
          <li>{t("redistribution.scenario.goalValue", { severity: t(`glossary.severity.${settings.goal}`) })}</li>
          <li>
            {t("redistribution.settings.room")}：{t(`redistribution.settings.roomOption.${settings.room}`)}
          </li>
          <li>{t("redistribution.scenario.keepDaysValue", { days: settings.keepDays })}</li>
        </ul>
      </Section>
      <Section id="summary" title={t("redistribution.summary.title")} note={t("redistribution.honest.cap")}>
        <Effect summary={result.summary} />
      </Section>
      <Section
        id="moves"
        title={t("redistribution.moves.title", { count: result.moves.length })}
        note={t("redistribution.scenario.csvNote")}
        actions={result.moves.length > 0 && <ExportLinks to={props.exportPath} />}
      >
        <MoveTable moves={result.moves} workers={workers} names={names} settings={settings} day={props.asOf} />
      </Section>
      <Section id="workers" title={t("redistribution.workers.title")} note={t("redistribution.workers.note")}>
        <WorkerTable workers={workers} outcomes={result.workers} settings={settings} names={names} />
      </Section>
      <Section
        id="intake"
        title={t("redistribution.intake.title")}
        note={t("redistribution.intake.note", { total: result.intake.total })}
      >
        <IntakeTable intake={result.intake} workers={workers} names={names} />
      </Section>
    </>
  );
}
