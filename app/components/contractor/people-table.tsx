import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Role } from "../../domain/access/policy";
import { Button } from "../button";
import { DataTable, type Column } from "../data-table";
import type { StaffOption } from "./invite-forms";

export type Person = {
  membershipId: string;
  role: Role;
  email: string;
  name: string | null;
  staffName: string | null;
  accepted: boolean;
  superviseeIds: string[];
};

/** Who can sign in to the contract; the manager changes what is a worker's or a supervisor's. */
export function PeopleTable({ people, staff }: { people: Person[]; staff: StaffOption[] }) {
  const { t } = useTranslation();
  const columns: Column<Person>[] = [
    {
      key: "person",
      title: t("auth.people.person"),
      rowHeader: true,
      cell: (row) => row.staffName ?? row.name ?? "—",
    },
    { key: "email", title: t("auth.people.email"), cell: (row) => row.email },
    { key: "role", title: t("auth.people.role"), cell: (row) => t(`glossary.access.${row.role}`) },
    {
      key: "state",
      title: t("auth.people.state"),
      cell: (row) => (row.accepted ? t("auth.people.active") : t("auth.people.invited")),
    },
    {
      key: "supervisees",
      title: t("auth.people.supervisees"),
      cell: (row) => (row.role === "supervisor" ? <Supervisees person={row} staff={staff} /> : "—"),
    },
    {
      key: "actions",
      title: t("auth.people.actions"),
      cell: (row) => (row.role === "worker" || row.role === "supervisor" ? <Actions person={row} /> : "—"),
    },
  ];
  return (
    <DataTable
      caption={t("auth.people.caption")}
      columns={columns}
      rows={people}
      rowKey={(row) => row.membershipId}
      minWidth="min-w-[60rem]"
    />
  );
}

function Actions({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="flex flex-wrap gap-2">
      <input type="hidden" name="membershipId" value={person.membershipId} />
      <Button look="text" name="intent" value="link">
        {person.accepted ? t("auth.people.resetLink") : t("auth.people.inviteAgain")}
      </Button>
      <Button look="text" name="intent" value="end">
        {t("auth.people.end")}
      </Button>
    </Form>
  );
}

function Supervisees({ person, staff }: { person: Person; staff: StaffOption[] }) {
  const { t } = useTranslation();
  const mine = new Set(person.superviseeIds);
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center gap-3">
        {t("common.people", { count: mine.size })}
        <span className="link">{t("auth.people.edit")}</span>
      </summary>
      <Form method="post">
        <input type="hidden" name="membershipId" value={person.membershipId} />
        <fieldset>
          <legend className="sr-only">{t("auth.people.supervisees")}</legend>
          {staff.map(({ id, staffCode, name }) => (
            <label key={id} className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="supervisees[]"
                value={id}
                defaultChecked={mine.has(id)}
                className="size-5 accent-key-900"
              />
              {staffCode} {name}
            </label>
          ))}
        </fieldset>
        <Button look="outline" name="intent" value="assign">
          {t("auth.people.assign")}
        </Button>
      </Form>
    </details>
  );
}
