/** Makes supervision sessions for tests. */
import { randomUUID } from "node:crypto";

import type { Tenant } from "../../app/db/scope.server";
import { asOwner } from "./factories";

/** A session of a contract with its participants, planned unless said otherwise. */
export async function aSession(
  tenant: Tenant,
  given: {
    heldOn?: string;
    startTime?: string | null;
    minutes?: number;
    kind?: string;
    status?: string;
    tentative?: boolean;
    supervisorCode?: string;
    createdBy?: string | null;
    place?: string;
    videoUrl?: string;
    sequence?: number;
    changedAt?: string;
    participants?: string[];
  } = {},
): Promise<string> {
  const id = randomUUID();
  await asOwner(async (owner) => {
    await owner.query(
      `INSERT INTO supervision_session (ward_id, contract_id, id, session_ref, held_on, start_time, minutes, kind, supervisor_code, status,
        tentative, place, video_url, sequence, created_by, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[tenant.wardId, tenant.contractId, id, id, given.heldOn ?? "2026-12-01"],
        ...[given.startTime === undefined ? "10:00" : given.startTime, given.minutes ?? 60, given.kind ?? "individual"],
        ...[given.supervisorCode ?? null, given.status ?? "planned", given.tentative ?? false, given.place ?? null],
        ...[given.videoUrl ?? null, given.sequence ?? 0, given.createdBy ?? null],
        given.changedAt ?? "2026-11-01T00:00:00Z",
      ],
    );
    await owner.query(
      `INSERT INTO supervision_attendance (ward_id, contract_id, session_id, staff_id) SELECT $1, $2, $3, unnest($4::uuid[])`,
      [tenant.wardId, tenant.contractId, id, given.participants ?? []],
    );
  });
  return id;
}
