import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { AbsenceRow, HoursRow } from "../../domain/planner/availability";
import type { OfficeName } from "../../domain/planner/view";
import { longDay } from "../../i18n/format";
import { Button } from "../button";
import { DataTable } from "../data-table";
import { SelectField, TextField } from "../field";
import { typed, type FormState } from "../form";
import { useLocale } from "../locale";
import { Notice } from "../notice";
import { useOfficeText } from "./plan-words";
import { useDayText, WEEKDAYS } from "./weekdays";

/** A supervisor's own weekly hours: what is entered, and a form for more. */
export function HoursSection(props: { hours: HoursRow[]; offices: OfficeName[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const dayText = useDayText();
  const officeText = useOfficeText(props.offices);
  const { hours, offices, state } = props;
  const placeText = (id: string | null) => (id === null ? t("planner.availability.anyOffice") : officeText(id));
  const columns = [
    { key: "time", title: t("planner.availability.time"), rowHeader: true, cell: dayText },
    { key: "office", title: t("planner.availability.office"), cell: (row: HoursRow) => placeText(row.officeId) },
    {
      ...{ key: "action", title: t("planner.availability.action") },
      cell: (row: HoursRow) => <Remove id={row.id} intent="removeHours" what={dayText(row)} />,
    },
  ];
  return (
    <>
      {hours.length === 0 ? (
        <Notice kind="info">{t("planner.availability.usual")}</Notice>
      ) : (
        <DataTable
          caption={t("planner.availability.hoursCaption")}
          columns={columns}
          rows={hours}
          rowKey={({ id }) => id}
          minWidth="min-w-0"
        />
      )}
      <Form method="post" className="mt-2 grid items-end gap-x-4 md:grid-cols-4">
        <SelectField
          name="weekday"
          label={t("planner.availability.weekday")}
          options={WEEKDAYS.map((day) => ({ value: day, label: t(`planner.availability.day.${day}`) }))}
          defaultValue={typed(state, "weekday", "1")}
          problem={state?.problems.weekday}
        />
        <TextField
          name="from"
          type="time"
          required
          label={t("planner.availability.from")}
          defaultValue={typed(state, "from", "09:00")}
          problem={state?.problems.from}
          className="w-full"
        />
        <TextField
          name="to"
          type="time"
          required
          label={t("planner.availability.to")}
          defaultValue={typed(state, "to", "12:00")}
          problem={state?.problems.to}
          className="w-full"
        />
        <SelectField
          name="officeId"
          label={t("planner.availability.office")}
          empty={t("planner.availability.anyOffice")}
          options={offices.map(({ officeId }) => ({ value: officeId, label: officeText(officeId) }))}
          defaultValue={typed(state, "officeId")}
          problem={state?.problems.officeId}
        />
        <Button name="intent" value="addHours" className="mt-4 w-full md:w-auto">
          {t("planner.availability.add")}
        </Button>
      </Form>
    </>
  );
}

/** A supervisor's days away: what lies ahead, and a form for more. */
export function AbsenceSection({ absences, state }: { absences: AbsenceRow[]; state: FormState | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const spanText = ({ startsOn, endsOn }: AbsenceRow) =>
    startsOn === endsOn ? longDay(startsOn, locale) : `${longDay(startsOn, locale)} – ${longDay(endsOn, locale)}`;
  const columns = [
    { key: "span", title: t("planner.availability.span"), rowHeader: true, cell: spanText },
    {
      ...{ key: "action", title: t("planner.availability.action") },
      cell: (row: AbsenceRow) => <Remove id={row.id} intent="removeAbsence" what={spanText(row)} />,
    },
  ];
  return (
    <>
      {absences.length === 0 ? (
        <p className="text-std-16N-170">{t("planner.availability.noAbsences")}</p>
      ) : (
        <DataTable
          caption={t("planner.availability.absencesCaption")}
          columns={columns}
          rows={absences}
          rowKey={({ id }) => id}
          minWidth="min-w-0"
        />
      )}
      <Form method="post" className="mt-2 grid items-end gap-x-4 md:grid-cols-4">
        <TextField
          name="startsOn"
          type="date"
          required
          label={t("planner.availability.startsOn")}
          defaultValue={typed(state, "startsOn")}
          problem={state?.problems.startsOn}
          className="w-full"
        />
        <TextField
          name="endsOn"
          type="date"
          required
          label={t("planner.availability.endsOn")}
          defaultValue={typed(state, "endsOn")}
          problem={state?.problems.endsOn}
          className="w-full"
        />
        <Button name="intent" value="addAbsence" className="mt-4 w-full md:w-auto">
          {t("planner.availability.addAbsence")}
        </Button>
      </Form>
    </>
  );
}

function Remove({ id, intent, what }: { id: string; intent: "removeHours" | "removeAbsence"; what: string }) {
  const { t } = useTranslation();
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Button
        name="intent"
        value={intent}
        look="text"
        className="w-auto"
        aria-label={t("planner.availability.removeOf", { what })}
      >
        {t("planner.availability.remove")}
      </Button>
    </Form>
  );
}
