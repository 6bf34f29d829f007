import { globSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { firstView } from "../../src/centre/first-view.ts";
import type { Site } from "../../src/schemas/site.ts";
import { facts, formerAddresses, site, template } from "../content/read.ts";
import { decode, dist } from "./pages.ts";

/* What only the invented organization's centre shows; it is in another trade, and released. */

const read = (name: string) => readFileSync(join(dist, name), "utf8");

/** Every file of the site but programs for the processor, and what repeats another file, compressed. */
const files = (): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .filter((name) => !/\.(?:br|gz|wasm)$|wasm\.[^/\\]*\.pagefind$/.test(name));

/** A file's text, which Pagefind compresses. */
const unpacked = (name: string): string => {
  const bytes = readFileSync(join(dist, name));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8");
};

test("every file is read in which a word of another organization could stand", () => {
  for (const name of ["_headers", ".htaccess", "robots.txt", ".well-known/security.txt"])
    expect(files()).toContain(join(name));
  const [own] = site.organization.name.split(" ");
  const ends = files()
    .filter((name) => unpacked(name).includes(String(own)))
    .map((name) => extname(name));
  expect(ends).toEqual(expect.arrayContaining([".html", ".js", ".pf_fragment"]));
});

test("another organization's content makes a centre without a word of the one that is shipped", () => {
  const { organization } = parse(readFileSync("content/site.yaml", "utf8")) as Site;
  const words = [organization.name, organization.legalName].map((word) => word.toLowerCase());
  const naming = files().filter((name) => {
    const text = unpacked(name).toLowerCase();
    return words.some((word) => name.toLowerCase().includes(word) || text.includes(word));
  });
  expect(naming).toEqual([]);
  expect(decode(read("index.html"))).toContain(site.organization.name);
});

test("a centre is released once all of its facts are confirmed", () => {
  expect(globSync("draft/**", { cwd: dist })).toEqual([]);
  expect(read("index.html")).not.toContain('name="robots"');
  expect(read("robots.txt")).toContain("Sitemap: https://");
  const sitemap = read("sitemap-0.xml");
  expect(formerAddresses.length).toBeGreaterThan(0);
  for (const { former, now } of formerAddresses) {
    expect(sitemap).toContain(`/${now}/`);
    expect(sitemap, "an address that a page used to have").not.toContain(`/${former}/`);
    expect(read(`${former}/index.html`)).toContain(`url=/${now}/`);
  }
});

test("a short centre keeps the first view of every page within its bound", () => {
  const sizes = globSync("**/index.html", { cwd: dist, exclude: ["everything"] }).map((name) => ({
    name,
    bytes: brotliCompressSync(read(name)).byteLength,
  }));
  expect(sizes.length).toBeGreaterThan(8);
  expect(sizes.filter(({ bytes }) => bytes > firstView.page)).toEqual([]);
});

test("the request has the words of another organization", () => {
  const shipped = parse(readFileSync("content/templates/privacy-request.yaml", "utf8")) as {
    subject: string;
  };
  expect(read("request/content.js")).not.toContain(shipped.subject);
  expect(read("request/content.js")).toContain(template.subject);
  const page = decode(read("request/index.html"));
  for (const { name } of facts("relationships")) expect(page).toContain(name);
});

test("flaws are told to the address of another organization", () => {
  const contact = facts("contacts").find(({ id }) => id === site.security.contact);
  expect(contact).toBeDefined();
  expect(read(".well-known/security.txt")).toContain(`Contact: mailto:${String(contact?.email)}`);
});

for (const [path, name, cell] of [
  ["/cookies/", "Die drei Cookies", "Wie lange 1 Jahr"],
  ["/faq/", "Speichern Sie die Nummer meiner Kreditkarte?", "Wir nur die letzten vier Ziffern"],
] as const)
  test(`a table that is typed on ${path} says on a phone what its columns are`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(path);
    const table = page.getByRole("table", { name });
    await expect(table.getByRole("cell", { name: cell })).toBeVisible();
    const labels = await table
      .locator("td[data-label]")
      .evaluateAll((cells) => cells.map((td) => getComputedStyle(td, "::before").content));
    expect(labels.length).toBeGreaterThan(3);
    expect(labels).not.toContain('""');
  });
