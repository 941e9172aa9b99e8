import { asPlatform, type Platform } from "../../db/scope.server";

/** A contract as a job and the command line address it. */
export type ContractAddress = { code: string; wardId: string; contractId: string };

/** Every contract of the platform, by code; or those of one code. */
export function listContractAddresses(platform: Platform, code?: string): Promise<ContractAddress[]> {
  return asPlatform(platform, async (tx) => {
    const rows = await tx.contract.findMany({
      ...(code !== undefined && { where: { code } }),
      select: { code: true, wardId: true, id: true },
      orderBy: { code: "asc" },
    });
    return rows.map(({ code, wardId, id }) => ({ code, wardId, contractId: id }));
  });
}
