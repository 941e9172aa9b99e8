import { asPlatform, type Platform } from "../../db/scope.server";

/** A contract as a job and the command line address it. */
export type ContractAddress = { code: string; wardId: string; contractId: string };

/** Every contract of the platform, by code. */
export function listContractAddresses(platform: Platform): Promise<ContractAddress[]> {
  return asPlatform(platform, async (tx) => {
    const rows = await tx.contract.findMany({
      select: { code: true, wardId: true, id: true },
      orderBy: { code: "asc" },
    });
    return rows.map(({ code, wardId, id }) => ({ code, wardId, contractId: id }));
  });
}
