import { expect, test, type Page } from "@playwright/test";
import { differing } from "./pages.ts";

/** The least width and height of what one does with a thumb, in CSS pixels (WCAG 2.5.5). */
const thumb = 44;

/**
 * What can be tapped and is smaller than a thumb. A link within running text is excepted, since the
 * height of its line is not its own (WCAG 2.5.5, Inline).
 */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const isInText = (target: Element): boolean => {
      if (!target.matches("a") || getComputedStyle(target).display !== "inline") return false;
      let block: Element | null = target.parentElement;
      while (block && getComputedStyle(block).display === "inline") block = block.parentElement;
      const words = block?.cloneNode(true) as Element | undefined;
      for (const link of words?.querySelectorAll("a") ?? []) link.remove();
      return /[\p{L}\p{N}]/u.test(words?.textContent ?? "");
    };
    /* A label is part of the target that it names; some links cover all that stands around them. */
    const boxOf = (target: HTMLElement): DOMRect => {
      const label = (target as HTMLInputElement).labels?.[0];
      const { position, inset } = getComputedStyle(target, "::after");
      const covered = position === "absolute" && inset === "0px" && target.offsetParent;
      return (covered || (label?.contains(target) ? label : target)).getBoundingClientRect();
    };
    const targets = "a[href], button, summary, input, select, textarea, [role=button]";
    return [...document.querySelectorAll<HTMLElement>(targets)]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => !isInText(target))
      .flatMap((target) => {
        const { width, height, bottom } = boxOf(target);
        /* What waits above the page for the Tab key is out of a thumb's reach. */
        const isAway = bottom + scrollY <= 0;
        return isAway || (width >= least - 0.01 && height >= least - 0.01)
          ? []
          : [`${String(width)} by ${String(height)}: ${target.outerHTML.slice(0, 200)}`];
      });
  }, thumb);

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  for (const { path } of differing)
    test(`everything on ${path} that one taps is as large as a thumb`, async ({ page }) => {
      await page.goto(path);
      await page.locator("details").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      expect(await tooSmall(page)).toEqual([]);
    });

  test("what is too small is found", async ({ page }) => {
    await page.goto("/");
    await page.locator("summary").evaluate((summary) => {
      summary.style.cssText = "min-height: 0; height: 30px; padding: 0";
    });
    expect(await tooSmall(page)).toEqual([expect.stringContaining("<summary")]);
  });
});
