import { expect, test } from "@playwright/test";
import { mailtoAddress } from "../../src/centre/addresses.ts";
import { emailFault, webAddressFault } from "../../src/schemas/written-addresses.ts";

for (const email of [
  "privacy@acme.org",
  "data&privacy@acme.org",
  "o'neill+dsr/eu=1@acme.org",
  "info@xn--bcher-kva.example",
  "info@bücher.example",
  "info@пример.рф",
  "info@例え.テスト",
  "a@a.co",
  "dpo@my-firm.co.uk",
  "PRIVACY@Acme.Org",
  "1@1.fm",
  "privacy@3m.com",
  "under_score@acme.org",
])
  test(`${email} is an email address`, () => {
    expect(emailFault(email)).toBe(undefined);
  });

for (const [email, reason] of [
  ["privacy", "one @"],
  ["privacy at acme.org", "one @ and no spaces"],
  ["a@b@acme.org", "one @"],
  ["privacy @acme.org", "no spaces"],
  ["privacy@acme.org privacy@acme.com", "no spaces"],
  ["mailto:privacy@acme.org", "without mailto:"],
  ["Privacy <privacy@acme.org>", "without < and >"],
  ["a@acme.org, b@acme.org", "without commas"],
  ["a@acme.org;b@acme.org", "without commas or semicolons"],
  ["@acme.org", "before the @ is missing"],
  ["privacy@", "after the @ is missing"],
  ["büro@acme.org", "before the @"],
  ["a(b)@acme.org", "there cannot be ("],
  ["a..b@acme.org", "a period"],
  [".a@acme.org", "a period"],
  ["a.@acme.org", "a period"],
  [`${"a".repeat(65)}@acme.org`, "64 characters"],
  ["privacy@acme.org.", "ends in a period"],
  ["privacy@acme", "no ending"],
  ["privacy@localhost", "no ending"],
  ["privacy@[192.0.2.1]", "a number"],
  ["privacy@192.0.2.1", "a number"],
  ["privacy@acme..org", "single periods"],
  ["privacy@-acme.org", "hyphen"],
  ["privacy@acme.org/", 'cannot be "acme.org/"'],
  ["privacy@ac!me.org", 'cannot be "ac!me.org"'],
] as const)
  test(`${email} is none, since: ${reason}`, () => {
    expect(emailFault(email)).toContain(reason);
  });

for (const address of [
  "https://www.acme.org",
  "https://www.acme.org/terms/?a=b&c=d#e",
  "https://пример.рф/",
  "https://xn--e1afmkfd.xn--p1ai/",
  "https://bücher.example/größe",
  "https://acme.org:8443/terms",
  "HTTPS://ACME.ORG/",
  "https://acme.org/a@b",
  "https://acme.org/?mail=a@b.c",
  "https://en.wikipedia.org/wiki/Privacy_(law)",
  "https://acme.org/a,b;c:d~e!f*g'h",
  "https://my_site.acme.org/",
  "https://1.1.co/",
])
  test(`${address} is a web address`, () => {
    expect(webAddressFault(address)).toBe(undefined);
  });

for (const [address, reason] of [
  ["http://acme.org", "starts with https://"],
  ["www.acme.org", "starts with https://"],
  ["https:/acme.org", "starts with https://"],
  ["ftp://acme.org", "starts with https://"],
  [" https://acme.org", "starts with https://"],
  ["https://acme.org/a b", "no spaces"],
  ["https://acme.org/a\u00a0b", "no spaces"],
  ["https://acme.org\\terms", "no \\"],
  ["https://acme.org/<terms>", "no <"],
  ["https://", "is missing after https://"],
  ["https:///terms", "is missing after https://"],
  ["https://user:word@acme.org/", "no user name or password"],
  ["https://192.0.2.1/", "is a number"],
  ["https://[2001:db8::1]/", "is a number"],
  ["https://acme.org./", "ends in a period"],
  ["https://acme/", "no ending"],
  ["https://localhost:4321/", "no ending"],
  ["https://acme.org:80800/", "the number of a port"],
  ["https://acme.org:https/", "the number of a port"],
  ["https://acme.org:/", "the number of a port"],
  ["https://acme..org/", "single periods"],
  ["https://acme,org/", 'cannot be "acme,org"'],
  ["https://acme.o/", 'ends in ".o"'],
] as const)
  test(`${address} is none, since: ${reason}`, () => {
    expect(webAddressFault(address)).toContain(reason);
  });

test("a link to an email address is a URI, whatever the address holds", () => {
  expect(mailtoAddress("data&privacy@acme.org")).toBe("mailto:data%26privacy@acme.org");
  expect(mailtoAddress("a+b@bücher.example")).toBe("mailto:a+b@xn--bcher-kva.example");
});
