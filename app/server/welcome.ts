import { asPlatform, platformOf } from "../db/scope.server";
import { demoSignIns, DEMO_PASSWORD } from "../../prisma/seed/sign-ins";

/** What the start prints: the address, the demo's sign-ins where the demo is loaded, the first administrator's link. */
export async function welcomeLines(origin: string, firstAdminLink: string | null): Promise<string[]> {
  const emails = demoSignIns.map((signIn) => signIn.email);
  const known = await asPlatform(platformOf(), (tx) =>
    tx.userAccount.findMany({ where: { email: { in: emails } }, select: { email: true } }),
  );
  const lines = ["", `支え Sasae: ${origin}`, ""];
  if (known.length > 0) {
    lines.push(`Demo sign-ins (password for all: ${DEMO_PASSWORD})`);
    const shown = demoSignIns.filter((signIn) => known.some(({ email }) => email === signIn.email));
    for (const { email, look } of shown) lines.push(`  ${email.padEnd(34)} ${look.en} ／ ${look.ja}`);
    lines.push("");
  }
  if (firstAdminLink)
    lines.push(
      "First administrator: open this link once, within a week, to choose a password:",
      `  ${firstAdminLink}`,
      "",
    );
  return lines;
}
