import { beforeEach, describe, expect, test } from "vitest";

import { FILE_KEYS, FILES, type FileKey } from "~/domain/import/columns";
import { importFiles } from "~/domain/import/import-files.server";
import { memorySource } from "~/domain/import/source.server";
import type { Tenant } from "~/db/scope.server";

import { aContract, asOwner } from "../../setup/factories";

/** A small valid set of every file, one string a row. */
export const VALID: Record<FileKey, string[]> = {
  offices: ["O1,中央事業所,Central", "O2,北事業所,"],
  staff: [
    "S1,O1,山田 花子,support_worker,full_time,40,2022-04-01,,3600000,10000,true,hanako@example.jp",
    "S2,O2,佐藤 次郎,相談支援員,part_time,20.5,2024/7/1,2026/6/30,,,はい,",
    "S3,,鈴木 三郎,supervisor,,38.75,2015-10-01,,,,0,",
  ],
  leave: ["S2,2025-01-06,2025-03-31,sick", "S1,2025-06-01,,育児休業"],
  qualifications: ["S1,certified_social_worker,2018-04-01,,12345", "S3,公認心理師,2019-02-01,2029-01-31,"],
  cases: ["K1,O1,2025-04-01,2025-12-20,debt;illness", "K2,O2,2025-05-10,,", "K3,,2025-06-30,,メンタルヘルス"],
  assignments: ["K1,S1,2025-04-01,2025-08-31", "K1,S2,2025-09-01,2025-12-20", "K2,S2,2025-05-10,", "K3,S1,2025-06-30,"],
  training: [
    "T1,S1,2025-05-01,=SUM(A1),mental_health,case_study,7.5,true,true",
    "T2,S2,2025-05-02,多重債務の基礎,多重債務,座学,0.25,0,いいえ",
  ],
  sessions: [
    "V1,2025-05-20,13:30,60,individual,S3,false,held",
    "V2,2025-08-01,,90,group,X9,true,planned",
    "V3,2025/9/1,9:05,45,個人,S3,,中止",
  ],
  attendance: ["V1,S1,attended", "V2,S2,excused", "V2,S1,欠席"],
  overtime: ["S1,2025-05,12.5,1.125", "S2,2025/6,,0"],
  returns: ["independenceRate,2025-05,30,40", "outreachVisits,2025-05,51,"],
};

const header = (file: FileKey): string => FILES[file].columns.map(({ key }) => key).join(",");
const csv = (file: FileKey, rows: string[]): string => [header(file), ...rows].join("\n");
const source = (file: FileKey, rows: string[]) =>
  memorySource(`${file}.csv`, new TextEncoder().encode(csv(file, rows)));
const everything = () => FILE_KEYS.map((file) => source(file, VALID[file]));

let tenant: Tenant & { code: string };
beforeEach(async () => {
  tenant = await aContract();
});

async function stored(table: string): Promise<Record<string, unknown>[]> {
  return asOwner(
    async (owner) => (await owner.query(`SELECT * FROM ${table} WHERE contract_id = $1`, [tenant.contractId])).rows,
  );
}

describe("a valid set of files", () => {
  test("is added; a second time it changes nothing", async () => {
    const first = await importFiles(tenant, everything(), { dryRun: false, actorRole: "cli" });
    expect(first.problems).toEqual([]);
    expect(first.files.map(({ file, added, changed, unchanged }) => [file, added, changed, unchanged])).toEqual(
      FILE_KEYS.map((file) => [`${file}.csv`, VALID[file].length, 0, 0]),
    );
    const second = await importFiles(tenant, everything(), { dryRun: false, actorRole: "cli" });
    expect(second.files.map(({ added, changed, unchanged }) => [added, changed, unchanged])).toEqual(
      FILE_KEYS.map((file) => [0, 0, VALID[file].length]),
    );
    expect(await stored("staff")).toHaveLength(3);
  });
});
