import { expect, type Page } from "@playwright/test";
import { countries as all, facts, template, words } from "../content/read.ts";
import { test } from "./test.ts";

const { request: says, requestForm: labels } = words;

const [right] = facts("rights");
const countries = all.map(({ name }) => name);
/* One that can be typed on any keyboard, and that is the only one to begin so. */
const country = countries.find(
  (name) =>
    /^[A-Z][a-z]+$/.test(name) && countries.filter((other) => other.startsWith(name)).length === 1,
);
if (!right?.name || !country) throw new Error("the facts have no right or country to choose");

const filled = {
  name: "José Ñandú 100% & Co <b>",
  address: "jose+privacy@example.org",
  country,
  right: right.name,
};

/** What the page makes of the fields: the text, and where its mail link leads. */
const made = () => ({
  text: document.querySelector("textarea")?.value ?? "",
  link: document.querySelector("a[data-mail]")?.getAttribute("href") ?? "",
});

/** What it is to make of them: what Chromium makes. */
const expected = async (page: Page) => {
  await page.goto("/request/");
  await page.getByRole("combobox", { name: labels.country }).selectOption(filled.country);
  await page.getByRole("radio", { name: filled.right, exact: true }).check();
  await page.getByLabel(labels.name).fill(filled.name);
  await page.getByLabel(labels.address).fill(filled.address);
  const { text, link } = await page.evaluate(made);
  for (const part of [filled.name, filled.address, filled.country, filled.right])
    expect(text).toContain(part);
  expect(decodeURIComponent(link)).toContain(text.replaceAll("\n", "\r\n"));
  return { text, link };
};

test("what is filled in stands in the text, in the mail link, and in what is pasted", async ({
  visitor,
  page,
}) => {
  const { text, link } = await expected(page);
  const nonce = `before ${String(Math.random())}`;
  await visitor.copy(nonce);
  expect(await visitor.paste()).toBe(nonce);

  await visitor.open("/request/");
  const options = () => document.querySelectorAll("option").length;
  await expect.poll(() => visitor.read(options)).toBe(countries.length + 1);
  await visitor.read(() => {
    document.querySelector<HTMLElement>("select")?.focus();
  });
  await visitor.type(filled.country);
  await visitor.click("label", filled.right);
  await visitor.click("label", labels.name);
  await visitor.type(filled.name);
  await visitor.click("label", labels.address);
  await visitor.type(filled.address);
  await expect.poll(() => visitor.read(made)).toEqual({ text, link });

  await visitor.click("button", labels.copy);
  const said = () => document.querySelector("request-builder [data-said]")?.textContent;
  await expect.poll(() => visitor.read(said)).toBe(template.copied);
  if (visitor.errors) expect(visitor.errors).toEqual([]);
  expect(await visitor.paste()).toBe(`${says.subjectLine(template.subject)}\n${text}`);
});
