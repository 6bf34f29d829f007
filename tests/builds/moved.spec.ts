import { execSync } from "node:child_process";
import { cpSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";

/*
 * A copy of a sound centre in which a page and a question have moved; within the project, where MDX
 * finds its packages.
 */
const folder = "test-results/moved/content";
const built = "test-results/moved/dist";

const sound = "tests/fixtures/sound";
const formerPage = "hosting";
/* The last, which is out of sight unless one is led to it. */
const asked = "who-to-contact";
const question = "Who should I contact for privacy, security, or abuse concerns?";

const rewrite = (name: string, change: (text: string) => string) => {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
};
const listFormer = (name: string, id: string) => {
  rewrite(name, (text) =>
    text.replace(/^formerly:.*\n/m, "").replace(/^owner:/m, `formerly: [${id}]\nowner:`),
  );
};

test.describe("what has moved keeps its old address", () => {
  test.describe.configure({ mode: "serial", timeout: 90_000 });

  test.beforeAll(() => {
    rmSync("test-results/moved", { recursive: true, force: true });
    cpSync(sound, folder, { recursive: true });
    renameSync(join(folder, `pages/${formerPage}.mdx`), join(folder, "pages/new-home.mdx"));
    listFormer("pages/new-home.mdx", formerPage);
    listFormer(`faq/${asked}.mdx`, "old-question");
    for (const name of globSync("**/*.mdx", { cwd: folder }))
      rewrite(name, (text) =>
        text
          .replaceAll(`page="${formerPage}"`, 'page="new-home"')
          .replaceAll(`replacedBy: ${formerPage}\n`, "replacedBy: new-home\n"),
      );
    execSync("npm run build", {
      env: { ...process.env, CONTENT_DIR: folder, DIST_DIR: built },
      stdio: "pipe",
    });
  });

  test("a page's leads to where it is now", async ({ page }) => {
    const old = readFileSync(join(built, formerPage, "index.html"), "utf8");
    expect(old).toContain('<meta http-equiv="refresh" content="0; url=/new-home/">');
    expect(old).toMatch(/<link rel="canonical" href="https:\/\/[^"]+\/new-home\/">/);
    expect(old).toContain('<meta name="robots" content="noindex">');
    await page.setContent(old.replace(/<meta http-equiv="refresh"[^>]*>/, ""));
    await expect(page.getByRole("link")).toHaveAttribute("href", "/new-home/");
  });

  test("a question's stands where the question is", async ({ page }) => {
    await page.goto(`${pathToFileURL(join(built, "faq/index.html")).href}#old-question`);
    await expect(page.getByRole("heading", { name: question })).toBeInViewport();
  });
});
