import { asWard, type WardView } from "../../db/scope.server";
import type { Day } from "../../lib/calendar";

export type ContractNames = {
  contractId: string;
  contractCode: string;
  name: string | null;
  nameEn: string | null;
  contractorName: string;
  contractorNameEn: string | null;
  startsOn: Day;
  endsOn: Day;
};

/** A ward's contracts by code, ended ones included. */
export function listWardContracts(view: WardView): Promise<ContractNames[]> {
  return asWard(
    view,
    (tx) => tx.$queryRaw`
      SELECT c.id::text AS "contractId", c.code AS "contractCode", c.name, c.name_en AS "nameEn", k.name AS "contractorName",
        k.name_en AS "contractorNameEn", c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn"
      FROM contract c JOIN contractor k ON k.ward_id = c.ward_id AND k.id = c.contractor_id
      WHERE c.ward_id = ${view.wardId}::uuid ORDER BY c.code COLLATE "C"`,
  );
}

/** One of a ward's contracts, or null where it has none of that id. */
export async function findWardContract(view: WardView, contractId: string | undefined): Promise<ContractNames | null> {
  return (await listWardContracts(view)).find((contract) => contract.contractId === contractId) ?? null;
}
