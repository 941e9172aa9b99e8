/** Makes wards, contracts and staff for database tests; each takes only what the test is about. */
import { randomBytes, randomUUID } from "node:crypto";

import pg from "pg";

import { tenantOf, type Tenant } from "../../app/db/scope.server";

// why: opening a connection costs more than most of what tests arrange through it.
const owners = new Map<string, pg.Pool>();

/** A connection as the database's owner, for arranging and for looking behind row-level security. */
export async function asOwner<T>(work: (owner: pg.PoolClient) => Promise<T>): Promise<T> {
  const owner = await ownerPool(process.env.DATABASE_URL ?? "").connect();
  try {
    return await work(owner);
  } finally {
    owner.release();
  }
}

function ownerPool(connectionString: string): pg.Pool {
  let pool = owners.get(connectionString);
  if (!pool) {
    pool = new pg.Pool({ connectionString, max: 2, allowExitOnIdle: true });
    // why: the database is dropped at the end of the file with this pool's idle connections still open.
    pool.on("error", () => undefined);
    owners.set(connectionString, pool);
  }
  return pool;
}

/** A ward with one contract. */
export async function aContract(
  given: { code?: string; wardCode?: string; startsOn?: string; endsOn?: string } = {},
): Promise<Tenant & { code: string }> {
  const code = given.code ?? `C${randomBytes(3).toString("hex")}`;
  const [wardId, contractorId, contractId] = [randomUUID(), randomUUID(), randomUUID()];
  await asOwner(async (owner) => {
    const wardCode = given.wardCode ?? String(Math.floor(Math.random() * 900_000) + 100_000);
    await owner.query("INSERT INTO ward (id, code, name) VALUES ($1, $2, '試験区')", [wardId, wardCode]);
    await owner.query("INSERT INTO contractor (ward_id, id, name) VALUES ($1, $2, '試験法人')", [wardId, contractorId]);
    await owner.query(
      "INSERT INTO contract (ward_id, id, contractor_id, code, starts_on, ends_on) VALUES ($1, $2, $3, $4, $5, $6)",
      [...[wardId, contractId, contractorId, code], ...[given.startsOn ?? "2020-04-01", given.endsOn ?? "2030-03-31"]],
    );
  });
  return { ...tenantOf(wardId, contractId), code };
}

/** A member of staff of a contract, named after the code. */
export async function aWorker(
  tenant: Tenant,
  given: {
    staffCode?: string;
    role?: string;
    weeklyHours?: number;
    hiredOn?: string;
    leftOn?: string;
    officeId?: string;
  } = {},
): Promise<string> {
  const id = randomUUID();
  const code = given.staffCode ?? `S${randomBytes(3).toString("hex")}`;
  await asOwner(async (owner) => {
    await owner.query(
      `INSERT INTO staff (ward_id, contract_id, id, staff_code, office_id, role, weekly_hours, hired_on, left_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[tenant.wardId, tenant.contractId, id, code, given.officeId ?? null, given.role ?? "support_worker"],
        ...[given.weeklyHours ?? 40, given.hiredOn ?? "2022-04-01", given.leftOn ?? null],
      ],
    );
    await owner.query("INSERT INTO staff_identity (ward_id, contract_id, staff_id, name) VALUES ($1, $2, $3, $4)", [
      ...[tenant.wardId, tenant.contractId, id, `支援 ${code}`],
    ]);
  });
  return id;
}

/** An office of a contract. */
export async function anOffice(tenant: Tenant, code: string): Promise<string> {
  const id = randomUUID();
  await asOwner((owner) =>
    owner.query("INSERT INTO office (ward_id, contract_id, id, office_code, name) VALUES ($1, $2, $3, $4, $5)", [
      ...[tenant.wardId, tenant.contractId, id, code, `事業所${code}`],
    ]),
  );
  return id;
}
