import { execFileSync } from "node:child_process";
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { elements } from "../site/pages.ts";

/* A copy of a sound centre with pages, questions and headings named as what the site itself has. */
const folder = "test-results/addresses/content";
const built = "test-results/addresses/dist";

const front = `description: A page with an unlucky name.
navigation: Unlucky
order: 9
lastReviewed: "2026-03-31"
owner: Legal
---
`;

const write = (file: string, text: string) => {
  writeFileSync(join(folder, file), text);
};

test.describe("content named as what the site itself has", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });

  test.beforeAll(() => {
    rmSync("test-results/addresses", { recursive: true, force: true });
    cpSync("tests/fixtures/sound", folder, { recursive: true });
    write(
      "pages/content.mdx",
      `---\ntitle: Content\n${front}\n## Content\n\nOne.\n\n## Contents\n\nTwo.\n\n## Search\n\nThree.\n`,
    );
    write(
      "pages/data-how-long-data-is-kept.mdx",
      `---\ntitle: How long\n${front}\n<WaysIn>\n  <WayIn page="data" title="Data">\n    What is kept, and [the rights](/rights/).\n  </WayIn>\n</WaysIn>\n`,
    );
    write(
      "statements/data.mdx",
      readFileSync(join(folder, "statements/privacy-shield.mdx"), "utf8"),
    );
    for (const id of ["content", "search"])
      write(
        `faq/${id}.mdx`,
        readFileSync(join(folder, "faq/cookies-and-tracking.mdx"), "utf8").replace(
          /^question:.*$/m,
          `question: What about ${id}?`,
        ),
      );
    const questions = join(folder, "pages/faq.mdx");
    writeFileSync(
      questions,
      `${readFileSync(questions, "utf8")}\nWhat people ask most is below.\n\n## Blank name\n\n<Pledge>\n  We answer.\n</Pledge>\n`,
    );
    const environment = { ...process.env, CONTENT_DIR: folder };
    execFileSync("node", ["src/cli/check.ts"], { env: environment });
    execFileSync("node_modules/.bin/astro", ["build", "--outDir", built], { env: environment });
  });

  test("has every id once on a page, and every link on a page leads to one", () => {
    for (const file of globSync("**/*.html", { cwd: built })) {
      const html = readFileSync(join(built, file), "utf8");
      const all = elements({ path: file, file, html });
      const ids = all.flatMap(({ attributes }) => attributes["id"] ?? []);
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        file,
      ).toEqual([]);
      const targets = all.flatMap(({ attributes: { href = "" } }) =>
        href.startsWith("#") ? href.slice(1) : [],
      );
      expect(
        targets.filter((id) => !ids.includes(id)),
        file,
      ).toEqual([]);
    }
  });

  test("shows what is written on the page of questions, there and on the page of everything", () => {
    for (const file of ["faq/index.html", "everything/index.html"]) {
      const html = readFileSync(join(built, file), "utf8");
      expect(html.split("<p>What people ask most is below.</p>"), file).toHaveLength(2);
      expect(html, "a pledge on a line of its own").toMatch(
        /<div class="[^"]+"><p>We answer\.<\/p>/,
      );
    }
  });

  test("lets a link within a way in be followed", async ({ page }) => {
    await page.goto(pathToFileURL(join(built, "data-how-long-data-is-kept/index.html")).href);
    await page.getByRole("link", { name: "the rights" }).click({ trial: true });
  });
});
