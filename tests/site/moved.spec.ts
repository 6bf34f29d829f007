import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";

/* A copy of the content in which a page and a question have moved; within the project, where MDX
   finds its packages. */
const folder = "test-results/moved/content";
const built = "test-results/moved/dist";

const listFormer = (file: string, id: string) => {
  writeFileSync(file, readFileSync(file, "utf8").replace(/^owner:/m, `formerly: [${id}]\nowner:`));
};

test.describe("what has moved keeps its old address", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });

  test.beforeAll(() => {
    rmSync("test-results/moved", { recursive: true, force: true });
    cpSync("content", folder, { recursive: true });
    renameSync(join(folder, "pages/hosting.mdx"), join(folder, "pages/places.mdx"));
    listFormer(join(folder, "pages/places.mdx"), "hosting");
    listFormer(join(folder, "faq/cookies-and-tracking.mdx"), "cookies");
    const overview = join(folder, "pages/index.mdx");
    writeFileSync(overview, readFileSync(overview, "utf8").replace('"hosting"', '"places"'));
    const statement = join(folder, "statements/privacy-shield.mdx");
    writeFileSync(
      statement,
      readFileSync(statement, "utf8").replace("replacedBy: hosting", "replacedBy: places"),
    );
    const environment = { ...process.env, CONTENT_DIR: folder };
    execFileSync("node", ["src/cli/check.ts"], { env: environment });
    execFileSync("node_modules/.bin/astro", ["build", "--outDir", built], { env: environment });
  });

  test("a page's leads to where it is now", async ({ page }) => {
    const old = readFileSync(join(built, "hosting/index.html"), "utf8");
    expect(old).toContain('<meta http-equiv="refresh" content="0; url=/places/">');
    expect(old).toMatch(/<link rel="canonical" href="https:\/\/[^"]+\/places\/">/);
    expect(old).toContain('<meta name="robots" content="noindex">');
    await page.setContent(old.replace(/<meta http-equiv="refresh"[^>]*>/, ""));
    await expect(page.getByRole("link")).toHaveAttribute("href", "/places/");
  });

  test("a question's stands where the question is", async ({ page }) => {
    await page.goto(`${pathToFileURL(join(built, "faq/index.html")).href}#cookies`);
    await expect(
      page.getByRole("heading", { name: "Does Vtiger use cookies or tracking technologies?" }),
    ).toBeInViewport();
  });
});
