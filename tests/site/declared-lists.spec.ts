import { expect, test, type Page } from "@playwright/test";
import { declaredLists, facts, pathShowing, site, words } from "../content/read.ts";

/* What is declared, as its files have it; a content that declares no list has nothing to test. */
for (const { id, title, columns, records } of declaredLists) {
  const path = () => pathShowing(`List of="${id}"`);
  const table = (page: Page) => page.getByRole("table", { name: title, exact: true });

  test.describe(`the list "${id}"`, () => {
    test("has its columns, and its records in their order", async ({ page }) => {
      await page.goto(path());
      await expect(table(page).getByRole("columnheader")).toHaveText(
        columns.map(({ label }) => label),
      );
      const [heading] = columns;
      await expect(table(page).getByRole("rowheader")).toHaveText(
        records.map((record) => record[heading?.id ?? ""] ?? ""),
      );
    });

    test("shows days in words, countries and records by their names, and addresses as links", async ({
      page,
    }) => {
      await page.goto(path());
      const { language } = site.center;
      const names = new Intl.DisplayNames(language, { type: "region" });
      for (const record of records) {
        const row = page.locator(`[id="${id}-${record.id}"]`);
        for (const { id: column, label, kind, of } of columns.slice(1)) {
          const written = record[column];
          const cell = row.locator(`[data-label="${label}"]`);
          if (written === undefined) await expect(cell).toHaveCount(0);
          else if (kind === "date") await expect(cell).toHaveText(words.date(written));
          else if (kind === "country")
            await expect(cell).toHaveText(names.of(written.toUpperCase()) ?? "none");
          else if (kind === "address")
            await expect(cell.getByRole("link", { name: written, exact: true })).toHaveAttribute(
              "href",
              `mailto:${written}`,
            );
          else if (kind === "link")
            await expect(cell.getByRole("link")).toHaveAttribute("href", written);
          else if (kind === "reference" && of === "data-categories")
            await expect(cell).toHaveText(
              facts("data-categories").find((one) => one.id === written)?.name ?? "none",
            );
          else if (kind !== "reference") await expect(cell).toHaveText(written);
        }
      }
    });

    test("leads by the address of a record to its row", async ({ page }) => {
      const last = records.at(-1);
      await page.goto(`${path()}#${id}-${last?.id ?? ""}`);
      await expect(table(page).getByRole("row").last()).toBeInViewport();
      await expect(page.locator(":target")).toHaveAttribute("role", "row");
    });

    test("is a card for each record on a phone, and still a table to assistive technology", async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path());
      const [heading, cell] = [table(page).getByRole("rowheader"), table(page).getByRole("cell")];
      const above = await heading.first().boundingBox();
      const below = await cell.first().boundingBox();
      expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
      expect(below?.x).toBe(above?.x);
      const label = await cell
        .first()
        .evaluate((one) => getComputedStyle(one, "::before").content.replaceAll('"', ""));
      expect(label).toBe(columns[1]?.label);
      await expect(table(page).getByRole("columnheader")).toHaveCount(columns.length);
      await expect(cell).toHaveCount(records.length * (columns.length - 1));
      const scrollWidth = await page.locator("html").evaluate((html) => html.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(360);
    });

    test("is printed with every record, and says where its links lead", async ({ page }) => {
      await page.goto(path());
      await page.emulateMedia({ media: "print" });
      for (const header of await table(page).getByRole("rowheader").all())
        await expect(header).toBeVisible();
      const links = columns.filter(({ kind }) => kind === "link");
      const outside = records
        .flatMap((record) => links.map((column) => record[column.id] ?? ""))
        .filter((address) => address.startsWith("https:"));
      for (const address of outside)
        await expect(page.locator("ol.print-only li", { hasText: address })).toBeVisible();
    });

    test("is found by the words of a record", async ({ page }) => {
      const [heading] = columns;
      const first = records[0]?.[heading?.id ?? ""] ?? "";
      await page.goto("/");
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("searchbox").fill(first);
      const found = page.getByRole("dialog").getByRole("listitem").getByRole("link");
      await expect(found.first()).toHaveAttribute("href", new RegExp(`^${path()}`));
    });
  });
}

test("a content that declares no list shows none", async ({ page }) => {
  test.skip(declaredLists.length > 0, "this content declares lists");
  await page.goto("/everything/");
  await expect(page.locator("caption:empty, table:not(:has(tbody tr))")).toHaveCount(0);
});
