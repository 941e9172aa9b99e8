import { describe, expect, test } from "vitest";

import { ownPath } from "~/auth/own-path";
import { passwordProblem } from "~/auth/password.server";
import { networkOf } from "~/auth/rate-limit.server";

describe("the path to go on to", () => {
  test.each(["/", "/me", "/ward/contracts?page=2&sort=-name", "/me#training", "/検索?q=相談"])(
    "may be our own: %s",
    (path) => {
      expect(new URL(ownPath(path, "/no"), "http://own.invalid").href).toBe(new URL(path, "http://own.invalid").href);
    },
  );

  test.each([
    ...[
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
    ],
    ...[
      "javascript:alert(1)",
      "evil.example",
      "",
      "/..//evil.example",
      "/./\\evil.example",
      `/${"a".repeat(3000)}`,
      null,
      5,
      undefined,
    ],
  ])("is never another's: %s", (given) => {
    expect(ownPath(given, "/home")).toBe("/home");
  });
});

describe("a new password", () => {
  test.each([
    ["elevenchars", "short"],
    ["𠮷".repeat(11), "short"],
    ["a".repeat(201), "long"],
    ["passwordpassword", "obvious"],
    ["Password12345", "obvious"],
    ["123456789012", "obvious"],
    ["aaaaaaaaaaaa", "obvious"],
    ["yamada.hanako@example.jp", "obvious"],
    ["Yamada.Hanako", "obvious"],
    ["correct horse battery", null],
    ["毎日の支えになる言葉たち", null],
  ])("%s: %s", (password, problem) => {
    expect(passwordProblem(password, "yamada.hanako@example.jp")).toBe(problem);
  });
});

describe("an address", () => {
  test("of IPv6 counts as its network of 64 bits, one of IPv4 as itself", () => {
    expect(networkOf("203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("::ffff:203.0.113.7")).toBe("203.0.113.7");
    expect(networkOf("2001:db8:0:1:aaaa::1")).toBe(networkOf("2001:0DB8::1:bbbb:0:0:2"));
    expect(networkOf("2001:db8:0:1::1")).not.toBe(networkOf("2001:db8:0:2::1"));
    expect(networkOf("::1")).toBe("0:0:0:0");
  });
});
