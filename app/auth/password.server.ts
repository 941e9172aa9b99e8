import { hash, verify } from "@node-rs/argon2";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;

/** Argon2id (the library's default kind) at OWASP's first recommended strength: 19 MiB, two passes, one lane. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const OBVIOUS = [
  ...["password", "passw0rd", "qwerty", "letmein", "welcome", "administrator", "changeme", "iloveyou"],
  ...["sasae", "shienin", "himitsu", "123456789012", "abcdefghijkl", "qwertyuiop", "1q2w3e4r5t6y", "asdfghjkl"],
];

export type PasswordProblem = "short" | "long" | "obvious";

/** Why a new password is refused: fewer than 12 or more than 200 characters, or among the first that anyone would try. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return "short";
  if (length > PASSWORD_MAX) return "long";
  const plain = password.normalize("NFKC").toLowerCase();
  const address = email.toLowerCase();
  if (plain === address || plain === address.split("@")[0]) return "obvious";
  // why: "passwordpassword" and "password1234" are the same guess as "password".
  const bare = plain.replace(/[\d\W_]+$/u, "");
  const repeated = OBVIOUS.some((word) =>
    [bare, plain].some((text) => text !== "" && text.split(word).join("") === ""),
  );
  return repeated || new Set(plain).size < 4 ? "obvious" : null;
}

/** The Argon2id hash of a password, salt and strength included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), STRENGTH);
}

let nobody: Promise<string> | undefined;

/** Whether a password fits a hash. Without a hash it takes the same time to say no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MAX * 4) return false;
  nobody ??= hashPassword("nobody has this password");
  const fits = await verify(stored ?? (await nobody), password.normalize("NFKC"));
  return fits && stored !== null;
}
