import { randomUUID } from "node:crypto";

import { expect, test } from "vitest";

import { asTenant, type Tenant } from "~/db/scope.server";
import { listWorkers } from "~/domain/kpi/compute-kpi.server";
import { loadContractFacts } from "~/domain/kpi/facts.server";
import { indicatorIn, indicators } from "~/domain/kpi/rules";
import { addDays, fiscalYearOf, isOpenDay, type Day } from "~/lib/calendar";

import { aContract, asOwner } from "../../setup/factories";
import { randomRecords, type RandomRecords } from "../../setup/random-records";

/**
 * Everything is counted again here, day by day and by hand, from the same records; SQL and the rules work with spans
 * and sets. The two share nothing but the calendar.
 */
const SUPPORT = ["support_worker", "chief_support_worker", "employment_support_worker", "outreach_worker"];
const DAYS = ["2024-03-31", "2024-06-30", "2024-11-15", "2025-04-01", "2025-12-31", "2026-03-30", "2026-03-31"];

const daysFrom = (from: Day, to: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
const covers = (span: { from: Day; to: Day | null }, day: Day) =>
  span.from <= day && (span.to === null || span.to >= day);
const latest = (days: Day[]) => days.reduce((a, b) => (a > b ? a : b));

function byHand(records: RandomRecords, day: Day) {
  const year = fiscalYearOf(day);
  const [start, end] = [`${year}-04-01`, `${year + 1}-03-31`];
  const [soFar, wholeYear, toCome] = [daysFrom(start, day), daysFrom(start, end), daysFrom(addDays(day, 1), end)];
  const employed = (index: number, on: Day) => {
    const person = records.staff[index];
    return person !== undefined && person.hiredOn <= on && (person.leftOn === null || person.leftOn >= on);
  };
  const present = (index: number, on: Day) =>
    employed(index, on) && !(records.staff[index]?.leave ?? []).some((leave) => covers(leave, on));
  const isSupport = (index: number) => SUPPORT.includes(records.staff[index]?.role ?? "");
  const fte = (index: number) => Math.min(records.staff[index]?.hours ?? 0, 40) / 40;
  const leader = (file: RandomRecords["cases"][number], on: Day) =>
    file.openedOn <= on && (file.closedOn === null || file.closedOn >= on)
      ? file.leads.find((lead) => covers(lead, on))?.staff
      : undefined;
  const history = daysFrom("2022-12-01", day);
  const ledDays = records.cases.map((file) => history.map((on) => [on, leader(file, on)] as const));
  const quarterStarts = [`${year}-04-01`, `${year}-07-01`, `${year}-10-01`, `${year + 1}-01-01`, `${year + 1}-04-01`];

  const workers = records.staff.map((person, index) => {
    const led = ledDays.map((days) => days.filter(([, who]) => who === index).map(([on]) => on));
    const thisYear = led.filter((days) => days.some((on) => on >= start));
    const window = latest([addDays(day, -89), start, person.hiredOn]);
    const newCases = thisYear.filter((days) => (days[0] ?? "") >= window).length;
    const exposure = daysFrom(window, day).filter((on) => isOpenDay(on) && present(index, on)).length;
    const left = toCome.filter((on) => isOpenDay(on) && present(index, on)).length;
    const active = records.cases.filter((file) => leader(file, day) === index);
    const attended = records.sessions
      .filter(
        ({ status, seats }) =>
          status === "held" && seats.some((seat) => seat.staff === index && seat.attendance === "attended"),
      )
      .map(({ on }) => on)
      .filter((on) => on >= start && on <= day);
    const daysPresent = wholeYear.filter((on) => present(index, on)).length;
    const quarters = [1, 2, 3, 4].map((quarter) => {
      const [from, next] = [quarterStarts[quarter - 1] ?? "", quarterStarts[quarter] ?? ""];
      const days = daysFrom(from, addDays(next, -1));
      const due = addDays(next, -1) <= day && days.filter((on) => present(index, on)).length >= 60 ? 1 : 0;
      return { quarter, attended: attended.filter((on) => on >= from && on < next).length, due };
    });
    return {
      ...{ staffCode: person.code, fte: fte(index), annualCases: thisYear.length, activeCases: active.length },
      weightedLoad: active.reduce(
        (sum, { tags }) => sum + (tags.length < 2 ? 1 : Math.min(3, 0.5 + tags.length / 2)),
        0,
      ),
      mean: thisYear.length + (exposure === 0 ? 0 : (newCases / exposure) * left),
      trainingHours: records.training
        .filter((record) => record.staff === index && record.on >= start && record.on <= day)
        .reduce((sum, record) => sum + record.hours, 0),
      trainingTarget: (20 * daysPresent) / wholeYear.length,
      quarters,
      qualified: records.qualifications.some(
        ({ staff, kind, obtainedOn, expiresOn }) =>
          staff === index && kind !== "other" && obtainedOn <= day && (expiresOn === null || expiresOn >= day),
      ),
      sessions: attended.length,
    };
  });

  const support = records.staff.flatMap((_, index) => (isSupport(index) && employed(index, day) ? [index] : []));
  const totals = ledDays.filter((days) =>
    days.some(([on, who]) => on >= start && who !== undefined && isSupport(who) && employed(who, on)),
  ).length;
  const fteDays = soFar.reduce(
    (sum, on) =>
      sum +
      records.staff.reduce((part, _, index) => part + (isSupport(index) && present(index, on) ? fte(index) : 0), 0),
    0,
  );
  const cohort = records.staff.filter((person, index) => {
    const third = `${+person.hiredOn.slice(0, 4) + 3}${person.hiredOn.slice(4)}`.replace("-02-29", "-03-01");
    return isSupport(index) && third <= day && third >= addDays(day, -364);
  });
  const stayed = cohort.filter(({ hiredOn, leftOn }) => {
    const third = `${+hiredOn.slice(0, 4) + 3}${hiredOn.slice(4)}`.replace("-02-29", "-03-01");
    return leftOn === null || leftOn >= third;
  });
  const withDue = support.filter((index) => workers[index]?.quarters.some(({ due }) => due === 1));
  const met = withDue.filter((index) => {
    const worker = workers[index];
    return worker && worker.sessions >= worker.quarters.filter(({ due }) => due === 1).length;
  });
  return {
    workers: support.flatMap((index) => workers[index] ?? []).sort((a, b) => (a.staffCode < b.staffCode ? -1 : 1)),
    retention3y: [stayed.length, cohort.length],
    caseloadPerWorker: [totals, fteDays / soFar.length],
    qualifiedShare: [support.filter((index) => workers[index]?.qualified).length, support.length],
    trainingHours: [support.reduce((sum, index) => sum + (workers[index]?.trainingHours ?? 0), 0), support.length],
    supervisionRate: [met.length, withDue.length],
  };
}

async function store(tenant: Tenant, records: RandomRecords): Promise<void> {
  const { wardId, contractId } = tenant;
  await asOwner(async (owner) => {
    const put = async (table: string, rows: Record<string, unknown>[]) => {
      const whole = rows.map((row) => ({ ward_id: wardId, contract_id: contractId, ...row }));
      const columns = Object.keys(whole[0] ?? {}).join(", ");
      if (columns === "") return;
      await owner.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(whole)],
      );
    };
    const ids = records.staff.map(() => randomUUID());
    await put(
      "staff",
      records.staff.map(({ code, role, hours, hiredOn, leftOn }, index) => ({
        ...{ id: ids[index], staff_code: code, role, weekly_hours: hours, hired_on: hiredOn, left_on: leftOn },
        ...{ employment: "full_time", dedicated_outreach: false },
      })),
    );
    await put(
      "staff_leave",
      records.staff.flatMap(({ leave }, index) =>
        leave.map(({ from, to }) => ({ staff_id: ids[index], starts_on: from, ends_on: to, kind: "other" })),
      ),
    );
    const cases = records.cases.map((file) => ({ ...file, id: randomUUID() }));
    await put(
      "support_case",
      cases.map(({ id, openedOn, closedOn, tags }) => ({
        id,
        case_ref: id,
        opened_on: openedOn,
        closed_on: closedOn,
        tags,
      })),
    );
    await put(
      "case_assignment",
      cases.flatMap(({ id, leads }) =>
        leads.map(({ staff, from, to }) => ({ case_id: id, staff_id: ids[staff], from_on: from, to_on: to })),
      ),
    );
    await put(
      "training_record",
      records.training.map(({ staff, on, hours }, index) => ({
        ...{ id: randomUUID(), record_ref: `T${index}`, staff_id: ids[staff], attended_on: on, hours },
        ...{ title: "研修", topic: "basic", format: "lecture" },
      })),
    );
    const sessions = records.sessions.map((session) => ({ ...session, id: randomUUID() }));
    await put(
      "supervision_session",
      sessions.map(({ id, on, status }) => ({
        ...{ id, session_ref: id, held_on: on, status, minutes: 60, kind: "group", external: false, themes: [] },
      })),
    );
    await put(
      "supervision_attendance",
      sessions.flatMap(({ id, seats }) =>
        seats.map(({ staff, attendance }) => ({ session_id: id, staff_id: ids[staff], attendance })),
      ),
    );
    await put(
      "qualification",
      records.qualifications.map(({ staff, kind, obtainedOn, expiresOn }) => ({
        ...{ id: randomUUID(), staff_id: ids[staff], kind, obtained_on: obtainedOn, expires_on: expiresOn },
      })),
    );
  });
}

test.each([1, 2, 3])("SQL and rules agree with a count day by day (records of seed %i)", async (seed) => {
  const records = randomRecords(seed);
  const tenant = await aContract();
  await store(tenant, records);
  for (const day of DAYS) {
    const expected = byHand(records, day);
    const facts = await asTenant(tenant, (tx) => loadContractFacts(tx, tenant, day));
    const figures = indicators(facts);
    expect(expected.caseloadPerWorker[0], "enough cases to count").toBeGreaterThan(3);
    for (const key of [
      "retention3y",
      "caseloadPerWorker",
      "qualifiedShare",
      "trainingHours",
      "supervisionRate",
    ] as const) {
      const { numerator, denominator } = indicatorIn(figures, key);
      expect([day, key, numerator]).toEqual([day, key, expected[key][0]]);
      expect(denominator, `${day} ${key}`).toBeCloseTo(expected[key][1] ?? Number.NaN, 9);
    }
    const workers = await listWorkers(tenant, day);
    expect(workers.map(({ figures: worker }) => worker.staffCode)).toEqual(
      expected.workers.map(({ staffCode }) => staffCode),
    );
    for (const [index, { mean, trainingTarget, sessions, ...exact }] of expected.workers.entries()) {
      const worker = workers[index]?.figures;
      expect(worker, `${day} ${exact.staffCode}`).toMatchObject(exact);
      expect(worker?.forecast.mean, `${day} ${exact.staffCode}`).toBeCloseTo(mean, 9);
      expect(worker?.trainingTarget).toBeCloseTo(trainingTarget, 9);
      expect(worker?.quarters.reduce((sum, quarter) => sum + quarter.attended, 0)).toBe(sessions);
      expect(worker?.forecast.low).toBeLessThanOrEqual(worker?.forecast.high ?? 0);
    }
  }
});
