import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { hostingFolder } from "../../src/build/write-host-files.ts";
import { siteWith } from "./builds.ts";
import { shippedQuestions } from "./contents.ts";

/** The path of a page with the words of the questions and no design. */
export const byHand = "/by-hand.html";

/**
 * Puts the content of a page without any design into a folder, compressed as all pages are: how
 * fast a page with these words can be on this machine at all.
 */
const writeByHand = (html: string, folder: string): void => {
  const [main = ""] = /<main.*<\/main>/s.exec(html) ?? [];
  const bare = main.replaceAll(/ (?:class|item\w+|data-[\w-]+|tabindex)(?:="[^"]*")?/g, "");
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>By hand</title><style>body{font-family:sans-serif;max-width:40em;margin:auto}</style>${bare}`;
  const path = join(folder, byHand);
  writeFileSync(path, page);
  writeFileSync(`${path}.br`, brotliCompressSync(page));
};

/** Measures a copy of the released site that has the page by hand beside its own. */
export const besideByHand = async <Value>(
  measure: (site: string) => Promise<Value>,
): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), "by-hand-"));
  try {
    const built = await siteWith(shippedQuestions);
    const site = join(folder, "site");
    cpSync(built, site, { recursive: true });
    cpSync(hostingFolder(built), hostingFolder(site), { recursive: true });
    writeByHand(readFileSync(join(site, "faq/index.html"), "utf8"), site);
    return await measure(site);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
