import { expect, test } from "vitest";

import { asFacts, asPeople, asPlatform, asTenant, asWard, peopleOf, platformOf, wardViewOf } from "~/db/scope.server";

import { aContract, aWorker, asOwner } from "../setup/factories";

const count = async (tx: { $queryRawUnsafe: <T>(sql: string) => Promise<T> }, table: string) =>
  Number((await tx.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

test("every table but Prisma's own has forced row-level security and at least one policy for the app", async () => {
  const open = await asOwner((owner) =>
    owner.query(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
          SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND 'sasae_app'::regrole = ANY (p.polroles)))`),
  );
  expect(open.rows).toEqual([]);
});

test("the app's role owns nothing and cannot pass row-level security", async () => {
  const rows = await asOwner((owner) =>
    owner.query(`SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
      FROM pg_roles r WHERE rolname = 'sasae_app'`),
  );
  expect(rows.rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
});

test("a tenant sees nothing of another tenant in any table", async () => {
  const [mine, theirs] = [await aContract(), await aContract()];
  await aWorker(theirs);
  await aWorker(mine);
  const tables = await asOwner(async (owner) => {
    const found = await owner.query<{
      table_name: string;
      ward: string;
    }>(`SELECT table_name, column_name AS ward FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'ward_id'`);
    return found.rows.map((row) => row.table_name);
  });
  expect(tables.length).toBeGreaterThan(25);
  for (const table of tables) {
    const foreign = await asTenant(mine, (tx) =>
      tx.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${table} WHERE ward_id = '${theirs.wardId}'`),
    );
    expect([table, Number(foreign[0]?.n)]).toEqual([table, 0]);
  }
  expect(await asTenant(mine, (tx) => count(tx, "staff"))).toBe(1);
});

test("without a scope there are no rows", async () => {
  await aWorker(await aContract());
  expect(await asPlatform(platformOf(), (tx) => count(tx, "staff"))).toBe(0);
});

test("a ward reads no row about a person; the facts scope reads posts, never names or pay", async () => {
  const tenant = await aContract();
  await aWorker(tenant);
  const view = wardViewOf(tenant.wardId);
  for (const table of ["staff", "staff_identity", "staff_pay", "training_record", "supervision_attendance", "flag"])
    expect([table, await asWard(view, (tx) => count(tx, table))]).toEqual([table, 0]);
  expect(await asFacts(view, (tx) => count(tx, "staff"))).toBe(1);
  expect(await asFacts(view, (tx) => count(tx, "staff_identity"))).toBe(0);
});

test("people see the staff on their list and no others", async () => {
  const tenant = await aContract();
  const [own] = [await aWorker(tenant), await aWorker(tenant)];
  const people = peopleOf(tenant.wardId, tenant.contractId, [own], null);
  expect(await asPeople(people, (tx) => tx.$queryRaw`SELECT staff_id::text FROM staff_identity`)).toEqual([
    { staff_id: own },
  ]);
});

test("a tenant cannot write into another tenant", async () => {
  const [mine, theirs] = [await aContract(), await aContract()];
  const write = asTenant(
    mine,
    (tx) =>
      tx.$executeRaw`INSERT INTO office (ward_id, contract_id, office_code, name) VALUES (${theirs.wardId}::uuid, ${theirs.contractId}::uuid, 'X', 'X')`,
  );
  await expect(write).rejects.toThrow(/row-level security/);
});
