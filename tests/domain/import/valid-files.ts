/** A small valid set of every file of the exchange format, one string a row. */
import { FILE_KEYS, FILES, fileName, type FileKey } from "~/domain/import/columns";
import { memorySource, type Source } from "~/domain/import/source.server";

export const VALID: Readonly<Record<FileKey, readonly string[]>> = {
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

/** The text of a file: the headings and the rows. */
export function csv(
  file: FileKey,
  rows: readonly string[],
  headings = FILES[file].columns.map(({ key }) => key),
): string {
  return [headings.join(","), ...rows].join("\n");
}

export function source(file: FileKey, rows: readonly string[], headings?: string[]): Source {
  return bytes(fileName(file), new TextEncoder().encode(csv(file, rows, headings)));
}

export function bytes(name: string, content: Uint8Array): Source {
  return memorySource(name, content);
}

/** Every file, with some of them replaced. */
export function everything(replaced: Partial<Record<FileKey, readonly string[]>> = {}): Source[] {
  return FILE_KEYS.map((file) => source(file, replaced[file] ?? VALID[file]));
}
