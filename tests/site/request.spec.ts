import { expect, test, type Page } from "@playwright/test";
import { facts, template } from "../content/read.ts";

const rights = facts("rights").map(({ id = "", name = "" }) => ({ id, name }));
const to = facts("contacts").find(({ id }) => id === template.to)?.email;

/** The template's body with its blanks filled. */
const body = (filled: Partial<typeof template.blanks> = {}): string =>
  Object.entries({ ...template.blanks, ...filled }).reduce(
    (text, [blank, words]) => text.replace(`{${blank}}`, words),
    template.body,
  );

/** What a mail program makes of a mailto link (RFC 6068). */
const decoded = (href: string) => {
  const [, address = "", query = ""] = /^mailto:([^?]*)\?(.*)$/.exec(href) ?? [];
  const fields = query.split("&").map((field) => field.split("=").map(decodeURIComponent));
  return { to: decodeURIComponent(address), ...(Object.fromEntries(fields) as object) };
};

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the template stands there as text, and no button that would do nothing", async ({
    page,
  }) => {
    await page.goto("/request/");
    const text = page.getByRole("region", { name: "Your request" });
    await expect(text).toHaveText(`Subject: ${template.subject}\n${body()}`, {
      useInnerText: true,
    });
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  });

  test("every right has its mail link, with the request written out for it", async ({ page }) => {
    await page.goto("/request/");
    for (const { id, name } of rights) {
      const link = page.locator(`[id="${id}"]`).getByRole("link", { name, exact: true });
      await expect(link).toBeVisible();
      const href = (await link.getAttribute("href")) ?? "";
      expect(href).toMatch(/^mailto:[!-~]+$/);
      expect(decoded(href)).toEqual({
        to,
        subject: template.subject,
        body: body({ request: name }).replaceAll("\n", "\r\n"),
      });
    }
    await expect(page.locator('main a[href^="mailto:"][href*="subject="]')).toHaveCount(
      rights.length,
    );
  });

  test("the address of a right opens the page at its mail link", async ({ page }) => {
    for (const { id } of rights) {
      await page.goto(`/request/#${id}`);
      await expect(page.locator(`[id="${id}"]`)).toBeInViewport({ ratio: 1 });
    }
  });
});

const copy = (page: Page) => page.getByRole("button", { name: /copy/i });
const status = (page: Page) => page.getByRole("main").getByRole("status");

/** What somebody gets who pastes now. */
const pasted = async (page: Page): Promise<string> => {
  const paper = await page.context().newPage();
  await paper.setContent("<textarea></textarea>");
  await paper.getByRole("textbox").press("ControlOrMeta+v");
  const text = await paper.getByRole("textbox").inputValue();
  await paper.close();
  await page.bringToFront();
  return text;
};

test.describe("the copy button", () => {
  test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

  test("puts the request into the clipboard and says so", async ({ page }) => {
    await page.goto("/request/");
    const nonce = `before ${String(Math.random())}`;
    await page.evaluate((text) => navigator.clipboard.writeText(text), nonce);
    expect(await pasted(page)).toBe(nonce);
    await expect(status(page)).toHaveText("");
    await copy(page).click();
    await expect(status(page)).toHaveText(template.copied);
    expect(await pasted(page)).toBe(`Subject: ${template.subject}\n${body()}`);
  });

  test("says nothing before it has copied", async ({ page }) => {
    await page.addInitScript(() => {
      const slow = () =>
        new Promise<void>((resolve) => {
          addEventListener("copied", () => {
            resolve();
          });
        });
      Object.defineProperty(Clipboard.prototype, "writeText", { value: slow });
    });
    await page.goto("/request/");
    await copy(page).click();
    await page.waitForTimeout(300);
    await expect(status(page)).toHaveText("");
    await page.evaluate(() => dispatchEvent(new Event("copied")));
    await expect(status(page)).toHaveText(template.copied);
  });

  test("selects the request and says what to press where nothing can be copied", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
      Object.defineProperty(Clipboard.prototype, "writeText", { value: refuse });
      Object.defineProperty(Clipboard.prototype, "write", { value: refuse });
      Object.defineProperty(Document.prototype, "execCommand", { value: () => false });
    });
    await page.goto("/request/");
    await copy(page).click();
    await expect(status(page)).toHaveText(template.notCopied);
    const selected = await page.evaluate(() => String(getSelection()));
    expect(selected.trim()).toBe(`Subject: ${template.subject}\n${body()}`);
  });
});
