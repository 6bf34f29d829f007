import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  centreFile,
  centreSchemaFile,
  factsFile,
  llmsFile,
  llmsFullFile,
  twinOf,
} from "../centre/addresses.ts";
import type { JsonSchema } from "../machine-readable/centre-schema.ts";
import { completed } from "../machine-readable/completed.ts";
import { listFiles } from "../machine-readable/list-files.ts";
import { llmsIndex, llmsText } from "../machine-readable/llms.ts";
import type { PageText } from "../machine-readable/markdown.ts";
import type { PublicCentre } from "../machine-readable/public-centre.ts";
import { buildDay } from "../environment.ts";
import { noticeAsMarkdown, noticeOn, withNotice } from "../releases/notice.ts";
import type { Releases } from "../releases/releases.ts";
import type { Words } from "../words/index.ts";

const linkInMarkdown = (address: string) => (words: string) => `[${words}](${address})`;

/** Texts in the order of their pages: those of the navigation first, then by address. */
const sorted = (texts: readonly PageText[], { pages }: PublicCentre): PageText[] => {
  const places = new Map(pages.map(({ address }, at) => [new URL(address).pathname, at]));
  const placeOf = ({ path }: PageText) => places.get(path) ?? places.size;
  return texts.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.path < b.path ? -1 : 1));
};

/**
 * Writes what a finished site says in the forms that programs read: the Markdown twin of each page,
 * all records, pages and questions as JSON, each list as CSV and JSON, and what language models ask
 * for. Astro has written the model; the built pages add their texts. What does not hold yet stands
 * below a notice that says so.
 * @param folder of the built site
 * @param settled texts of its pages, all but that of `/this-site/`, which is known last
 * @param words the catalogue of the site's language
 */
export const writeMachineReadable = (
  folder: string,
  settled: readonly PageText[],
  releases: Releases,
  words: Words,
): void => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const model = read(centreFile) as PublicCentre;
  const schema = read(centreSchemaFile) as JsonSchema;
  const texts = sorted(settled, model);
  const toCome = new Map(
    texts.flatMap(({ path }) => {
      const notice = noticeOn(releases, path, buildDay(), words, linkInMarkdown);
      return notice
        ? [[path, { holdsFrom: notice.holdsFrom, notice: noticeAsMarkdown(notice) }] as const]
        : [];
    }),
  );
  const centre = completed(model, texts, toCome);
  const told = texts.map((text) => ({
    ...text,
    markdown: withNotice(text.markdown, toCome.get(text.path)?.notice),
  }));
  const files = {
    ...Object.fromEntries(told.map(({ path, markdown }) => [twinOf(path), markdown])),
    ...listFiles(centre, schema),
    [centreFile]: `${JSON.stringify(centre, undefined, 2)}\n`,
    [llmsFile]: llmsIndex(centre, words),
    [llmsFullFile]: llmsText(centre, told, words),
  };
  mkdirSync(join(folder, dirname(factsFile("", "csv"))), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
};
