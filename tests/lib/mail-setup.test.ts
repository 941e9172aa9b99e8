import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** The environment's reader as a process with these variables has it. */
async function started(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  return import("~/lib/env.server");
}

const SMTP = "smtps://user:pass%40word@mail.example.jp:465";

describe("mail", () => {
  test.each<Record<string, string>>([{ SASAE_SMTP_URL: "" }, { SASAE_SMTP_URL: "", SASAE_MAIL_FROM: "a@example.jp" }])(
    "is off without a mail server",
    async (variables) => {
      const { mailing, mailServer } = await started(variables);
      expect([mailing(), mailServer()]).toEqual([null, null]);
    },
  );

  test.each<Record<string, string>>([
    { SASAE_ORIGIN: "https://sasae.example.jp/", origin: "https://sasae.example.jp" },
    { SASAE_ORIGIN: "", HOST: "127.0.0.1", PORT: "3100", origin: "http://127.0.0.1:3100" },
  ])("leads to the pages' address, without a slash at its end: $origin", async ({ origin, ...variables }) => {
    const { mailing } = await started({ SASAE_SMTP_URL: SMTP, ...variables });
    expect(mailing()).toEqual({ origin });
  });

  test.each([
    { given: "支え <sasae@example.lg.jp>", name: "支え", address: "sasae@example.lg.jp" },
    { given: '"Sasae, ward" <sasae@example.lg.jp>', name: "Sasae, ward", address: "sasae@example.lg.jp" },
    { given: "sasae@example.lg.jp", name: "支え Sasae", address: "sasae@example.lg.jp" },
    { given: "", name: "支え Sasae", address: "sasae@sasae.example.jp" },
  ])("comes from $address, named $name", async ({ given, name, address }) => {
    const origin = "https://sasae.example.jp";
    const { mailServer } = await started({ SASAE_SMTP_URL: SMTP, SASAE_MAIL_FROM: given, SASAE_ORIGIN: origin });
    expect(mailServer()).toEqual({ url: SMTP, from: { name, address } });
  });
});
