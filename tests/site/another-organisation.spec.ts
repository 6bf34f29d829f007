import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import type { Site } from "../../src/schemas/site.ts";
import { dist } from "./pages.ts";

/* What only the invented organisation's centre shows; it is in another trade, and released. */

const read = (name: string) => readFileSync(join(dist, name), "utf8");

test("another organisation's content makes a centre without a word of the one that is shipped", () => {
  const files = globSync("**/*.{html,js,json,svg,txt,xml}", { cwd: dist });
  expect(files.length).toBeGreaterThan(12);
  const { organisation } = parse(readFileSync("content/site.yaml", "utf8")) as Site;
  const word = organisation.name.toLowerCase();
  expect(files.filter((name) => read(name).toLowerCase().includes(word))).toEqual([]);
  expect(read("index.html")).toContain("Finch &amp; Ostrea");
});

test("a centre is released once all of its facts are confirmed", () => {
  expect(globSync("draft/**", { cwd: dist })).toEqual([]);
  expect(read("index.html")).not.toContain('name="robots"');
  expect(read("robots.txt")).toContain("Sitemap: https://");
  const sitemap = read("sitemap-0.xml");
  expect(sitemap).toContain("/cookies/");
  expect(sitemap, "an address that a page used to have").not.toContain("/server-rooms/");
  expect(read("server-rooms/index.html")).toContain("url=/hosting/");
});

test("a short centre keeps the first view of every page within 9,500 bytes", () => {
  const sizes = globSync("**/index.html", { cwd: dist, exclude: ["everything"] }).map((name) => ({
    name,
    bytes: brotliCompressSync(read(name)).byteLength,
  }));
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter(({ bytes }) => bytes > 9_500)).toEqual([]);
});

test("the request has the words of another organisation", () => {
  expect(read("request/content.js")).not.toContain("Privacy Request");
  expect(read("request/index.html")).toContain("Your relationship with Finch &amp; Ostrea");
});

test("flaws are told to the address of another organisation", () => {
  expect(read(".well-known/security.txt")).toContain("Contact: mailto:flaws@finchandostrea.test");
});
