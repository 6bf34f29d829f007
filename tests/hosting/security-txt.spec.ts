import { siteFolder } from "../../src/environment.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { buildDay } from "../../src/environment.ts";
import { securityTxt } from "../../src/hosting/security-txt.ts";
import { facts, site } from "../content/read.ts";

const day = 86_400_000;

const fieldsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/^(.+?): (.+)\r\n/gm)].map(([, name = "", value = ""]) => [name, value]),
  );

const built = fieldsOf(readFileSync(join(siteFolder, ".well-known/security.txt"), "utf8"));

const file = (builtOn: string, policy?: string) =>
  securityTxt({
    canonical: new URL("https://privacy.acme.org/.well-known/security.txt"),
    email: "security@acme.org",
    policy,
    language: "en",
    builtOn,
  });

test("security.txt says what the records say", () => {
  const { contact, policy } = site.security;
  const { Expires, ...fields } = Object.fromEntries(built);
  expect(Expires).toBeTruthy();
  expect(fields).toEqual({
    Contact: `mailto:${String(facts("contacts").find(({ id }) => id === contact)?.email)}`,
    Policy: facts("policies").find(({ id }) => id === policy)?.url,
    "Preferred-Languages": site.center.language,
    Canonical: `${site.center.url}/.well-known/security.txt`,
  });
});

test("security.txt of this build is valid for more than 30 days and less than a year", () => {
  const left = (Date.parse(built.get("Expires") ?? "") - Date.now()) / day;
  expect(left, "Build again: `npm run build`.").toBeGreaterThan(30);
  expect(left).toBeLessThan(365);
});

for (const [builtOn, expires] of [
  ["2026-01-01", "2026-12-01T00:00:00Z"],
  ["2026-01-31", "2026-12-01T00:00:00Z"],
  ["2026-03-31", "2027-02-01T00:00:00Z"],
  ["2027-12-31", "2028-11-01T00:00:00Z"],
] as const)
  test(`security.txt built on ${builtOn} expires on ${expires}`, () => {
    expect(fieldsOf(file(builtOn)).get("Expires")).toBe(expires);
  });

test("security.txt names a document only where it can be read", () => {
  expect(file("2026-01-01")).not.toContain("Policy");
  expect(file("2026-01-01", "https://www.acme.org/flaws/")).toContain(
    "\r\nPolicy: https://www.acme.org/flaws/\r\n",
  );
});

test("security.txt is ASCII, whatever letters its addresses have", () => {
  const written = (email: string, policy: string) =>
    securityTxt({
      canonical: new URL("https://schütz.example/.well-known/security.txt"),
      email,
      policy,
      language: "de",
      builtOn: "2026-01-01",
    });
  for (const [email, uri] of [
    ["sicherheit@bücher.example", "mailto:sicherheit@xn--bcher-kva.example"],
    [
      "Безопасность@пример.рф",
      `mailto:${encodeURIComponent("Безопасность")}@xn--e1afmkfd.xn--p1ai`,
    ],
    ["security+web@acme.org", "mailto:security+web@acme.org"],
    ["data&privacy?%@acme.org", "mailto:data%26privacy%3F%25@acme.org"],
    ["security@xn--bcher-kva.example", "mailto:security@xn--bcher-kva.example"],
  ] as const) {
    const text = written(email, "https://bücher.example/maß/ä?ö=ü#ß");
    expect(text).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(Object.fromEntries(fieldsOf(text))).toMatchObject({
      Contact: uri,
      Policy: "https://xn--bcher-kva.example/ma%C3%9F/%C3%A4?%C3%B6=%C3%BC#%C3%9F",
      Canonical: "https://xn--schtz-mva.example/.well-known/security.txt",
    });
  }
});

test.describe("the day of the build", () => {
  const before = process.env["SOURCE_DATE_EPOCH"];
  test.describe.configure({ mode: "default" });
  test.afterEach(() => {
    if (before === undefined) delete process.env["SOURCE_DATE_EPOCH"];
    else process.env["SOURCE_DATE_EPOCH"] = before;
  });

  test("is the one that SOURCE_DATE_EPOCH says", () => {
    process.env["SOURCE_DATE_EPOCH"] = "1767225599";
    expect(buildDay()).toBe("2025-12-31");
  });

  test("is today where it says none", () => {
    delete process.env["SOURCE_DATE_EPOCH"];
    expect(buildDay()).toBe(new Date().toISOString().slice(0, 10));
  });

  test("is refused where it is no number", () => {
    process.env["SOURCE_DATE_EPOCH"] = "yesterday";
    expect(() => buildDay()).toThrow("write whole seconds since 1970");
  });
});
