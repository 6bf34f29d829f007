import { getCollection, getEntry, type CollectionEntry, type CollectionKey } from "astro:content";
import { buildCentre, type Centre } from "./centre.ts";
import { facts, type FactName, type Facts } from "../schemas/facts.ts";
import type { Records } from "../schemas/records.ts";

export type { Centre, Page, Statement } from "./centre.ts";
export { fact, one } from "./centre.ts";
export { currentAddress, currentLinks } from "./redirects.ts";
export type { Question, Topic } from "./questions.ts";

type YamlName = Exclude<CollectionKey, "pages" | "faq" | "statements">;

const yaml = async <Name extends YamlName>(
  name: Name,
): Promise<CollectionEntry<Name>["data"]["value"]> => {
  const entry = await getEntry(name, "all");
  if (!entry) throw new Error(`the content has no ${name}; run \`npm run check\` to see why`);
  return entry.data.value;
};

const load = async (): Promise<Records> => {
  const names = Object.keys(facts) as FactName[];
  return {
    site: await yaml("site"),
    template: await yaml("template"),
    facts: Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await yaml(name)] as const)),
    ) as unknown as Facts,
    pages: await getCollection("pages"),
    faq: await getCollection("faq"),
    statements: await getCollection("statements"),
  };
};

const read = async () => buildCentre(await load());

let built: Promise<Centre> | undefined;

/** The centre that `content/` describes. Read once a build; anew for each page of the preview. */
export const getCentre = (): Promise<Centre> => (import.meta.env.DEV ? read() : (built ??= read()));
