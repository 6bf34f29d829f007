import { execFileSync } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test, type Page } from "@playwright/test";

/* Within the project, where MDX finds its packages. */
const root = ".bench/tests/sections";

/** Builds a content with further pages in its navigation, and returns the file of its overview. */
const build = (content: string, names: readonly string[]): string => {
  const folder = join(root, "content");
  const site = join(root, "dist");
  rmSync(root, { recursive: true, force: true });
  cpSync(content, folder, { recursive: true });
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
      .map((part) => ({ words: part.textContent.trim(), box: part.getBoundingClientRect() }))
      .sort((one, other) => one.box.left - other.box.left);
    const middle = ({ top, bottom }: DOMRect) => (top + bottom) / 2;
    return shown.flatMap(({ words, box }, at) => {
      const next = shown[at + 1];
      return [
        ...(next && box.right > next.box.left ? [`${words} lies over ${next.words}`] : []),
        ...(next && Math.abs(middle(box) - middle(next.box)) > 4 ? [`${next.words} wraps`] : []),
        ...(box.right > document.documentElement.clientWidth ? [`${words} sticks out`] : []),
      ];
    });
  });

for (const [content, names] of [
  ["content", ["Sub-processors"]],
  ["content", ["Sub-processors", "Incident response"]],
  [
    "tests/fixtures/another-organization",
    ["Beschäftigtendatenschutz", "Auftragsverarbeitung", "Sicherheitsvorfälle"],
  ],
] as const)
  test(`the sections stay in one line, or in the menu, with ${names.join(" and ")}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(pathToFileURL(resolve(build(content, names))).href);
    const sections = page.locator("body > header nav a");
    expect(await sections.count(), "in the line, and in the menu").toBeGreaterThanOrEqual(16);
    const summary = page.locator("body > header summary");
    for (let width = 360; width <= 1440; width += 20) {
      await page.setViewportSize({ width, height: 740 });
      expect.soft(await faults(page), `${String(width)} pixels wide`).toEqual([]);
      expect(await summary.isVisible()).toBe(!(await sections.first().isVisible()));
    }
  });
