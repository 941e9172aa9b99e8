/** Courses of a training plan with one date, for tests. */
import { randomUUID } from "node:crypto";

import type { Tenant } from "../../app/db/scope.server";
import { asOwner } from "./factories";

export type GivenCourse = {
  title?: string;
  topic?: string;
  format?: string;
  hours?: number;
  seats?: number | null;
  payer?: string;
  heldOn?: string;
  fiscalYear?: number;
};

/** A course with one date; gives both ids. */
export async function aCourse(tenant: Tenant, given: GivenCourse = {}): Promise<{ courseId: string; dateId: string }> {
  const [courseId, dateId] = [randomUUID(), randomUUID()];
  await asOwner(async (owner) => {
    await owner.query(
      `INSERT INTO training_course (ward_id, contract_id, id, course_ref, fiscal_year, quarter, title, topic, format, hours, seats, payer)
       VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11)`,
      [
        ...[tenant.wardId, tenant.contractId, courseId, randomUUID(), given.fiscalYear ?? 2026],
        ...[given.title ?? "依存症の理解", given.topic ?? "addiction", given.format ?? "lecture", given.hours ?? 2],
        ...[given.seats === undefined ? null : given.seats, given.payer ?? "public"],
      ],
    );
    await owner.query(
      "INSERT INTO course_date (ward_id, contract_id, id, course_id, held_on) VALUES ($1, $2, $3, $4, $5)",
      [tenant.wardId, tenant.contractId, dateId, courseId, given.heldOn ?? "2026-06-10"],
    );
  });
  return { courseId, dateId };
}

/** Makes the contract's specification of a fiscal year ask for approval of training, or not. */
export async function askForApproval(tenant: Tenant, fiscalYear: number, asked = true, version = 1): Promise<void> {
  await asOwner((owner) =>
    owner.query(
      "INSERT INTO specification (ward_id, contract_id, fiscal_year, version, training_approval) VALUES ($1, $2, $3, $4, $5)",
      [tenant.wardId, tenant.contractId, fiscalYear, version, asked],
    ),
  );
}
