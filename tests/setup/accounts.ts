/** Makes accounts that sign in, and the requests of their browsers, for tests. */
import { randomBytes } from "node:crypto";

import { hashPassword } from "../../app/auth/password.server";
import { startSession } from "../../app/auth/sign-in.server";
import type { Role } from "../../app/domain/access/policy";
import { asOwner } from "./factories";

export const ORIGIN = "http://localhost:3000";
export const PASSWORD = "correct horse battery";

let hashed: Promise<string> | undefined;

export type Place = { wardId?: string; contractId?: string; staffId?: string };

/** An account with a password and one membership; gives both ids. */
export async function aPerson(
  role: Role,
  place: Place = {},
  email = `p${randomBytes(5).toString("hex")}@example.jp`,
): Promise<{ userId: string; membershipId: string; email: string }> {
  hashed ??= hashPassword(PASSWORD);
  const passwordHash = await hashed;
  const userId = await asOwner(async (owner) => {
    const sql = "INSERT INTO user_account (email, name, password_hash) VALUES ($1, $2, $3) RETURNING id";
    return String((await owner.query(sql, [email, `氏名 ${role}`, passwordHash])).rows[0].id);
  });
  return { userId, membershipId: await aMembership(userId, role, place), email };
}

/** One more membership of an account. */
export async function aMembership(userId: string, role: Role, place: Place = {}): Promise<string> {
  const { wardId = null, contractId = null, staffId = null } = place;
  return asOwner(async (owner) => {
    const sql =
      "INSERT INTO membership (user_id, role, ward_id, contract_id, staff_id) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    return String((await owner.query(sql, [userId, role, wardId, contractId, staffId])).rows[0].id);
  });
}

/** A browser: its cookies go along with each request, and are kept from each answer. */
export function aBrowser() {
  const cookies = new Map<string, string>();
  function keep(setCookies: string[]): void {
    for (const text of setCookies) {
      const [pair = "", ...attributes] = text.split("; ");
      const [name = "", value = ""] = pair.split("=");
      if (attributes.includes("Max-Age=0")) cookies.delete(name);
      else cookies.set(name, value);
    }
  }
  function request(path: string, init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set("Cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    if (init.method && init.method !== "GET" && !headers.has("Origin")) headers.set("Origin", ORIGIN);
    return new Request(ORIGIN + path, { ...init, headers });
  }
  async function signInAs(userId: string): Promise<void> {
    const started = await startSession(request("/login"), userId);
    if (!started) throw new Error("This person has no membership.");
    keep(started.headers.getSetCookie());
  }
  return { cookies, keep, request, signInAs };
}
