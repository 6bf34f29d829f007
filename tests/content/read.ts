import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { contentFolder } from "../../src/centre/records.ts";
import type { Fact, FactName } from "../../src/schemas/facts.ts";
import type { QuestionMatter } from "../../src/schemas/prose.ts";
import type { Site } from "../../src/schemas/site.ts";
import type { RequestTemplate } from "../../src/schemas/template.ts";

/*
 * The content as its files have it. Read here without the site's own model, so that a fault of the
 * model cannot hide itself.
 */

const yaml = (path: string): unknown => parse(readFileSync(join(contentFolder, path), "utf8"));

export const site = yaml("site.yaml") as Site;
export const template = yaml("templates/privacy-request.yaml") as RequestTemplate;

/** The records of a file of facts, in its order. */
export const facts = <Name extends FactName>(name: Name): readonly Partial<Fact<Name>>[] =>
  yaml(`facts/${name}.yaml`) as Partial<Fact<Name>>[];

/** The front matter of every file of a folder of prose, by file name. */
const frontMatter = (folder: string): { id: string; data: unknown }[] =>
  readdirSync(join(contentFolder, folder)).map((file) => ({
    id: basename(file, ".mdx"),
    data: parse(
      readFileSync(join(contentFolder, folder, file), "utf8").split(/^---$/m)[1] ?? "",
    ) as unknown,
  }));

/** Every question with its id, in the order within its topic. */
export const questions = frontMatter("faq")
  .map(({ id, data }) => ({ id, ...(data as QuestionMatter) }))
  .sort((a, b) => a.order - b.order);

export const statements = frontMatter("statements").map(({ id, data }) => ({
  id,
  ...(data as { title: string; replacedBy: string }),
}));
