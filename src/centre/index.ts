import { getCollection, getEntry } from "astro:content";
import { buildCentre, type Centre } from "./centre.ts";
import { recordsEntry } from "../parse/content.ts";
import type { Records } from "../schemas/records.ts";

export type { Centre, Page, Statement } from "./centre.ts";
export { byId, fact } from "./centre.ts";
export { currentAddress, currentLinks } from "./redirects.ts";
export type { Question, Topic } from "./questions.ts";

const load = async (): Promise<Records> => {
  const entry = await getEntry("records", recordsEntry);
  if (!entry) throw new Error("the content has errors; run `npm run check` to see which");
  return {
    ...(entry.data as Pick<Records, "site" | "template" | "accessibility" | "facts" | "lists">),
    pages: await getCollection("pages"),
    faq: await getCollection("faq"),
    statements: await getCollection("statements"),
  };
};

const read = async () => buildCentre(await load());

let built: Promise<Centre> | undefined;

/** The centre that `content/` describes. Read once a build; anew for each page of the preview. */
export const getCentre = (): Promise<Centre> => (import.meta.env.DEV ? read() : (built ??= read()));
