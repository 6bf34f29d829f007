import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { ELEMENT_NODE, parse, TEXT_NODE, type Node } from "ultrahtml";
import { firstView } from "../../src/centre/first-view.ts";
import { findProgram, unavailable } from "../machine.ts";
import { release } from "../releases.ts";
import { sha256 } from "../../src/transparency/digest.ts";

const root = "test-results/pack";
const folder = join(root, "content");
const site = join(root, "dist");
const unpacked = join(root, "unpacked");

/** Packs an invented organization's site, with a text that is to come. In CI nothing is written into its content. */
const run = (environment: Readonly<Record<string, string>> = {}) =>
  spawnSync("npm", ["run", "--silent", "pack"], {
    encoding: "utf8",
    shell: process.platform === "win32",
    env: {
      ...process.env,
      CI: "true",
      CONTENT_DIR: folder,
      DIST_DIR: site,
      ...environment,
    },
  });

const inSite = (path: string) => readFileSync(join(site, path), "utf8");

/** The words of a page that are printed, without spaces, which stand elsewhere on paper. */
const printedWords = (html: string): string[] => {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === TEXT_NODE) found.push(...node.value.split(/[^\p{L}]+/u));
    if (node.type === ELEMENT_NODE) {
      const { class: classes = "", hidden } = node.attributes;
      if (["script", "style", "svg", "template"].includes(node.name) || hidden !== undefined)
        return;
      if (/\b(?:no-print|sr-only)\b/.test(classes)) return;
    }
    if ("children" in node) for (const child of node.children as Node[]) visit(child);
  };
  const [, main = ""] = /<main\b[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  visit(parse(main) as Node);
  return found.filter((word) => word.length > 3);
};

test.describe("npm run pack", () => {
  test.describe.configure({ mode: "serial" });
  test.setTimeout(120_000);

  test("says what to install where no browser is, and builds nothing", async () => {
    rmSync(root, { recursive: true, force: true });
    cpSync("tests/fixtures/another-organization", folder, { recursive: true });
    const pages = { "/daten/": "# Daten\n" };
    await release(folder, { date: "2026-01-10", pages });
    await release(folder, {
      date: "2026-02-10",
      effective: "2199-01-01",
      pages: { "/daten/": "# Daten, anders\n" },
    });
    const { status, stdout, stderr } = run({ CHROMIUM_PATH: "/nowhere/chromium" });
    expect(stderr).toMatch(
      /^The PDF is printed by Chromium or Chrome, and there is none at \/nowhere\/chromium\. Install the package `chromium` .* Nothing was built\.\n$/,
    );
    expect(stdout).toBe("");
    expect(status).toBe(1);
    expect(existsSync(site)).toBe(false);
  });

  test("makes one file of all that the site says, and offers it", () => {
    const { status, stdout, stderr } = run();
    expect(status, stderr).toBe(0);
    const zip = readFileSync(join(site, "everything.zip"));
    const files = unzipSync(zip);
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true });
      writeFileSync(join(unpacked, name), content);
      if (!["everything.pdf", "manifest.txt"].includes(name))
        expect(Buffer.compare(content, readFileSync(join(site, name))), name).toBe(0);
    }
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["centre.json", "centre.schema.json", "facts/regions.csv"]),
    );
    const listed = Buffer.from(files["manifest.txt"] ?? []).toString();
    expect(listed).toBe(
      Object.entries(files)
        .filter(([name]) => name !== "manifest.txt")
        .map(([name, content]) => `${sha256(content)}  ${name}\n`)
        .join(""),
    );
    for (const page of ["everything", "pruefblatt"])
      expect(inSite(`${page}/index.html`).match(/<a href="\/everything\.zip".*?>/g)).toEqual([
        expect.stringMatching(/ download="[\p{L}\d-]+\.zip">$/u),
      ]);
    expect(inSite("pruefblatt/index.md"), "the same text with the file and without").not.toContain(
      "everything.zip",
    );
    /* What is said of all files is said of this one. */
    const list = inSite("this-site/files.txt");
    expect(list).toContain(`${sha256(zip)}  ./everything.zip\n`);
    expect(stdout).toContain(`the digest of this build is ${sha256(list)}\n`);
    expect(inSite("this-site/index.html")).toContain(sha256(list));
    for (const variant of ["br", "gz"])
      expect(existsSync(join(site, `everything.zip.${variant}`))).toBe(false);
  });

  test("prints a tagged PDF with title, language, outline, day, and the site's own addresses", () => {
    const pdf = readFileSync(join(unpacked, "everything.pdf"), "latin1");
    const { asOf, address } = JSON.parse(inSite("centre.json")) as Record<string, string>;
    expect(pdf).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(pdf).toContain("/StructTreeRoot");
    expect(pdf).toContain("/Lang (de)");
    expect(pdf).toContain("/Outlines ");
    expect(pdf).toMatch(/\/Title [(<]/);
    expect(pdf).toContain(`/CreationDate (D:${asOf?.replaceAll("-", "") ?? ""}000000+00'00')`);
    expect(pdf).toContain(`/URI (${address ?? ""}`);
    expect(pdf).not.toMatch(/\/URI \((?:file:|http:\/\/localhost)/);
  });

  test("prints every word of the page, and on each sheet which it is", () => {
    test.skip(...unavailable("pdftotext"));
    const text = execFileSync(
      findProgram("pdftotext") ?? "",
      ["-layout", join(unpacked, "everything.pdf"), "-"],
      { encoding: "utf8", maxBuffer: 2 ** 26 },
    );
    const letters = text.normalize("NFKC").replaceAll(/[^\p{L}]/gu, "");
    const words = printedWords(inSite("everything/index.html"));
    expect(words.length).toBeGreaterThan(500);
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "Dieser Text gilt ab 1. Januar 2199. Bis dahin gilt die Fassung vom 10. Januar 2026.",
    );
    expect([...new Set(words)].filter((word) => !letters.includes(word.normalize("NFKC")))).toEqual(
      [],
    );
    const sheets = text.split("\f").slice(0, -1);
    for (const [at, sheet] of sheets.entries())
      expect(sheet).toContain(`Seite ${String(at + 1)} von ${String(sheets.length)}`);
  });

  test("fits the first view of each page, with what releases add to it", () => {
    const heavy = globSync("**/index.html.br", { cwd: site })
      .filter((name) => !name.startsWith("everything"))
      .map((name) => [name, statSync(join(site, name)).size] as const)
      .filter(([, bytes]) => bytes > firstView.page);
    expect(heavy).toEqual([]);
  });
});
