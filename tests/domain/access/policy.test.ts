import { describe, expect, test } from "vitest";

import { ACTIONS, HOMES, may, ROLES, type Action, type Role } from "~/domain/access/policy";

/** The whole matrix, written out a second time: a new action without a line here does not compile, a changed right fails. */
const MATRIX: Record<Action, Record<Role, boolean>> = {
  "own.read": { worker: true, supervisor: false, manager: false, ward: false, admin: false },
  "own.log": { worker: true, supervisor: false, manager: false, ward: false, admin: false },
  "own.record": { worker: true, supervisor: false, manager: false, ward: false, admin: false },
  "own.transfer": { worker: true, supervisor: false, manager: false, ward: false, admin: false },
  "survey.answer": { worker: true, supervisor: false, manager: false, ward: false, admin: false },
  "note.own": { worker: true, supervisor: true, manager: false, ward: false, admin: false },
  "evidence.read": { worker: true, supervisor: false, manager: true, ward: false, admin: false },
  "calendar.own": { worker: true, supervisor: true, manager: false, ward: false, admin: false },
  "supervision.read": { worker: false, supervisor: true, manager: false, ward: false, admin: false },
  "supervision.schedule": { worker: false, supervisor: true, manager: false, ward: false, admin: false },
  "supervision.record": { worker: false, supervisor: true, manager: false, ward: false, admin: false },
  "supervision.plan": { worker: false, supervisor: true, manager: false, ward: false, admin: false },
  "contract.read": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "contract.import": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "incident.log": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "flag.answer": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "people.invite": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "training.manage": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "survey.manage": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "career.manage": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "ward.read": { worker: false, supervisor: false, manager: false, ward: true, admin: false },
  "specification.write": { worker: false, supervisor: false, manager: false, ward: true, admin: false },
  "platform.read": { worker: false, supervisor: false, manager: false, ward: false, admin: true },
  "platform.write": { worker: false, supervisor: false, manager: false, ward: false, admin: true },
  "platform.invite": { worker: false, supervisor: false, manager: false, ward: false, admin: true },
  "jobs.run": { worker: false, supervisor: false, manager: false, ward: false, admin: true },
  "plan.manage": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "whatif.use": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "simulate.contract": { worker: false, supervisor: false, manager: true, ward: false, admin: false },
  "simulate.ward": { worker: false, supervisor: false, manager: false, ward: true, admin: false },
  "plan.answer": { worker: false, supervisor: false, manager: false, ward: true, admin: false },
  "notification.own": { worker: true, supervisor: true, manager: true, ward: true, admin: true },
  "account.own": { worker: true, supervisor: true, manager: true, ward: true, admin: true },
};

describe("the policy", () => {
  test("has exactly the actions of the matrix", () => {
    expect([...ACTIONS].sort()).toEqual(Object.keys(MATRIX).sort());
  });

  test.each(ACTIONS.flatMap((action) => ROLES.map((role) => [role, action] as const)))(
    "of %s for %s is as written",
    (role, action) => {
      expect(may(role, action)).toBe(MATRIX[action][role]);
    },
  );

  test("keeps a ward from everything that names a worker", () => {
    const wards = ACTIONS.filter((action) => may("ward", action));
    expect(wards).toEqual([
      ...["simulate.ward", "ward.read", "specification.write", "plan.answer", "notification.own", "account.own"],
    ]);
  });

  test("gives each role a home of its own", () => {
    expect(new Set(Object.values(HOMES)).size).toBe(ROLES.length);
  });
});
