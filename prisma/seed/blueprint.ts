/**
 * The demo's two wards and five contracts, all invented. A post is written in short, so that a contract's
 * people can be read at a glance: "S40/3!" is a support worker (S) of 40 hours a week who was hired three
 * fiscal years ago (/3) and is strained (!). Roles: S support, C chief, E employment, O outreach worker,
 * V supervisor, M manager, K clerk. Marks: ! strained, d dedicated to outreach, f hired on a 29 February,
 * p on parental leave, q back from it, s on sick leave, c back from care leave, n leaves at the year's end,
 * w has a demo sign-in, m moved from one contract to another and signs in, x an expired qualification, y one that expires in 25 days, z one in 70 days.
 * Those who left carry the months they stayed: "S40/3-14".
 */
import type { Requirement } from "../../app/domain/contract/requirement";

export type OfficeBlueprint = {
  code: string;
  name: string;
  nameEn: string;
  posts: string;
  /** Cases that come to this office, against the contract's others. */
  pressure?: number;
};

export type ContractBlueprint = {
  ward: string;
  code: string;
  contractor: string;
  contractorEn: string;
  name: string;
  nameEn: string;
  offices: OfficeBlueprint[];
  /** Supervisors, managers, clerks. */
  otherPosts: string;
  left: string;
  /** New cases a year for one FTE. */
  casesPerFte: number;
  /** Mean number of complexity tags beyond none. */
  tags: number;
  /** How unevenly cases fall on ordinary colleagues: from least to most. */
  pull: readonly [number, number];
  /** How long cases stay open, against an ordinary contract. */
  caseLength: number;
  qualifiedShare: number;
  /** Part of the courses that a worker attends. */
  trainingAttendance: number;
  /** Part of the training that is inside working time and publicly paid. */
  trainingPaid: number;
  /** Chance that a quarter passes without a worker's individual session. */
  supervisionMissed: number;
  /** Mean overtime hours a month. */
  overtime: number;
  leaveDaysPerMonth: number;
  /** Where the monthly return's figures stand, 0 far below the targets, 1 above all of them. */
  performance: number;
  pay: number;
  payFloor: number;
  requiredFte: number;
  /** What the running year's specification asks of supervision; the policy document's where it is not given. */
  supervisionRequirement?: Requirement;
};

export const WARDS = [
  { code: "131041", name: "新宿区", nameEn: "Shinjuku" },
  { code: "131121", name: "世田谷区", nameEn: "Setagaya" },
] as const;

const NAME = { name: "生活困窮者自立相談支援事業委託", nameEn: "Self-reliance consultation service" };

export const CONTRACTS: readonly ContractBlueprint[] = [
  {
    ...NAME,
    ...{
      ward: "131041",
      code: "SJ-1",
      contractor: "NPO法人 架け橋くらしサポート",
      contractorEn: "NPO Kakehashi Living Support",
    },
    offices: [
      {
        code: "SJ1-A",
        name: "新宿中央くらし相談室",
        nameEn: "Shinjuku Central Office",
        posts: "C40/5! S40/3!w S40/2! S40/1! S40/1!s S40/0! S32/0 O40/3d",
      },
      {
        code: "SJ1-B",
        name: "落合くらし相談室",
        nameEn: "Ochiai Office",
        posts: "C40/3 S40/0 S24/1 E40/3x",
        pressure: 0.72,
      },
      {
        code: "SJ1-C",
        name: "四谷しごと相談室",
        nameEn: "Yotsuya Employment Office",
        posts: "E40/2n S40/0 S40/1",
        pressure: 0.68,
      },
    ],
    otherPosts: "M40/8 V40/1 K40/4 K20/2",
    left: "S40/3-14 S40/3-22 S40/3-31 S40/4-17 S40/4-30 E40/5-26 S40/2-11 S40/2-20 S40/1-8 S40/1-13 C40/7-41 V40/4-24",
    ...{
      casesPerFte: 58,
      pull: [0.75, 1.1],
      tags: 2.3,
      caseLength: 1.25,
      qualifiedShare: 0.3,
      trainingAttendance: 0.42,
      trainingPaid: 0.55,
    },
    ...{
      supervisionMissed: 0.5,
      overtime: 34,
      leaveDaysPerMonth: 0.8,
      performance: 0.15,
      pay: 3_250_000,
      payFloor: 3_400_000,
      requiredFte: 17,
    },
  },
  {
    ...NAME,
    ...{
      ward: "131041",
      code: "SJ-2",
      contractor: "社会福祉法人 戸山なごみ福祉協議会",
      contractorEn: "Toyama Nagomi Council of Social Welfare",
    },
    offices: [
      {
        code: "SJ2-A",
        name: "戸山自立相談センター",
        nameEn: "Toyama Centre",
        posts: "C40/8 S40/4 S40/3 S40/2f E40/3 S30/1q O40/2d",
      },
      {
        code: "SJ2-B",
        name: "大久保多文化相談室",
        nameEn: "Okubo Multicultural Office",
        posts: "C40/6 S40/3 S40/1 S20/3 O40/0d",
      },
    ],
    otherPosts: "M40/10 V40/7 K40/5",
    left: "S40/3-18 S40/3-27 S40/2-16m S40/4-40 S40/5-33 K20/3-15",
    ...{
      casesPerFte: 44,
      pull: [0.75, 1.1],
      tags: 1.6,
      caseLength: 1,
      qualifiedShare: 0.5,
      trainingAttendance: 0.66,
      trainingPaid: 0.8,
    },
    ...{
      supervisionMissed: 0.24,
      overtime: 18,
      leaveDaysPerMonth: 1.1,
      performance: 0.55,
      pay: 3_700_000,
      payFloor: 3_400_000,
      requiredFte: 11,
      supervisionRequirement: {
        ...{ preset: "custom", sessionsPerYear: 6, minMinutes: 45, individualShare: 0.5, externalNeeded: 1 },
      },
    },
  },
  {
    ...NAME,
    ...{
      ward: "131041",
      code: "SJ-3",
      contractor: "一般社団法人 しごとと住まい応援団",
      contractorEn: "Work and Home Support Association",
    },
    offices: [
      {
        code: "SJ3-A",
        name: "西新宿しごと・住まい相談室",
        nameEn: "Nishi-Shinjuku Office",
        posts: "C40/5 S40/3 S40/2y E40/4 E40/1 S32/0",
      },
      { code: "SJ3-B", name: "早稲田くらし相談室", nameEn: "Waseda Office", posts: "C40/7 S40/3 S40/0m S40/3 S16/2" },
    ],
    otherPosts: "M40/6 V40/5 K32/3",
    left: "S40/3-24 S40/2-9 S40/4-38 E40/5-20",
    ...{
      casesPerFte: 49,
      pull: [0.75, 1.1],
      tags: 1.8,
      caseLength: 1.05,
      qualifiedShare: 0.42,
      trainingAttendance: 0.55,
      trainingPaid: 0.7,
    },
    ...{
      supervisionMissed: 0.36,
      overtime: 24,
      leaveDaysPerMonth: 0.9,
      performance: 0.4,
      pay: 3_550_000,
      payFloor: 3_400_000,
      requiredFte: 10,
    },
  },
  {
    ...NAME,
    ...{
      ward: "131121",
      code: "SG-1",
      contractor: "社会福祉法人 世田谷みのり福祉協議会",
      contractorEn: "Setagaya Minori Council of Social Welfare",
    },
    offices: [
      {
        code: "SG1-A",
        name: "せたがや自立相談センター",
        nameEn: "Setagaya Centre",
        posts: "C40/9 S40/5w S40/3 S40/3 E40/4 O40/2d",
      },
      { code: "SG1-B", name: "北沢くらし相談室", nameEn: "Kitazawa Office", posts: "C40/7 S40/3p S40/3 S30/6 O40/4d" },
      { code: "SG1-C", name: "砧くらし相談室", nameEn: "Kinuta Office", posts: "C40/8 S40/3 S24/2 E40/0" },
    ],
    otherPosts: "M40/12 V40/9 K40/6 K24/3",
    left: "S40/3-20 S40/5-50 S40/6-44",
    ...{
      casesPerFte: 25,
      pull: [0.95, 1.05],
      tags: 1.3,
      caseLength: 0.9,
      qualifiedShare: 0.8,
      trainingAttendance: 0.96,
      trainingPaid: 1,
    },
    ...{
      supervisionMissed: 0,
      overtime: 8,
      leaveDaysPerMonth: 1.6,
      performance: 1,
      pay: 4_300_000,
      payFloor: 3_500_000,
      requiredFte: 13,
    },
  },
  {
    ...NAME,
    ...{
      ward: "131121",
      code: "SG-2",
      contractor: "NPO法人 玉川よりそいネット",
      contractorEn: "NPO Tamagawa Yorisoi Network",
    },
    offices: [
      {
        code: "SG2-A",
        name: "玉川よりそい相談室",
        nameEn: "Tamagawa Office",
        posts: "C40/6 S40/4 S40/3 S40/1 S40/0 E40/2 O40/3d",
      },
      {
        code: "SG2-B",
        name: "烏山よりそい相談室",
        nameEn: "Karasuyama Office",
        posts: "C40/5 S40/3z S20/1w S40/2c E32/3",
      },
    ],
    otherPosts: "M40/7 V40/4 K40/2",
    left: "S40/3-12 S40/3-29 S40/4-22 S40/2-14 S40/5-45",
    ...{
      casesPerFte: 39,
      pull: [0.8, 1.1],
      tags: 1.7,
      caseLength: 1,
      qualifiedShare: 0.5,
      trainingAttendance: 0.7,
      trainingPaid: 0.85,
    },
    ...{
      supervisionMissed: 0.18,
      overtime: 16,
      leaveDaysPerMonth: 1.2,
      performance: 0.7,
      pay: 3_800_000,
      payFloor: 3_500_000,
      requiredFte: 10.5,
    },
  },
];
