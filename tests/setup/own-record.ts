/** A worker's own record for tests, with signs that old code pages lack. */
import type { RecordContent } from "../../app/domain/record/content";
import type { OwnRecord } from "../../app/domain/record/own-record";

export function aRecord(): RecordContent {
  return {
    post: {
      ...{ name: "髙﨑 𠮷郎", contractor: "㈱支え合い", contractorEn: "Sasaeai Ltd" },
      ...{ contract: "自立相談支援事業", contractEn: null, office: "葛飾窓口", officeEn: "Katsushika" },
      ...{ employedFrom: "2025-04-01", employedTo: null, isCurrent: true },
      roles: [{ role: "support_worker", from: "2025-04-01", to: null }],
    },
    years: [
      { fiscalYear: 2025, target: 20, isReached: false },
      { fiscalYear: 2026, target: 20, isReached: false },
    ],
    training: [
      {
        ...{ attendedOn: "2025-05-10", title: "多重債務①～基礎−", provider: "東京都社協", topic: "multiple_debt" },
        ...{ format: "lecture", hours: 2.5, inWorkingTime: true, publiclyFunded: true },
      },
      {
        ...{ attendedOn: "2026-03-31", title: "=SUM(A1) 事例検討", provider: null, topic: "mental_health" },
        ...{ format: "case_study", hours: 1.25, inWorkingTime: false, publiclyFunded: null },
      },
      {
        ...{ attendedOn: "2026-04-01", title: "Ⅲ期・ロールプレイ", provider: "区", topic: "addiction" },
        ...{ format: "role_play", hours: 3, inWorkingTime: null, publiclyFunded: false },
      },
    ],
    sessions: [
      { heldOn: "2025-06-01", minutes: 60, kind: "individual", external: false, supervisor: "神田 𠮷子" },
      { heldOn: "2025-07-01", minutes: 90, kind: "group", external: true, supervisor: "EXT-1" },
      { heldOn: "2025-09-30", minutes: 45, kind: "individual", external: false, supervisor: null },
      { heldOn: "2026-04-02", minutes: 60, kind: "individual", external: false, supervisor: "神田 𠮷子" },
    ],
    qualifications: [
      { kind: "certified_social_worker", number: "第12345号", obtainedOn: "2020-04-01", expiresOn: null },
      { kind: "career_consultant", number: null, obtainedOn: "2024-01-10", expiresOn: "2029-01-09" },
    ],
  };
}

/** The record of a person who carried another one along. */
export function anOwnRecord(): OwnRecord {
  const before = aRecord();
  const carried = {
    ...before,
    post: {
      ...before.post,
      contractor: "NPO法人 前の職場",
      contractorEn: null,
      employedTo: "2025-03-31",
      isCurrent: false,
    },
    sessions: [
      {
        ...aRecord().sessions[0],
        heldOn: "2025-06-03",
        minutes: 77,
        kind: "individual",
        external: false,
        supervisor: "前任 者",
      },
    ],
  } satisfies RecordContent;
  return {
    ...{ content: aRecord(), asOf: "2026-11-24", pending: 0 },
    carried: [
      {
        ...{ id: "5b0d2a9e-0000-4000-8000-000000000001", fromContractId: "5b0d2a9e-0000-4000-8000-000000000002" },
        ...{ fromContractor: "NPO法人 前の職場", consentedOn: "2026-11-01", content: carried },
      },
    ],
  };
}
