/** Who can sign in to the demo, and what each should look at first. */
import type { Role } from "../../app/domain/access/policy";
import { fromNumber } from "../../app/lib/calendar";
import { stream } from "./random";
import type { DemoContract, DemoPerson, DemoRows, Row } from "./rows";

/** The demo's one password. It is printed at every start: never load the demo where real data is kept. */
export const DEMO_PASSWORD = "sasae-demo-pass";

export type DemoSignIn = {
  role: Role;
  email: string;
  name: string;
  /** Code of the ward, for ward managers. */
  ward?: string;
  /** Codes of the contracts, for those who work in one or several. */
  contracts?: readonly string[];
  /** Code of a contract that the person has left. */
  left?: string;
  /** What to look at. */
  look: { ja: string; en: string };
};

export const demoSignIns: readonly DemoSignIn[] = [
  {
    ...{ role: "ward", email: "ward.shinjuku@demo.example", name: "大久保 瑞穂", ward: "131041" },
    look: {
      ja: "新宿区：3契約の比較、SJ-1の深刻な注意喚起",
      en: "Shinjuku: three contracts side by side, SJ-1's grave flags",
    },
  },
  {
    ...{ role: "ward", email: "ward.setagaya@demo.example", name: "成城 真琴", ward: "131121" },
    look: { ja: "世田谷区：目標をすべて満たすSG-1", en: "Setagaya: SG-1, which meets every target" },
  },
  {
    ...{ role: "manager", email: "manager.sj1@demo.example", name: "", contracts: ["SJ-1"] },
    look: {
      ja: "深刻な契約：上限超過、未実施、時間外、アンケートの指数の低下",
      en: "The contract in trouble: above the cap, no supervision, overtime, a survey that fell",
    },
  },
  {
    ...{ role: "manager", email: "manager.sg1@demo.example", name: "", contracts: ["SG-1"] },
    look: { ja: "模範的な契約：目標をすべて達成", en: "The exemplary contract: every target met" },
  },
  {
    ...{ role: "supervisor", email: "supervisor@demo.example", name: "", contracts: ["SJ-1"] },
    look: { ja: "内部スーパーバイザー：実施が必要な人と予定", en: "Internal supervisor: who is due, and scheduling" },
  },
  {
    ...{
      role: "supervisor",
      email: "supervisor.external@demo.example",
      name: "外山 千景",
      contracts: ["SJ-2", "SG-2"],
    },
    look: { ja: "外部スーパーバイザー：2法人を担当", en: "External supervisor of two contractors" },
  },
  {
    ...{ role: "worker", email: "worker.over@demo.example", name: "", contracts: ["SJ-1"] },
    look: { ja: "上限を超えた支援員", en: "A worker above the cap" },
  },
  {
    ...{ role: "worker", email: "worker@demo.example", name: "", contracts: ["SG-1"] },
    look: { ja: "順調な支援員、受付中のアンケート", en: "A worker for whom all is well, and an open survey to answer" },
  },
  {
    ...{ role: "worker", email: "worker.part@demo.example", name: "", contracts: ["SG-2"] },
    look: { ja: "非常勤の支援員（週20時間）", en: "A part-time worker (20 hours a week)" },
  },
  {
    ...{ role: "worker", email: "worker.moved@demo.example", name: "", contracts: ["SJ-3"], left: "SJ-2" },
    look: {
      ja: "転職した支援員：前の契約の記録と、その引き継ぎ",
      en: "A worker who moved: the record of the former contract, and carrying it along",
    },
  },
  {
    ...{ role: "admin", email: "admin@demo.example", name: "管理 担当" },
    look: { ja: "区・利用者・監査記録", en: "Wards, users, audit log" },
  },
];

/** The id of a demo account; the same in every demo. */
export function demoUserId(email: string): string {
  return stream(`user ${email}`).uuid();
}

/** Adds accounts and memberships. Where a person of the staff signs in, the account has that person's name. */
export function addSignIns(
  rows: DemoRows,
  contracts: readonly DemoContract[],
  wardIds: ReadonlyMap<string, string>,
  marks: ReadonlyMap<string, string>,
): void {
  for (const signIn of demoSignIns) {
    const random = stream(`membership ${signIn.email}`);
    const places = contracts.filter((contract) => signIn.contracts?.includes(contract.blueprint.code));
    const persons = places.map((contract) => personOf(signIn, contract, marks));
    const userId = demoUserId(signIn.email);
    rows.user_account.push({ id: userId, email: signIn.email, name: persons[0]?.name ?? signIn.name, locale: "ja" });
    const base = { user_id: userId, role: signIn.role };
    if (places.length === 0)
      rows.membership.push({ ...base, id: random.uuid(), ward_id: wardIds.get(signIn.ward ?? "") ?? null });
    places.forEach((contract, index) => {
      const id = random.uuid();
      const staffId = signIn.role === "manager" ? null : (persons[index]?.id ?? null);
      rows.membership.push({ ...base, ...contract.keys, id, staff_id: staffId });
      if (signIn.role === "supervisor")
        for (const person of superviseesOf(contract))
          rows.supervisee.push({ ...contract.keys, membership_id: id, staff_id: person.id });
    });
    const former = contracts.find((contract) => contract.blueprint.code === signIn.left);
    if (former) addFormer(rows, former, persons[0]?.name ?? "", { ...base, id: random.uuid() }, marks);
  }
}

/** The membership of somebody who left, who has the same name in both contracts. */
function addFormer(
  rows: DemoRows,
  { people, keys }: DemoContract,
  name: string,
  membership: Row,
  marks: ReadonlyMap<string, string>,
): void {
  const person = people.find((one) => one.left !== null && marks.get(one.id)?.includes("m"));
  if (!person?.left) throw new Error("Nobody of the contract has moved.");
  for (const identity of rows.staff_identity) if (identity.staff_id === person.id) identity.name = name;
  rows.membership.push({
    ...membership,
    ...keys,
    staff_id: person.id,
    ended_at: `${fromNumber(person.left + 1)}T00:00:00Z`,
  });
}

/** The person on the staff list behind a sign-in; an external supervisor has none. */
function personOf(signIn: DemoSignIn, contract: DemoContract, marks: ReadonlyMap<string, string>): DemoPerson | null {
  const here = contract.people.filter((person) => person.left === null);
  if (signIn.name) return null;
  const mark = signIn.left ? "m" : "w";
  if (signIn.role === "worker") return here.find((person) => marks.get(person.id)?.includes(mark)) ?? null;
  return here.find((person) => person.role === signIn.role) ?? null;
}

const SUPPORT_ROLES = ["support_worker", "chief_support_worker", "employment_support_worker", "outreach_worker"];

function superviseesOf(contract: DemoContract): DemoPerson[] {
  return contract.people.filter(
    (person) => SUPPORT_ROLES.includes(person.role) && (person.left === null || person.left >= contract.today),
  );
}
