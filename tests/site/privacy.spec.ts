import { expect, type Page } from "@playwright/test";
import { interactive, pages } from "./pages.ts";
import { kept, test } from "./watch.ts";

/** Reads a page to its end, as a visitor does who touches nothing. */
const readThrough = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
  });
  await page.mouse.move(200, 200);
  await page.waitForLoadState("networkidle");
};

for (const { path } of pages) {
  const reading = !interactive.includes(path);
  test(`reading ${path} ${reading ? "runs no script file, " : ""}keeps nothing, calls nobody, and breaks nothing`, async ({
    page,
    seen,
  }) => {
    await readThrough(page, path);
    expect(seen.foreign).toEqual([]);
    expect(seen.errors).toEqual([]);
    expect(await kept(page)).toEqual([]);
    if (reading) expect(seen.scripts).toEqual([]);
    if (path !== "/search/")
      expect(seen.scripts.filter((url) => url.includes("/pagefind/"))).toEqual([]);
  });
}

test("calls, cookies, storage and scripts that are planted are found", async ({
  page,
  baseURL,
  seen,
}) => {
  await page.route("/", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<title>x</title>
        <meta http-equiv="Content-Security-Policy" content="img-src 'none'">
        <script>
          document.cookie = "a=1";
          localStorage.b = 1;
          sessionStorage.c = 1;
          indexedDB.open("d");
          fetch("https://elsewhere.example/beacon", { mode: "no-cors" }).catch(() => {});
          new Image().src = "/icon.svg";
        </script>
        <script src="/pagefind/pagefind.js" type="module"></script>`,
    }),
  );
  await readThrough(page, "/");
  expect(seen.foreign).toEqual(["https://elsewhere.example/beacon"]);
  expect(seen.errors.join("\n")).toContain("breach of img-src");
  expect(seen.scripts).toEqual([`${String(baseURL)}/pagefind/pagefind.js`]);
  expect(await kept(page)).toEqual([
    "cookie a",
    "local storage b",
    "session storage c",
    "database d",
  ]);
});
