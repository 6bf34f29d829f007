import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, type Page } from "@playwright/test";

/* Within the project, where MDX finds its packages. */
const root = ".bench/tests/sections";

/**
 * Builds a content with further pages in its navigation, and returns the file of its overview.
 * @param named other names of its organization and its center
 */
const build = (content: string, names: readonly string[], named: readonly string[]): string => {
  const folder = join(root, "content");
  const site = join(root, "dist");
  rmSync(root, { recursive: true, force: true });
  cpSync(content, folder, { recursive: true });
  const settings = join(folder, "site.yaml");
  const [organization, center] = named;
  if (organization && center)
    writeFileSync(
      settings,
      readFileSync(settings, "utf8")
        .replace(/^(organization:\n {2}name: ).*/m, `$1${organization}`)
        .replace(/^(center:\n {2}name: ).*/m, `$1${center}`),
    );
  for (const [at, name] of names.entries())
    writeFileSync(
      join(folder, `pages/section-${String(at)}.mdx`),
      `---\ntitle: "${name}: ${String(at)}"\nnavigation: ${name}\norder: ${String(90 + at)}\ndescription: More of this, ${name}.\nowner: Legal\nlastReviewed: "2026-10-01"\n---\n\nText.\n`,
    );
  execFileSync("npm", ["run", "build"], {
    env: { ...process.env, CONTENT_DIR: folder, DIST_DIR: site },
    shell: process.platform === "win32",
  });
  return join(site, "index.html");
};

/** What is wrong with how the masthead stands: what wraps, lies over another part, or sticks out. */
const faults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const header = document.querySelector("body > header");
    const shown = [...(header?.querySelectorAll("a, summary") ?? [])]
      .filter((part) => part.checkVisibility())
      .map((part) => ({
        words: part.textContent.trim(),
        box: part.getBoundingClientRect(),
        isLink: part.closest("nav") !== null,
      }))
      .sort((one, other) => one.box.left - other.box.left);
    const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
    /* The names, which come first, may take more lines than what stands beside them. */
    const tolerance = (box: DOMRect, at: number) => (at === 0 ? box.height / 2 : 4);
    return shown.flatMap(({ words, box, isLink }, at) => {
      const next = shown[at + 1];
      return [
        ...(next && box.right > next.box.left ? [`${words} lies over ${next.words}`] : []),
        ...(next && Math.abs(middle(box) - middle(next.box)) > tolerance(box, at)
          ? [`${next.words} wraps`]
          : []),
        ...(isLink && box.height > 60 ? [`${words} is broken`] : []),
        ...(box.right > document.documentElement.clientWidth ? [`${words} sticks out`] : []),
      ];
    });
  });

/* Last, the width from which on they stand in the line, if there is one. */
for (const [content, names, named, from] of [
  ["content", [], ["European Centre for Data Users", "Privacy Trust Center"], 1280],
  ["content", ["Sub-processors"], [], 1280],
  ["content", ["Sub-processors", "Incident response"], [], undefined],
  ["tests/fixtures/another-organization", [], [], 1280],
  [
    "tests/fixtures/another-organization",
    ["Beschäftigtendatenschutz", "Auftragsverarbeitung", "Sicherheitsvorfälle"],
    [],
    undefined,
  ],
] as const)
  test(`the sections of ${[content, ...named, ...names].join(", ")} stay in one line, or in the menu`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(pathToFileURL(resolve(build(content, names, named))).href);
    const sections = page.locator("body > header nav a");
    expect(await sections.count(), "in the line, and in the menu").toBeGreaterThanOrEqual(12);
    const summary = page.locator("body > header summary");
    const widths = Array.from({ length: 55 }, (_, at) => 360 + 20 * at);
    for (const width of [...widths, 1920, 2560]) {
      await page.setViewportSize({ width, height: 740 });
      expect.soft(await faults(page), `${String(width)} pixels wide`).toEqual([]);
      expect
        .soft(await sections.first().isVisible(), `${String(width)} pixels wide`)
        .toBe(width >= (from ?? Infinity));
      expect(await summary.isVisible()).toBe(!(await sections.first().isVisible()));
    }
  });
