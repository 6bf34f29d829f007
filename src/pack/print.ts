import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { builtFileOf, everythingPage } from "../centre/addresses.ts";
import { escaped } from "../components/markup.ts";
import { contentType } from "../hosting/content-types.ts";
import { sandboxing } from "./chromium.ts";

/** What stands around the text of every sheet. */
export interface Surround {
  /** What the site is called, at the head. */
  readonly name: string;
  /** Lines at the foot: of which version the text is, and where it is. */
  readonly foot: readonly string[];
  /** Says which sheet it is, and of how many. */
  readonly sheet: (at: string, of: string) => string;
}

/** In line with the text of the page. */
const inMargin = (content: string) =>
  `<div style="display: flex; justify-content: space-between; gap: 2em; width: 100%; margin: 0 23mm; font: 7.5pt sans-serif; color: #333">${content}</div>`;

/**
 * Prints the page with everything: a tagged PDF with an outline. Chromium gets the files of the
 * folder as if they were at the address of the site, so that links in the PDF lead there, and gets
 * nothing else.
 * @param folder of the built site
 * @param address of the site
 * @param executable of the Chromium that prints
 */
export const printed = async (
  folder: string,
  address: string,
  { name, foot, sheet }: Surround,
  executable: string,
): Promise<Buffer> => {
  const browser = await chromium.launch({ executablePath: executable, args: [...sandboxing] });
  try {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.route("**/*", (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const path = join(folder, builtFileOf(pathname));
      return origin === new URL(address).origin && existsSync(path)
        ? route.fulfill({ path, contentType: contentType(path) })
        : route.abort();
    });
    await page.goto(new URL(everythingPage, address).href);
    return await page.pdf({
      format: "A4",
      tagged: true,
      outline: true,
      displayHeaderFooter: true,
      headerTemplate: inMargin(`<span>${escaped(name)}</span>`),
      footerTemplate: inMargin(
        `<span>${escaped(foot.join(" · "))}</span><span>${sheet('<span class="pageNumber"></span>', '<span class="totalPages"></span>')}</span>`,
      ),
    });
  } finally {
    await browser.close();
  }
};

/** Numbers of all that Chromium has ever shown, by which cells of a table name their headings. */
const node = /\(node(\d{8})\)/g;

/**
 * A PDF of Chromium without what tells it from another of the same content: the dates of its making
 * are replaced by a day, and nodes are counted, in the order they had. It stays as long as it was, since
 * tables in it count its bytes.
 * @param day as an ISO date
 */
export const settledPdf = (pdf: Buffer, day: string): Buffer => {
  const text = pdf.toString("latin1");
  const numbers = new Set([...text.matchAll(node)].map(([, number = ""]) => number).sort());
  const names = new Map(
    [...numbers].map((number, at) => [number, `(node${String(at).padStart(8, "0")})`]),
  );
  const settled = text
    .replaceAll(node, (name, number: string) => names.get(number) ?? name)
    .replaceAll(
      /(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d\d'\d\d'\)/g,
      (_, start: string) => `${start}${day.replaceAll("-", "")}000000+00'00')`,
    );
  return Buffer.from(settled, "latin1");
};
