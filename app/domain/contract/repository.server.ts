/** Wards and their contracts: found by code, added once. */
import { asPlatform, type Platform } from "../../db/scope.server";
import { isDay, type Day } from "../../lib/calendar";
import { recordAudit } from "../access/audit.server";
import { isWardCode, SPECIAL_WARDS } from "./ward-code";

export type ContractEntry = {
  wardId: string;
  contractId: string;
  code: string;
  name: string | null;
  nameEn: string | null;
  wardCode: string;
  wardName: string;
  contractorName: string;
};

/** The contract of a code, or null where there is none. */
export function findContract(platform: Platform, code: string): Promise<ContractEntry | null> {
  return asPlatform(platform, async (tx) => {
    const found = await tx.contract.findUnique({ where: { code }, include: { ward: true, contractor: true } });
    if (!found) return null;
    const { wardId, id: contractId, name, nameEn, ward, contractor } = found;
    return {
      wardId,
      contractId,
      code,
      name,
      nameEn,
      wardCode: ward.code,
      wardName: ward.name,
      contractorName: contractor.name,
    };
  });
}

export type WardProblem = { code: "badWardCode" | "wardExists" | "wardNameMissing"; params: { code: string } };
export type Decision<P, T> = { ok: true; added: T } | { ok: false; problem: P };

/**
 * Adds a ward by its local government code. Names may be left out for the 23 special wards of Tokyo.
 * Refuses a wrong check digit, a code without a name, and a ward that is there already.
 */
export function addWard(
  platform: Platform,
  given: { code: string; name?: string; nameEn?: string },
): Promise<Decision<WardProblem, { wardId: string; code: string; name: string; nameEn: string | null }>> {
  const code = given.code.trim();
  const known = SPECIAL_WARDS.find((ward) => ward.code === code);
  const name = given.name?.trim() || known?.name;
  const nameEn = given.nameEn?.trim() || known?.nameEn || null;
  const refuse = (problem: WardProblem["code"]) => ({
    ok: false as const,
    problem: { code: problem, params: { code } },
  });
  return asPlatform(platform, async (tx) => {
    if (!isWardCode(code)) return refuse("badWardCode");
    if (!name) return refuse("wardNameMissing");
    if (await tx.ward.findUnique({ where: { code } })) return refuse("wardExists");
    const { id: wardId } = await tx.ward.create({ data: { code, name, nameEn } });
    await recordAudit(tx, {
      ...actorOf(platform),
      wardId,
      action: "ward.add",
      subject: "ward",
      subjectId: wardId,
      detail: { code },
    });
    return { ok: true, added: { wardId, code, name, nameEn } };
  });
}

export type ContractProblem = {
  code: "unknownWard" | "contractExists" | "codeMissing" | "contractorMissing" | "badContractDay" | "endsBeforeStart";
  params: { code: string; ward: string; value: string };
};

/**
 * Adds a contract of a ward; its contractor is added where the ward does not know it yet.
 * Refuses an unknown ward, a code that is taken anywhere, days that do not exist and an end before the start.
 */
export function addContract(
  platform: Platform,
  given: { wardCode: string; code: string; contractorName: string; startsOn: Day; endsOn: Day },
): Promise<Decision<ContractProblem, ContractEntry>> {
  const code = given.code.trim();
  const contractorName = given.contractorName.trim();
  const { wardCode, startsOn, endsOn } = given;
  const refuse = (problem: ContractProblem["code"], value = "") => ({
    ok: false as const,
    problem: { code: problem, params: { code, ward: wardCode, value } },
  });
  return asPlatform(platform, async (tx) => {
    if (!code) return refuse("codeMissing");
    if (!contractorName) return refuse("contractorMissing");
    const unreal = [startsOn, endsOn].find((day) => !isDay(day));
    if (unreal !== undefined) return refuse("badContractDay", unreal);
    if (endsOn < startsOn) return refuse("endsBeforeStart");
    const ward = await tx.ward.findUnique({ where: { code: wardCode } });
    if (!ward) return refuse("unknownWard");
    if (await tx.contract.findUnique({ where: { code } })) return refuse("contractExists");
    const wardId = ward.id;
    const contractor = await tx.contractor.upsert({
      where: { wardId_name: { wardId, name: contractorName } },
      create: { wardId, name: contractorName },
      update: {},
    });
    const contract = await tx.contract.create({
      data: { wardId, contractorId: contractor.id, code, startsOn: dateOf(startsOn), endsOn: dateOf(endsOn) },
    });
    const subject = { subject: "contract", subjectId: contract.id, detail: { code } };
    await recordAudit(tx, {
      ...actorOf(platform),
      wardId,
      contractId: contract.id,
      action: "contract.add",
      ...subject,
    });
    const names = { name: null, nameEn: null, wardCode, wardName: ward.name, contractorName };
    return { ok: true, added: { wardId, contractId: contract.id, code, ...names } };
  });
}

function actorOf({ userId }: Platform): { actorId: string | null; actorRole: "admin" | "system" } {
  return { actorId: userId, actorRole: userId === null ? "system" : "admin" };
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
