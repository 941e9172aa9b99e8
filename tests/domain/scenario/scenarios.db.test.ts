import { beforeEach, describe, expect, test } from "vitest";

import { wardViewOf, type Tenant } from "~/db/scope.server";
import {
  deleteScenario,
  getScenario,
  getScenarios,
  listScenarios,
  saveScenario,
} from "~/domain/scenario/scenarios.server";
import type { ScenarioContent } from "~/domain/scenario/schema";

import { aContract, asOwner } from "../../setup/factories";
import { aStaffingScenario } from "../../setup/staffing";

const STAFFING: ScenarioContent = aStaffingScenario();
let tenant: Tenant;

beforeEach(async () => {
  tenant = await aContract();
});

function draft(name: string, given: { contractId?: string; formRef?: string; content?: ScenarioContent } = {}) {
  const { contractId = tenant.contractId, formRef = name, content = STAFFING } = given;
  return { contractId, name, asOf: "2026-11-24", content, formRef };
}

describe("saved what-ifs", () => {
  test("a contractor finds what it saved, the newest first, page by page, and by kind", async () => {
    const ids = [];
    for (const name of ["一", "二", "三"]) ids.push(await saveScenario(tenant, draft(name)));
    const first = await listScenarios(tenant, { page: 1 }, 2);
    expect(first).toMatchObject({ total: 3, page: 1, pages: 2, scenarios: [{ name: "三" }, { name: "二" }] });
    expect((await listScenarios(tenant, { page: 9 }, 2)).scenarios.map((one) => one.name)).toEqual(["一"]);
    expect((await listScenarios(tenant, { page: 1, kind: "redistribution" })).total).toBe(0);
    expect(await getScenario(tenant, ids[1] ?? "")).toMatchObject({ name: "二", asOf: "2026-11-24", ...STAFFING });
    expect((await getScenarios(tenant, [ids[2] ?? "", ids[0] ?? ""])).map((one) => one.name)).toEqual(["三", "一"]);
  });

  test("the same form sent twice is stored once, and logged once by its id alone", async () => {
    const first = await saveScenario(tenant, draft("増員案"));
    expect(await saveScenario(tenant, draft("増員案"))).toBe(first);
    expect(await saveScenario(tenant, draft("増員案", { formRef: "another" }))).not.toBe(first);
    expect((await listScenarios(tenant, { page: 1 })).total).toBe(2);
    const log = await asOwner((owner) =>
      owner.query("SELECT action, detail FROM audit_entry WHERE subject_id = $1", [first]),
    );
    expect(log.rows).toEqual([{ action: "scenario.saved", detail: { kind: "staffing" } }]);
  });

  test("a ward reads its own and never a contractor's, nor the contractor the ward's", async () => {
    const view = wardViewOf(tenant.wardId);
    const contractors = await saveScenario(tenant, draft("受託者の案"));
    const wards = await saveScenario(view, draft("区の案"));
    expect((await listScenarios(view, { page: 1 })).scenarios.map((one) => one.name)).toEqual(["区の案"]);
    expect((await listScenarios(tenant, { page: 1 })).scenarios.map((one) => one.name)).toEqual(["受託者の案"]);
    expect(await getScenario(view, contractors)).toBeNull();
    expect(await getScenario(tenant, wards)).toBeNull();
    expect(await deleteScenario(view, contractors, 1)).toBe(false);
    const other = await aContract();
    expect(await getScenario(other, contractors)).toBeNull();
    expect((await listScenarios(wardViewOf(other.wardId), { page: 1 })).total).toBe(0);
    await expect(saveScenario(view, draft("他区", { contractId: other.contractId }))).rejects.toThrow();
    await expect(saveScenario(tenant, draft("他", { contractId: other.contractId }))).rejects.toThrow();
  });

  test("deleting takes the version that was read, and happens once", async () => {
    const id = await saveScenario(tenant, draft("消す案"));
    expect(await deleteScenario(tenant, id, 2)).toBe(false);
    expect(await deleteScenario(tenant, id, 1)).toBe(true);
    expect(await deleteScenario(tenant, id, 1)).toBe(false);
    expect(await getScenario(tenant, id)).toBeNull();
  });
});
