import { languageOf, type Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";
import { typedInYaml } from "../../schemas/typed-in-yaml.ts";
import type { Language } from "../../words/languages.ts";
import { wordsOf } from "../../words/index.ts";

/** A title without the remark that the statement is archived, which the site makes itself. */
const alone = (title: string, archived: string): string =>
  title
    .replace(new RegExp(`^\\W*${archived}(?:\\s*[:\\])]|\\s+[–—-])\\s+`, "i"), "")
    .replace(new RegExp(`(?:\\s*[([]|\\s+[–—-]\\s+|:\\s*)${archived}\\W*$`, "i"), "");

/** Titles of statements that say themselves that these are archived: it would stand there twice. */
export const titlesThatSayArchived = (content: Content): Issue[] => {
  const { archived } = wordsOf(languageOf(content) as Language).statements;
  return content.prose.statements.flatMap(({ id, data: { title = "" } }) => {
    const file = `statements/${id}.mdx`;
    const meant = alone(title, archived);
    return meant === title || meant === ""
      ? []
      : [
          error(
            file,
            content.placeOf(file, ["title"]),
            `the site itself says first of a statement that it is archived; write its title alone: title: ${typedInYaml(meant)}`,
          ),
        ];
  });
};
