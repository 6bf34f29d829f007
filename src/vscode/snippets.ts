import type { z } from "zod";
import { prose } from "../schemas/prose.ts";
import { typedInYaml } from "../schemas/typed-in-yaml.ts";
import { vocabulary } from "../schemas/vocabulary.ts";
import { recordExample, tabStop } from "./examples.ts";

/** A snippet as VS Code reads it; `$` begins a stop of the Tab key or what VS Code fills in. */
interface Snippet {
  readonly scope: "mdx";
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const today = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE";

const matterSnippet = (kind: string, matter: z.ZodObject): Snippet => {
  const lines = Object.entries(recordExample(matter)).map(([name, example], index) => {
    const typed = typedInYaml(example);
    const text = name === "lastReviewed" ? today : tabStop(index + 1, String(example));
    return `${name}: ${typed.startsWith('"') ? `"${text}"` : text}`;
  });
  return {
    scope: "mdx",
    prefix: [`new ${kind}`],
    description: `The fields at the top of a ${kind}, reviewed today`,
    body: ["---", ...lines, "---", "", "$0"],
  };
};

const componentSnippet = (name: string, means: string, example: string): Snippet => {
  let at = 0;
  const body = example.replaceAll(/(?<==")[^"]+(?=")|(?<=>)[^<>\n]+(?=<)/g, (text) =>
    tabStop(++at, text),
  );
  return {
    scope: "mdx",
    prefix: [`<${name}`, name],
    description: means,
    body: body.split("\n"),
  };
};

/**
 * Snippets for prose, by name: what a new page, question or statement begins with, and every
 * component of the vocabulary. They work in a fresh clone; the schemas of front matter that
 * Astro's editor extension reads are there once the project has been built.
 */
export const snippets = (): Record<string, Snippet> => ({
  page: matterSnippet("page", prose.pages),
  question: matterSnippet("question", prose.faq),
  statement: matterSnippet("statement", prose.statements),
  ...Object.fromEntries(
    Object.entries(vocabulary).map(([name, { means, example }]) => [
      name,
      componentSnippet(name, means, example),
    ]),
  ),
});
