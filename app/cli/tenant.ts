import { platformOf, tenantOf, type Tenant } from "../db/scope.server";
import { findContract } from "../domain/contract/repository.server";
import { refuse, type Io } from "./io";

/** The right to the contract of a code; null after the refusal was reported: the command then returns 1. */
export async function tenantOfCode(code: string, io: Io): Promise<Tenant | null> {
  const contract = await findContract(platformOf(), code);
  if (contract) return tenantOf(contract.wardId, contract.contractId);
  refuse(io, (t) => t("kpi.cli.unknownContract", { code }));
  return null;
}
