import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "../button";
import { ChoiceField, SelectField, TextField } from "../field";
import { chosen, ErrorSummary, typed, type FormState } from "../form";

export type StaffOption = { id: string; staffCode: string; name: string; role: string };

/** "S001 支援 花子" for each member of staff. */
export function staffOptions(staff: StaffOption[]): { value: string; label: string }[] {
  return staff.map(({ id, staffCode, name }) => ({ value: id, label: `${staffCode} ${name}` }));
}

type Props = { staff: StaffOption[]; state: FormState | undefined };

/** Invites a worker: the account is tied to a staff record, whose name it takes. */
export function InviteWorkerForm({ staff, state }: Props) {
  const { t } = useTranslation();
  const labels = { staffId: t("auth.people.staff"), email: t("auth.people.email") };
  return (
    <Form method="post">
      <ErrorSummary state={filled(state)} labels={labels} />
      <SelectField
        name="staffId"
        label={labels.staffId}
        options={staffOptions(staff)}
        empty={t("auth.people.chooseStaff")}
        required
        problem={state?.problems.staffId}
        defaultValue={typed(state, "staffId")}
      />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        required
        autoComplete="off"
        problem={state?.problems.email}
        defaultValue={typed(state, "email")}
      />
      <div className="mt-6">
        <Button look="outline" name="intent" value="worker">
          {t("auth.people.invite")}
        </Button>
      </div>
    </Form>
  );
}

/** Invites a supervisor, of the staff or external, with the first list of supervisees. */
export function InviteSupervisorForm({ staff, state }: Props) {
  const { t } = useTranslation();
  // why: both invitations stand on one page, and a label must find its own field.
  const labels = {
    supervisorName: t("auth.people.name"),
    supervisorEmail: t("auth.people.email"),
    supervisorStaffId: t("auth.people.staff"),
    supervisees: t("auth.people.supervisees"),
  };
  return (
    <Form method="post">
      <ErrorSummary state={filled(state)} labels={labels} />
      <TextField
        name="supervisorName"
        label={labels.supervisorName}
        required
        autoComplete="off"
        problem={state?.problems.supervisorName}
        defaultValue={typed(state, "supervisorName")}
      />
      <TextField
        name="supervisorEmail"
        type="email"
        label={labels.supervisorEmail}
        required
        autoComplete="off"
        problem={state?.problems.supervisorEmail}
        defaultValue={typed(state, "supervisorEmail")}
      />
      <SelectField
        name="supervisorStaffId"
        label={labels.supervisorStaffId}
        options={staffOptions(staff.filter((one) => one.role === "supervisor"))}
        empty={t("auth.people.externalSupervisor")}
        problem={state?.problems.supervisorStaffId}
        defaultValue={typed(state, "supervisorStaffId")}
      />
      {staff.length > 0 && (
        <ChoiceField
          name="supervisees"
          multiple
          label={labels.supervisees}
          hint={t("auth.people.superviseesHint")}
          options={staffOptions(staff)}
          defaultValue={chosen(state, "supervisees")}
        />
      )}
      <div className="mt-6">
        <Button look="outline" name="intent" value="supervisor">
          {t("auth.people.invite")}
        </Button>
      </div>
    </Form>
  );
}

function filled(state: FormState | undefined): FormState | undefined {
  return state && Object.keys(state.problems).length > 0 ? state : undefined;
}
