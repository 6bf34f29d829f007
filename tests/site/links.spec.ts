import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { contentFolder } from "../../src/environment.ts";
import { addressesOf } from "../../src/check/links/link-targets.ts";
import { filesIn, filesToLink } from "../../src/check/links/files-to-link.ts";
import { readContent } from "../../src/parse/content.ts";
import { site, words } from "../content/read.ts";
import {
  accessibilityPage,
  changesPage,
  thisSitePage,
  thisSiteSections,
} from "../../src/centre/addresses.ts";
import { decode, dist, elements, isDraft, pages, unlisted } from "./pages.ts";

const ids = new Map(
  pages.map((page) => [
    page.path,
    new Set(elements(page).flatMap(({ attributes }) => attributes["id"] ?? [])),
  ]),
);

/** What is wrong with an address that a page links to; nothing where it leads somewhere. */
const faultOf = (target: string, from: string): string | undefined => {
  const { protocol, origin, pathname, hash } = new URL(target, new URL(from, site.center.url));
  if (protocol === "mailto:")
    return /^mailto:[^\s@?]+@[^\s@?]+\.[a-z]+(?:\?subject=[^&+\s]+(?:&body=[^&+\s]+)?)?$/.test(
      target,
    )
      ? undefined
      : "is no well-formed mail link";
  if (protocol !== "https:") return "is neither https nor mail";
  if (origin !== new URL(site.center.url).origin) return undefined;
  const page = ids.get(pathname);
  const isFile = statSync(join(dist, pathname), { throwIfNoEntry: false })?.isFile() ?? false;
  if (!page) return isFile ? undefined : "is not there";
  const id = decodeURIComponent(hash.slice(1));
  return id === "" || page.has(id) ? undefined : "has no such fragment";
};

const targetsOf = (page: (typeof pages)[number]): string[] =>
  elements(page).flatMap(({ attributes: { href, src, action } }) =>
    [href, src, action].filter((target) => target !== undefined),
  );

for (const page of pages)
  test(`every link on ${page.path} leads somewhere`, () => {
    const targets = targetsOf(page);
    expect(targets.length).toBeGreaterThan(10);
    const faults = targets.flatMap((target) => {
      const fault = faultOf(target, page.path);
      return fault === undefined ? [] : `${target} ${fault}`;
    });
    expect(faults).toEqual([]);
  });

test("the check knows the sections of the page that the site has about itself", () => {
  const sections = pages
    .filter(({ path }) => path === thisSitePage)
    .flatMap((page) => elements(page))
    .flatMap(({ name, attributes: { id } }) => (name === "h2" && id !== undefined ? [id] : []));
  expect(sections).toEqual(thisSiteSections);
});

test("the check knows the files that the site has by itself", async () => {
  /* Files of pages and of hosts, compressed variants and what stands in public/ aside. */
  const others = /\.(?:html|br|gz)$|^\/(?:_|\.ht|pagefind\/|request\/content)/;
  const own = (files: readonly string[]) =>
    files.filter((file) => !others.test(file) && !existsSync(`public${file}`)).sort();
  expect(own(filesIn(dist))).toEqual(own(filesToLink(await readContent(contentFolder))));
});

test("links that lead nowhere are found", () => {
  const dead = [
    "/nowhere/",
    "/faq/#nothing",
    "#nothing",
    "http://example.org/",
    "mailto:a",
    "/faq",
  ];
  const faults = dead.map((target) => faultOf(target, "/"));
  expect(faults).not.toContain(undefined);
});

const read = (name: string): string => readFileSync(join(dist, name), "utf8");
const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = ""]) => decode(url));

test("the sitemap lists every page that search engines may list, and nothing else", () => {
  const maps = locations(read("sitemap-index.xml"));
  expect(maps.map((url) => new URL(url).origin)).toEqual([new URL(site.center.url).origin]);
  const listed = maps.flatMap((url) => locations(read(new URL(url).pathname)));
  const expected = pages
    .filter(({ path }) => !unlisted.includes(path))
    .map(({ path }) => new URL(path, site.center.url).href);
  expect(listed.toSorted()).toEqual(expected.toSorted());
});

test("robots.txt lets crawlers in, and shows them the sitemap once there is no draft", () => {
  const robots = read("robots.txt");
  expect(robots).toMatch(/^User-agent: \*$/m);
  expect(robots).not.toMatch(/^Disallow: *\S/m);
  const shown = /^Sitemap: (.*)$/m.exec(robots)?.[1];
  expect(shown).toBe(isDraft ? undefined : new URL("/sitemap-index.xml", site.center.url).href);
});

test("an unknown address answers 404 with search and the ways in", async ({ page }) => {
  const answer = await page.goto("/no/such/page/");
  expect(answer?.status()).toBe(404);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(
    main.getByRole("button", { name: words.overview.search(site.center.name) }),
  ).toHaveAttribute("href", "/everything/");
  for (const { path } of pages.filter(({ path }) => /^\/(?:\w+\/)?$/.test(path)))
    if (![...unlisted, accessibilityPage, changesPage].includes(path))
      await expect(main.locator(`a[href="${path}"]`), path).toBeVisible();
});

test("the check knows every fragment of the site that content can link to, and no other", async () => {
  const content = await readContent(contentFolder);
  const addresses = addressesOf(content);
  const known = (path: string) => addresses.get(path)?.map(({ id }) => id) ?? [];
  for (const path of addresses.keys()) {
    /* A page of the site's own, to which no content can bring an id. */
    if (path === "/this-site/") continue;
    const html = readFileSync(join(dist, path, "index.html"), "utf8");
    /* A former address has nothing of its own, and leads on. */
    if (html.includes('http-equiv="refresh"')) continue;
    const ids = [...html.matchAll(/ id="?([^"\s>]+)/g)].map(([, id = ""]) => id);
    /* What begins with a capital belongs to the page itself, and no content can have its id. */
    expect(ids.filter((id) => !/(?:^|_)[A-Z]/.test(id)).sort(), path).toEqual(
      known(path).toSorted(),
    );
  }
  const { facts, prose } = content;
  for (const { id } of prose.faq) expect(known("/faq/")).toContain(id);
  for (const { id } of facts.rights) expect(known("/request/")).toContain(id);
  expect(known("/everything/")).toContainEqual(expect.stringMatching(/^[a-z-]+_contact-/));
});
