import { expect } from "@playwright/test";
import { questions } from "../content/read.ts";
import { differing } from "../site/pages.ts";
import { test } from "./test.ts";

/** What a reader has of a page: its title, the words that can be seen, and whether it is laid out. */
const reading = () => {
  /* Engines differ in whether the choices of a list, and what stands in a drawing or beside the text, are
     words of the page. */
  for (const one of document.querySelectorAll<HTMLElement>("select, svg, [aria-hidden=true]"))
    one.style.display = "none";
  const styleSheets = [...document.styleSheets];
  return {
    title: document.title,
    heading: document.querySelector("h1")?.innerText,
    words: document.body.innerText.split(/\s+/),
    /* Engines differ in whether a sheet of a script is one of the page. */
    isLaidOut: styleSheets.length > 0 && styleSheets.every(({ cssRules }) => cssRules.length > 0),
  };
};

for (const { path } of differing)
  test(`${path} reads as it does in Chromium, and breaks nothing`, async ({ visitor, page }) => {
    await page.goto(path);
    await visitor.open(path);
    const expected = await page.evaluate(reading);
    expect(expected.isLaidOut).toBe(true);
    await expect.poll(() => visitor.read(reading)).toEqual(expected);
    if (visitor.errors) expect(visitor.errors).toEqual([]);
  });

test("a breach of the policy and an error of a script would be seen", async ({
  visitor,
  engine,
}) => {
  test.skip(engine === "webkit", "WebKit's driver does not tell what a page logs.");
  await visitor.open("/");
  await visitor.read(() => {
    new Image().src = "https://elsewhere.example/icon.svg";
    setTimeout(() => {
      throw new Error("planted");
    });
  });
  await expect.poll(() => visitor.errors?.join("\n")).toContain("breach of img-src");
  await expect.poll(() => visitor.errors?.join("\n")).toContain("planted");
  visitor.errors?.splice(0);
});

for (const { path } of differing)
  test(`${path} never scrolls sideways in a narrow window`, async ({ visitor }) => {
    await visitor.open(path);
    await visitor.resize(320);
    const { window, page } = await visitor.read(() => ({
      window: document.documentElement.clientWidth,
      page: document.documentElement.scrollWidth,
    }));
    expect(window, "WebKitGTK's window has a least width of its own").toBeLessThan(480);
    expect(page).toBe(window);
  });

/* Out of sight, both, unless one is led to them. */
const asked = [questions.at(questions.length / 2), questions.at(-1)];
for (const { id, question } of asked.filter((question) => question !== undefined))
  test(`the address of “${question}” leads to it`, async ({ visitor }) => {
    await visitor.open("/");
    await visitor.open(`/faq/#${id}`);
    const seen = () =>
      [...document.querySelectorAll<HTMLElement>("h3")]
        .filter((heading) => {
          const { top, bottom } = heading.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        })
        .map(({ innerText }) => innerText.trim());
    await expect.poll(() => visitor.read(seen)).toContain(question);
  });
