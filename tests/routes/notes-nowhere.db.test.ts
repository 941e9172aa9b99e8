import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { makeFeed } from "~/auth/calendar-feed.server";
import { currentActor } from "~/auth/require.server";
import { backUpDatabase } from "~/db/backup.server";
import { peopleOf, type Tenant } from "~/db/scope.server";
import { ROLES, type Role } from "~/domain/access/policy";
import { settingsFrom } from "~/domain/redistribution/edit";
import { saveRedistribution } from "~/domain/redistribution/save.server";
import { loadSituation } from "~/domain/redistribution/situation.server";
import { readNotes, writeNote } from "~/domain/supervision/notes/notes.server";
import { closeCampaign } from "~/domain/survey/close-campaign.server";
import { questionsOf } from "~/domain/survey/questionnaire";
import { noteKeys } from "~/lib/note-keys.server";
import { aBrowser, aPerson } from "../setup/accounts";
import { aContract, asOwner, aWorker } from "../setup/factories";
import { formsFound } from "../setup/needles";
import { aKeyRing } from "../setup/note-keys";
import { aRow } from "../setup/rows";
import { aSession } from "../setup/sessions";
import { anOpenSurvey } from "../setup/survey";
import { putAnswers } from "../setup/survey-answers";

type Browser = ReturnType<typeof aBrowser>;
type Loader = (given: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>;
type Found = { place: string; bytes: Buffer };

const ROUTES = path.resolve(import.meta.dirname, "../../app/routes");
const NOTES_PAGE = "_app.notes.$sessionId.tsx";
const [mark, control] = [`ZQXV${randomBytes(4).toString("hex")}印`, `ZQXK${randomBytes(4).toString("hex")}対照`];
const TODAY = new Date().toISOString().slice(0, 10);
const folder = mkdtempSync(path.join(os.tmpdir(), "sasae-nowhere-"));
const browsers = new Map<Role, Browser>();
const printed: string[] = [];
let tenant: Tenant;
let params: Record<string, string>;

const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write.bind(stream) }));

/** Keeps what is printed; to be called again after the mocks of a test are gone. */
function capture(): void {
  for (const name of ["log", "info", "warn", "debug", "error"] as const)
    vi.spyOn(console, name).mockImplementation((...args: unknown[]) => void printed.push(args.map(String).join(" ")));
  for (const { stream, write } of streams) {
    vi.spyOn(stream, "write").mockImplementation((chunk, ...rest) => {
      printed.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
      return (write as (...args: unknown[]) => boolean)(chunk, ...rest);
    });
  }
}

async function signedIn(role: Role, place: { wardId?: string; contractId?: string; staffId?: string }) {
  const person = await aPerson(role, place);
  const browser = aBrowser();
  await browser.signInAs(person.userId);
  browsers.set(role, browser);
  return person;
}

beforeAll(async () => {
  capture();
  tenant = await aContract({ startsOn: "2020-04-01", endsOn: "2040-03-31" });
  const { wardId, contractId } = tenant;
  const staffId = await aWorker(tenant, { staffCode: "S1" });
  const place = await aWorker(tenant, { staffCode: "V1", role: "supervisor" });
  const worker = await signedIn("worker", { wardId, contractId, staffId });
  const supervisor = await signedIn("supervisor", { wardId, contractId, staffId: place });
  await aRow(tenant, "supervisee", { membership_id: supervisor.membershipId, staff_id: staffId });
  await browsers.get("supervisor")?.signInAs(supervisor.userId);
  await signedIn("manager", { wardId, contractId });
  await signedIn("ward", { wardId });
  await signedIn("admin", {});
  const sessionId = await aSession(tenant, {
    ...{ heldOn: TODAY, status: "held", supervisorCode: "V1", participants: [staffId], place: control },
  });
  await aRow(tenant, "training_record", {
    ...{ record_ref: randomUUID(), staff_id: staffId, attended_on: TODAY, title: control, topic: "basic" },
    ...{ format: "lecture", hours: 1, in_working_time: true, publicly_funded: true },
  });

  const ring = noteKeys();
  const asWorker = peopleOf(wardId, contractId, [staffId], worker.userId);
  const asSupervisor = peopleOf(wardId, contractId, [staffId], supervisor.userId);
  const write = (text: string, version?: number) =>
    writeNote(asWorker, sessionId, staffId, { text, version, readerId: supervisor.userId }, ring, new Date());
  await write(`${mark} 一`);
  await write(`前 ${mark} 後`, 1);
  await write(`${mark} 遅れた変更`, 1);
  await writeNote(asSupervisor, sessionId, staffId, { text: `上司 ${mark}` }, ring, new Date());
  await refusedByDatabase(() => write(`${mark} 書けない`, 2));
  for (const people of [asWorker, asSupervisor]) {
    expect(JSON.stringify(await readNotes(people, sessionId, ring))).toContain(mark);
    await readNotes(people, sessionId, aKeyRing("another"));
  }
  const actor = await currentActor(browsers.get("worker")?.request("/") ?? new Request("http://localhost/"));
  for (const code of ["S2", "S3", "S4", "S5", "S6"]) await aWorker(tenant, { staffCode: code });
  const survey = await anOpenSurvey(tenant, TODAY, { closesOn: TODAY });
  const sheet = Object.fromEntries(questionsOf(survey.questionnaire).map(({ key }) => [key, 4]));
  await putAnswers(tenant, survey.id, survey.units[0]?.unit ?? "", { count: 6, sheet });
  await closeCampaign(tenant, survey.id, TODAY);
  const situation = await loadSituation(tenant, TODAY, settingsFrom(new URLSearchParams()));
  params = {
    campaignId: survey.id,
    scenarioId: await saveRedistribution(tenant, situation, [], { name: "案", formRef: randomUUID() }),
    ...{ contractId, sessionId, staffId, file: "sasae-template.xlsx", userId: worker.userId },
    token: actor ? `${/[\w-]{43}/.exec(await makeFeed(actor))?.[0] ?? ""}.ics` : "",
  };
});

beforeEach(capture);

afterAll(() => rmSync(folder, { recursive: true }));

/** What an error says when the database refuses to store a note. */
async function refusedByDatabase(work: () => Promise<unknown>): Promise<void> {
  await asOwner((owner) => owner.query("ALTER TABLE confidential_note ADD CONSTRAINT full_disk CHECK (version < 3)"));
  const failure = await work().catch((error: unknown) => error);
  await asOwner((owner) => owner.query("ALTER TABLE confidential_note DROP CONSTRAINT full_disk"));
  expect(failure).toBeInstanceOf(Error);
  printed.push(`${(failure as Error).stack} ${JSON.stringify(failure, Object.getOwnPropertyNames(failure))}`);
}

/** What every route's loader gives each role: files of every format, and the data of pages. */
async function everythingServed(): Promise<Found[]> {
  const served: Found[] = [];
  const files = readdirSync(ROUTES).filter((file) => /\.tsx?$/.test(file));
  for (const file of files) {
    const { loader } = (await import(path.join(ROUTES, file))) as { loader?: Loader };
    const formats = file.endsWith(".tsx") ? [""] : ["?format=xlsx", "?format=csv", "?format=csv-cp932", "?format=pdf"];
    for (const role of loader ? ROLES : []) {
      for (const search of formats) {
        const answer = await answerOf(loader, browsers.get(role)?.request(`/x${search}`));
        const place = `${file} ${role} ${search}`;
        // why: who is turned away from one format is turned away from all.
        if (answer instanceof Response && answer.status !== 200) break;
        const bytes = answer instanceof Response ? Buffer.from(await answer.arrayBuffer()) : textOf(answer);
        served.push({ place, bytes });
      }
    }
  }
  return served;
}

async function answerOf(loader: Loader | undefined, request: Request | undefined): Promise<unknown> {
  try {
    return request && (await loader?.({ request, params, context: { address: "10.0.0.1" } }));
  } catch (thrown) {
    return thrown;
  }
}

/** A page's data, or what an error says. */
function textOf(answer: unknown): Buffer {
  return Buffer.from(answer instanceof Error ? String(answer.stack) : (JSON.stringify(answer) ?? ""));
}

async function everyRow(): Promise<Found[]> {
  return asOwner(async (owner) => {
    const tables = await owner.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    const rows: Found[] = [];
    for (const { tablename } of tables.rows) {
      const found = await owner.query(`SELECT string_agg(t::text, chr(10)) AS lines FROM "${String(tablename)}" t`);
      rows.push({ place: `table ${String(tablename)}`, bytes: Buffer.from(String(found.rows[0]?.lines ?? "")) });
    }
    return rows;
  });
}

const where = (text: string, found: Found[]) =>
  found.filter(({ bytes }) => formsFound(text, bytes).length > 0).map(({ place }) => place);

describe("what is written into a confidential note", () => {
  test("is in no row of any table, the log of actions among them, in no form", async () => {
    const rows = await everyRow();
    expect(where(control, rows)).toEqual(["table supervision_session", "table training_record"]);
    expect(rows.find(({ place }) => place === "table audit_entry")?.bytes.toString()).toContain("note.read");
    expect(where(mark, rows)).toEqual([]);
  });

  test("is not in a backup", async () => {
    const file = path.join(folder, "whole.gz");
    await backUpDatabase(process.env.DATABASE_URL ?? "", file, new Date());
    const backup = [{ place: "backup", bytes: readFileSync(file) }];
    expect(where(control, backup)).toEqual(["backup"]);
    expect(where(mark, backup)).toEqual([]);
  });

  test("is in no export and on no page, whoever asks, but on the page of its two sides", async () => {
    const served = await everythingServed();
    const exporting = readdirSync(ROUTES).filter((file) => /export|\.file\.ts|calendar\.\$token/.test(file));
    const silent = exporting.filter(
      (file) => !served.some(({ place, bytes }) => place.startsWith(`${file} `) && bytes.length > 0),
    );
    expect(silent, "each export answers somebody").toEqual([]);
    const controls = where(control, served).join("\n");
    for (const format of ["xlsx", "csv", "csv-cp932", "pdf"]) expect(controls).toContain(`?format=${format}`);
    expect(where(mark, served)).toEqual([`${NOTES_PAGE} worker `, `${NOTES_PAGE} supervisor `]);
  }, 300_000);

  test("is in nothing that was printed, nor in an error that the database gave", () => {
    process.stdout.write(`${control}\n`);
    const all = [{ place: "printed", bytes: Buffer.from(printed.join("\n")) }];
    expect(printed.join("\n")).toContain("full_disk");
    expect(where(control, all)).toEqual(["printed"]);
    expect(where(mark, all)).toEqual([]);
  });
});
