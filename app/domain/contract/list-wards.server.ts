/** The platform's wards and contracts, with how many people may sign in to each. */
import { asPlatform, type Platform } from "~/db/scope.server";
import type { Day } from "~/lib/calendar";

export type ContractEntry = {
  id: string;
  code: string;
  name: string | null;
  nameEn: string | null;
  contractor: string;
  contractorEn: string | null;
  startsOn: Day;
  endsOn: Day;
  people: number;
};
export type WardEntry = {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  people: number;
  contracts: ContractEntry[];
};

/** A page of the wards by code with their contracts, and the numbers of all. */
export async function listWards(
  platform: Platform,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ wards: WardEntry[]; total: number; contracts: number }> {
  return asPlatform(platform, async (tx) => {
    const wards = await tx.$queryRaw<Omit<WardEntry, "contracts">[]>`
      SELECT w.id::text, w.code, w.name, w.name_en AS "nameEn",
        (SELECT count(*)::int FROM membership m WHERE m.ward_id = w.id AND m.role = 'ward' AND m.ended_at IS NULL) AS people
      FROM ward w ORDER BY w.code LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
    const contracts = await tx.$queryRaw<(ContractEntry & { wardId: string })[]>`
      SELECT c.id::text, c.ward_id::text AS "wardId", c.code, c.name, c.name_en AS "nameEn", k.name AS contractor, k.name_en AS "contractorEn",
        c.starts_on::text AS "startsOn", c.ends_on::text AS "endsOn",
        (SELECT count(DISTINCT m.user_id)::int FROM membership m
          WHERE m.ward_id = c.ward_id AND m.contract_id = c.id AND m.ended_at IS NULL) AS people
      FROM contract c JOIN contractor k ON k.ward_id = c.ward_id AND k.id = c.contractor_id
      WHERE c.ward_id = ANY (${wards.map((ward) => ward.id)}::uuid[]) ORDER BY c.code`;
    const [totals] = await tx.$queryRaw<{ wards: number; contracts: number }[]>`
      SELECT (SELECT count(*)::int FROM ward) AS wards, (SELECT count(*)::int FROM contract) AS contracts`;
    const withContracts = wards.map((ward) => ({
      ...ward,
      contracts: contracts
        .filter((contract) => contract.wardId === ward.id)
        .map(({ wardId: _, ...contract }) => contract),
    }));
    return { wards: withContracts, total: totals?.wards ?? 0, contracts: totals?.contracts ?? 0 };
  });
}

export type PlaceChoices = {
  wards: { id: string; code: string; name: string; nameEn: string | null }[];
  contracts: { id: string; code: string; wardName: string; contractor: string }[];
};

/** Every ward and contract, to choose from when a person is invited. */
export async function listPlaces(platform: Platform): Promise<PlaceChoices> {
  return asPlatform(platform, async (tx) => {
    const wards = await tx.ward.findMany({
      select: { id: true, code: true, name: true, nameEn: true },
      orderBy: { code: "asc" },
    });
    const contracts = await tx.$queryRaw<PlaceChoices["contracts"]>`
      SELECT c.id::text, c.code, w.name AS "wardName", k.name AS contractor
      FROM contract c JOIN ward w ON w.id = c.ward_id JOIN contractor k ON k.ward_id = c.ward_id AND k.id = c.contractor_id ORDER BY c.code`;
    return { wards, contracts };
  });
}
