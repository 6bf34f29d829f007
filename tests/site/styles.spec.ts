import { globSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { questions } from "../content/read.ts";
import { dist, pages } from "./pages.ts";

/** Classes of what is in an element for which no rule of the page's own styles is meant. */
const unstyled = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluate((element) => {
    const rulesIn = (list: CSSRuleList): string =>
      [...list]
        .map((rule) =>
          "cssRules" in rule ? rule.cssText + rulesIn(rule.cssRules as CSSRuleList) : rule.cssText,
        )
        .join("\n");
    const rules = [...document.styleSheets, ...document.adoptedStyleSheets]
      .map(({ cssRules }) => rulesIn(cssRules))
      .join("\n");
    const classes = [...element.querySelectorAll("*")].flatMap(({ classList }) => [...classList]);
    return [...new Set(classes)].filter((name) => !rules.includes(`.${CSS.escape(name)}`));
  });

test("what the search makes has its styles on a page that has none of it", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type(questions[0]?.question.replaceAll(/\W+/g, " ") ?? "");
  await expect(page.locator("search-panel ol li").first()).toBeVisible();
  expect(await unstyled(page, "search-panel ol")).toEqual([]);
});

/** Classes whose names have signs in them, as those have that wait for a state or a width. */
const withSigns = (names: readonly string[]) =>
  [...new Set(names)].filter((name) => /[:[]/.test(name)).sort();

test("pages have the rules of the classes on them, and of no others", () => {
  /* Scripts bring classes of their own. */
  const still = pages.filter(
    ({ html }) => !/<script[^>]* src=/.test(html.replaceAll(/<template.*?<\/template>/gs, "")),
  );
  expect(still.length).toBeGreaterThan(5);
  for (const { path, html } of still) {
    const [, rules = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const named = [...rules.matchAll(/\.((?:\\.|[\w-])+)/g)].map(([, name = ""]) =>
      name.replaceAll("\\", ""),
    );
    const used = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) =>
      names.replaceAll("&amp;", "&").split(/\s+/),
    );
    expect(withSigns(named), path).toEqual(withSigns(used));
  }
});

test("nothing is in the site that no page asks for: styles, engines for other languages", () => {
  expect(globSync("**/*.css*", { cwd: dist })).toEqual([]);
  expect(globSync("pagefind/wasm.*.pagefind", { cwd: dist })).toHaveLength(1);
});
