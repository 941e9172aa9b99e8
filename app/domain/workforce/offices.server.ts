import { asTenant, type Tenant } from "../../db/scope.server";

/** A contract's offices, by code. */
export function listOffices(tenant: Tenant): Promise<{ officeId: string; name: string; nameEn: string | null }[]> {
  return asTenant(
    tenant,
    (tx) =>
      tx.$queryRaw`SELECT id::text AS "officeId", name, name_en AS "nameEn" FROM office ORDER BY office_code COLLATE "C"`,
  );
}
