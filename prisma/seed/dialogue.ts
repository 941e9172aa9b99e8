/** What supervision leads to: records that are confirmed, actions agreed, requests on their way. */
import { escalatesOn } from "../../app/domain/supervision/requests";
import { addDays, isOpenDay, type Day } from "../../app/lib/calendar";
import type { Stream } from "./random";
import { atWork, isSupport, type DemoContract, type DemoRows, type Row } from "./rows";
import type { Holder } from "./supervision";

/** Records and actions of so many days. */
const DAYS_BACK = 150;
/** Within so many days a record may still wait for the supervisee's word. */
const DAYS_TO_ANSWER = 21;
const AGREED = {
  supervisee: [
    "面接記録を見直し、次回に1件持参する",
    "関係機関との連絡会の議題を3つ書き出す",
    "月末までに年次有給休暇を1日取る",
    "終結の見通しを一覧にする",
  ],
  supervisor: ["担当件数の調整を所長に相談する", "事例検討会の日程を案内する", "困難事例の資料を共有する"],
};

/** Adds answers to records, agreed actions, and requests to the contract's sessions. */
export function addDialogue(rows: DemoRows, contract: DemoContract, internal: Holder, random: Stream): void {
  const { keys, todayText } = contract;
  const from = addDays(todayText, -DAYS_BACK);
  const held = rows.supervision_session.filter(
    (row) => row.contract_id === keys.contract_id && row.status === "held" && String(row.held_on) >= from,
  );
  const bySession = new Map(held.map((row) => [row.id, row]));
  for (const { session_id, staff_id, attendance } of rows.supervision_attendance) {
    const session = bySession.get(session_id);
    if (!session || !attendance) continue;
    answer(rows, contract, session, String(staff_id), random);
    if (session.kind === "individual" && attendance === "attended" && random.chance(0.5))
      agree(rows, contract, session, String(staff_id), random);
  }
  if (internal.userId) askForSupervision(rows, contract, internal.userId, random);
}

function answer(rows: DemoRows, { keys, todayText }: DemoContract, session: Row, staffId: string, random: Stream) {
  const day = String(session.held_on);
  const waits = day > addDays(todayText, -DAYS_TO_ANSWER);
  if (random.chance(waits ? 0.4 : 0.02)) return;
  const disputed = waits && random.chance(0.06);
  rows.session_confirmation.push({
    ...{ ...keys, session_id: session.id ?? null, staff_id: staffId, at: instant(addDays(day, 1)) },
    ...(disputed
      ? { answer: "disputed", comment: "実際の時間は記録より15分長かったと思います。" }
      : { answer: "confirmed", comment: null }),
  });
}

function agree(rows: DemoRows, { keys, todayText }: DemoContract, session: Row, staffId: string, random: Stream) {
  const owner = random.chance(0.7) ? ("supervisee" as const) : ("supervisor" as const);
  const [text = ""] = random.sample(AGREED[owner], 1);
  const day = String(session.held_on);
  const dueOn = addDays(day, random.whole(14, 60));
  const closed = random.chance(dueOn < todayText ? 0.85 : 0.3);
  const closedOn = addDays(day, random.whole(3, 14));
  const isClosed = closed && closedOn <= todayText;
  rows.agreed_action.push({
    ...{ ...keys, id: random.uuid(), session_id: session.id ?? null, staff_id: staffId, owner, text },
    ...{ due_on: dueOn, created_by: session.created_by ?? null },
    ...{ state: isClosed ? "done" : "open", closed_on: isClosed ? closedOn : null, version: isClosed ? 2 : 1 },
  });
}

/** An urgent request left without an answer, one that waits, and one with times to choose from. */
function askForSupervision(rows: DemoRows, contract: DemoContract, supervisor: string, random: Stream): void {
  const { keys, people, today, todayText } = contract;
  const asking = random.sample(
    people.filter((person) => isSupport(person) && atWork(person, today)),
    3,
  );
  const requests = [
    { urgency: "urgent" as const, made: addDays(todayText, -6), themes: ["emotional_burden"], times: [] as Day[] },
    { urgency: "soon" as const, made: addDays(todayText, -1), themes: ["support_difficulty"], times: [] as Day[] },
    { urgency: "routine" as const, made: addDays(todayText, -4), themes: ["career"], times: openDaysAfter(todayText) },
  ];
  asking.forEach((person, index) => {
    const request = requests[index];
    if (!request) return;
    const offered = request.times.length > 0;
    rows.supervision_request.push({
      ...{ ...keys, id: random.uuid(), request_ref: random.uuid(), staff_id: person.id, urgency: request.urgency },
      ...{ themes: request.themes, case_ref: null, made_on: request.made, made_at: instant(request.made) },
      ...{ escalates_on: escalatesOn(request.urgency, request.made), status: offered ? "offered" : "open" },
      offers: request.times.map((heldOn) => ({
        ...{ heldOn, startTime: "17:30", minutes: 45, place: "面談室", videoUrl: null },
      })),
      ...{ reply: null, answered_by: offered ? supervisor : null },
      ...{ answered_at: offered ? instant(addDays(todayText, -1)) : null, version: offered ? 2 : 1 },
    });
  });
}

/** Two open days, about a week from now. */
function openDaysAfter(today: Day): Day[] {
  const days: Day[] = [];
  for (let day = addDays(today, 6); days.length < 2; day = addDays(day, 1)) if (isOpenDay(day)) days.push(day);
  return days;
}

function instant(day: Day): string {
  return `${day}T09:00:00+09:00`;
}
