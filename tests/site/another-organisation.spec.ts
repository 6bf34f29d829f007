import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { site } from "../content/read.ts";

/* The proof that content is content: the centre of an invented organisation in another trade. */
const folder = "tests/fixtures/another-organisation";
const built = "test-results/another-organisation";

const read = (name: string) => readFileSync(join(built, name), "utf8");

test.describe("another organisation's content", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });

  test.beforeAll(() => {
    const environment = { ...process.env, CONTENT_DIR: folder };
    execFileSync("node", ["src/cli/check.ts"], { env: environment });
    execFileSync("node_modules/.bin/astro", ["build", "--outDir", built], { env: environment });
  });

  test("makes a centre without a word of the one that is shipped", () => {
    const files = globSync("**/*.{html,js,json,svg,txt,xml}", { cwd: built });
    expect(files.length).toBeGreaterThan(12);
    const word = site.organisation.name.toLowerCase();
    expect(files.filter((name) => read(name).toLowerCase().includes(word))).toEqual([]);
    expect(read("index.html")).toContain("Finch &amp; Ostrea");
  });

  test("is released, since all of its facts are confirmed", () => {
    expect(globSync("draft/**", { cwd: built })).toEqual([]);
    expect(read("index.html")).not.toContain('name="robots"');
    expect(read("robots.txt")).toContain("Sitemap: https://");
    const sitemap = read("sitemap-0.xml");
    expect(sitemap).toContain("/cookies/");
    expect(sitemap, "an address that a page used to have").not.toContain("/server-rooms/");
    expect(read("server-rooms/index.html")).toContain("url=/hosting/");
  });

  test("keeps the first view of every page within its bound", () => {
    const sizes = globSync("**/index.html", { cwd: built, exclude: ["everything"] }).map(
      (name) => ({
        name,
        bytes: brotliCompressSync(read(name)).byteLength,
      }),
    );
    expect(sizes.filter(({ bytes }) => bytes > 9_500)).toEqual([]);
  });

  test("gives the request its own words", () => {
    expect(read("request/content.js")).not.toContain("Privacy Request");
    expect(read("request/index.html")).toContain("Your relationship with Finch &amp; Ostrea");
  });
});
