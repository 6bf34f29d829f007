import { Readable } from "node:stream";
import type { IncomingMessage } from "node:http";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import {
  addressOf,
  refusalOf,
  refusalOfOpening,
  refusalOfToken,
  sentWith,
  token,
  tokenHeader,
} from "../../../src/desk/requests.ts";
import { Refusal } from "../../../src/desk/store/refusal.ts";

const own = {
  host: "localhost:4321",
  origin: "http://localhost:4321",
  "sec-fetch-site": "same-origin",
  "content-type": "application/json",
  [tokenHeader]: token,
};

const request = (headers: object, method = "POST") =>
  ({ method, headers, socket: { localPort: 4321 } }) as unknown as IncomingMessage;

test("what a page of the desk sends is answered", () => {
  expect(refusalOf(request(own))).toBe(undefined);
  expect(refusalOfToken(request(own, "GET"))).toBe(undefined);
});

for (const [what, headers, method] of [
  ["a form of another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  [
    "another program on this computer",
    { origin: "http://localhost:9999", "sec-fetch-site": "same-site" },
  ],
  ["a page without an origin", { origin: "null" }],
  ["nobody who says where from", { origin: undefined }],
  ["a name that leads here", { host: "evil.example:4321", origin: "http://evil.example:4321" }],
  ["no name at all", { host: undefined }],
  ["somebody without the token", { [tokenHeader]: undefined }],
  ["somebody with the token of another start", { [tokenHeader]: `${token.slice(1)}é` }],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }],
  ["plain text", { "content-type": "text/plain" }],
  ["a link", {}, "GET"],
] as const)
  test(`what is sent by ${what} is refused`, () => {
    expect(refusalOf(request({ ...own, ...headers }, method))).toMatch(/^this |^the preview /);
  });

test("the token is for the pages of the preview alone", () => {
  for (const headers of [
    { "sec-fetch-site": undefined },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { host: "evil.example", origin: undefined },
    { origin: "http://localhost:9999" },
  ])
    expect(
      refusalOfToken(request({ ...own, ...headers }, "GET")),
      JSON.stringify(headers),
    ).toBeTruthy();
});

test("nothing is opened for another site", () => {
  expect(refusalOfOpening(request({ host: own.host }, "GET"))).toBe(undefined);
  for (const headers of [
    { host: own.host, "sec-fetch-site": "cross-site" },
    { host: "evil.example:4321", "sec-fetch-site": "same-origin" },
  ])
    expect(refusalOfOpening(request(headers, "GET"))).toMatch(/^This /);
});

test("a page that is asked for is one of the preview, whatever its path looks like", () => {
  for (const path of ["/desk/", "//evil.example/x/", "/\\evil.example/x/", "/@evil.example/", "//"])
    expect(addressOf(path, 4321)?.origin, path).toBe("http://localhost:4321");
  for (const path of ["http://evil.example/", "@evil.example/", "*", ""])
    expect(addressOf(path, 4321), path).toBe(undefined);
});

test.describe("in a codespace", () => {
  test.beforeEach(() => {
    process.env["CODESPACE_NAME"] = "orange-tree";
    process.env["GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN"] = "app.github.dev";
  });
  test.afterEach(() => {
    delete process.env["CODESPACE_NAME"];
    delete process.env["GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN"];
  });

  test("the forwarded address of this port is one's own, and no other", () => {
    const refusal = (origin: string, site = "same-origin") =>
      refusalOf(request({ ...own, origin, "sec-fetch-site": site }));
    for (const origin of [
      "https://orange-tree-4321.app.github.dev",
      "https://localhost:4321",
      "http://localhost:4321",
    ]) {
      expect(refusal(origin), origin).toBe(undefined);
      expect(refusal(origin, "cross-site"), origin).toMatch(/^this /);
    }
    for (const origin of [
      "https://evil-4321.app.github.dev",
      "https://orange-tree-8080.app.github.dev",
      "http://orange-tree-4321.app.github.dev",
      "https://orange-tree-4321.app.github.dev.evil.example",
      "https://localhost:8080",
    ])
      expect(refusal(origin), origin).toMatch(/^this /);
  });
});

test("what is sent has the shape that is expected, and is not too much", async () => {
  const shape = z.strictObject({ file: z.string() });
  const send = (body: string) =>
    sentWith(Readable.from([Buffer.from(body)]) as unknown as IncomingMessage, shape);
  expect(await send('{"file":"ä"}')).toEqual({ file: "ä" });
  for (const body of ["", "{", "[]", '{"file":1}', '{"file":"a","more":1}'])
    await expect(send(body), body).rejects.toThrow(Refusal);
  await expect(send(JSON.stringify({ file: "x".repeat(5_000_000) }))).rejects.toThrow(Refusal);
});
