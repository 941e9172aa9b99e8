/** Puts one row of a contract's records into a table, as the owner. */
import type { Tenant } from "../../app/db/scope.server";
import { asOwner } from "./factories";

export async function aRow(
  tenant: Tenant,
  table: string,
  values: Record<string, string | number | boolean | null>,
): Promise<void> {
  const row = { ward_id: tenant.wardId, contract_id: tenant.contractId, ...values };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await asOwner((owner) =>
    owner.query(
      `INSERT INTO ${table} (${Object.keys(row).join(", ")}) VALUES (${places.join(", ")})`,
      Object.values(row),
    ),
  );
}
