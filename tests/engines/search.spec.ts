import { expect } from "@playwright/test";
import { pageNamed, questions, site, words } from "../content/read.ts";
import { test } from "./test.ts";

const [asked] = questions.slice(-1);
if (!asked) throw new Error("the content has no question to search for");

/** What is found, in its order: where each finding leads, and its words. */
const findings = () =>
  [...document.querySelectorAll<HTMLElement>("search-panel ol > li")].map((one) => [
    one.querySelector("a")?.getAttribute("href"),
    one.innerText.trim().split(/\s+/).join(" "),
  ]);

test("finds a question, and leads to its answer", async ({ visitor }) => {
  await visitor.open("/");
  const isOpen = () => document.querySelector("dialog[open]") !== null;
  await expect(async () => {
    await visitor.click("header [data-search]", `${words.header.search} ${words.header.keys}`);
    await expect.poll(() => visitor.read(isOpen), { timeout: 2_000 }).toBe(true);
  }).toPass();
  await visitor.type(asked.question);
  await expect
    .poll(async () => (await visitor.read(findings))[0])
    .toEqual([
      `/faq/#${asked.id}`,
      expect.stringContaining(`${pageNamed("faq").navigation} ${asked.question}`),
    ]);
  await visitor.click("dialog[open] li a", asked.question);
  await expect(async () => {
    expect(await visitor.address()).toBe(`/faq/#${asked.id}`);
    const seen = (id: string) => {
      const { top = -1, bottom = -1 } = document.getElementById(id)?.getBoundingClientRect() ?? {};
      return top >= 0 && bottom <= innerHeight;
    };
    expect(await visitor.read(seen, asked.id)).toBe(true);
  }).toPass();
  if (visitor.errors) expect(visitor.errors).toEqual([]);
});

test("asks once for each file that a first search needs, and for none before", async ({
  visitor,
}) => {
  /** Each file that was sent, as often as it was: what is taken from a cache has no size. */
  const sent = () =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .map(({ name, transferSize }) => `${new URL(name).pathname} ${String(transferSize > 0)}`)
      .filter((name) => /\/(?:_astro|pagefind)\//.test(name));
  await visitor.open("/faq/");
  expect(await visitor.read(sent)).toEqual([]);
  const isOpen = () => document.querySelector("dialog[open]") !== null;
  await expect(async () => {
    await visitor.click("header [data-search]", `${words.header.search} ${words.header.keys}`);
    await expect.poll(() => visitor.read(isOpen), { timeout: 2_000 }).toBe(true);
  }).toPass();
  await visitor.type(asked.question);
  const said = () => document.querySelector("search-panel [role=status]")?.textContent;
  await expect.poll(() => visitor.read(said)).toContain(asked.question);
  const files = await visitor.read(sent);
  for (const name of ["/_astro/", "passages.json", "index.pagefind", "/wasm."])
    expect(
      files.filter((file) => file.includes(name)),
      name,
    ).toHaveLength(1);
});

for (const query of [asked.question, site.organization.name, "qqzzxx", "<img src=x> & 100%"])
  test(`finds for “${query}” what is found in Chromium`, async ({ visitor, page }) => {
    const address = `/search/#${String(new URLSearchParams({ q: query }))}`;
    const said = page.getByRole("main").getByRole("status");
    await page.goto(address);
    await expect(said).toContainText(query);
    const expected = await page.evaluate(findings);
    await visitor.open(address);
    const status = () => document.querySelector("search-panel [role=status]")?.textContent;
    await expect.poll(() => visitor.read(status)).toBe(await said.textContent());
    expect(await visitor.read(findings)).toEqual(expected);
  });
