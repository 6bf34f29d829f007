import { expect } from "@playwright/test";
import { facts, template, words } from "../content/read.ts";
import { test } from "./test.ts";

test.use({ scripting: false, javaScriptEnabled: false });

/** What of the request can be seen and used. */
const offered = () => {
  const visible = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(`main :is(${selector})`)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
  return {
    text: visible("pre").map(({ innerText }) => innerText),
    links: visible('[href^="mailto:"]').map((link) => [link.innerText, link.getAttribute("href")]),
    controls: visible("button, input, select, textarea").length,
  };
};

test("the request is there as a template, with a plain mail link for each right", async ({
  visitor,
  page,
}) => {
  await page.goto("/request/");
  await visitor.open("/request/");
  const { text, links, controls } = await visitor.read(offered);
  expect({ text, links, controls }).toEqual(await page.evaluate(offered));
  expect(text).toEqual([
    expect.stringContaining(`${words.request.subjectLine(template.subject)}\n`),
  ]);
  expect(links.map(([name]) => name)).toEqual(
    expect.arrayContaining(facts("rights").map(({ name }) => name)),
  );
  expect(controls).toBe(0);
});

test("the search control leads to everything on one page", async ({ visitor }) => {
  await visitor.open("/");
  await visitor.click("header a", `${words.header.search} ${words.header.keys}`);
  await expect(async () => {
    expect(await visitor.address()).toBe("/everything/");
  }).toPass();
});
