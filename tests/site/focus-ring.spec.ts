import { expect, test, type Page } from "@playwright/test";
import { differing } from "./pages.ts";

/**
 * What has the focus on a page, one after the other, and has no ring around it, or one that is cut
 * off: by something that scrolls or clips, or by the edge of the window.
 */
const cutRings = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const clips = (style: CSSStyleDeclaration) =>
      [style.overflowX, style.overflowY].some((overflow) => overflow !== "visible") ||
      style.clipPath !== "none" ||
      /paint|strict|content/.test(style.contain);
    const clippersOf = function* (element: Element) {
      for (let above = element.parentElement; above; above = above.parentElement) {
        const style = getComputedStyle(above);
        if (above !== document.body && clips(style)) {
          const { left, top } = above.getBoundingClientRect();
          const [x, y] = [left + above.clientLeft, top + above.clientTop];
          yield {
            name: `${above.localName}.${above.className}`,
            box: new DOMRect(x, y, above.clientWidth, above.clientHeight),
          };
        }
        /* What is fixed, or a dialog on top of the page, is cut off by nothing around it. */
        if (style.position === "fixed") break;
      }
      /* Beside the window one can still scroll to; whether a page should be so wide is not asked here. */
      const { scrollWidth } = document.documentElement;
      yield { name: "the window", box: new DOMRect(-scrollX, 0, scrollWidth, innerHeight) };
    };
    const isIn = (ring: DOMRect, box: DOMRect) =>
      ring.left >= box.left - 0.5 &&
      ring.right <= box.right + 0.5 &&
      /* What is higher than the window is cut off wherever one scrolls to. */
      (ring.height > box.height || (ring.top >= box.top - 0.5 && ring.bottom <= box.bottom + 0.5));
    const focusable = document.querySelectorAll<HTMLElement>(
      "a[href], button, summary, input, select, textarea, [tabindex='0']",
    );
    return [...focusable].flatMap((element) => {
      element.focus({ focusVisible: true });
      if (document.activeElement !== element) return [];
      /* Of a text area Chromium brings only the line of the caret into view. */
      if (element.localName === "textarea") element.scrollIntoView({ block: "nearest" });
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      const width = outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
      if (width < 3) return [`no ring: ${element.outerHTML.slice(0, 120)}`];
      const out = Math.max(0, width + Number.parseFloat(outlineOffset));
      return [...element.getClientRects()].flatMap(({ x, y, width: wide, height }) => {
        const ring = new DOMRect(x - out, y - out, wide + 2 * out, height + 2 * out);
        return [...clippersOf(element)].flatMap(({ name, box }) =>
          isIn(ring, box) ? [] : [`${name} cuts ${element.outerHTML.slice(0, 120)}`],
        );
      });
    });
  });

const unfold = (page: Page) =>
  page.locator("details").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

for (const [device, viewport] of [
  ["a wide screen", { width: 1280, height: 800 }],
  ["a low window", { width: 1100, height: 400 }],
  ["a phone", { width: 360, height: 740 }],
] as const)
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    for (const { path } of differing)
      test(`the ring of what has the focus on ${path} is whole`, async ({ page }) => {
        await page.goto(path);
        await unfold(page);
        expect(await cutRings(page)).toEqual([]);
      });

    test("so it is in the search", async ({ page }) => {
      await page.goto("/");
      await page.locator("[data-search]").first().click();
      await page.getByRole("searchbox").fill("e");
      expect(await cutRings(page)).toEqual([]);
    });
  });

test("a ring that is cut off is found", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/faq/");
  await page.locator(".contents").evaluate((contents) => {
    contents.style.cssText = "padding: 0; overflow: clip";
  });
  expect((await cutRings(page)).join("\n")).toContain("contents");
});
