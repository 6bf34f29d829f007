import { contentFolder } from "../environment.ts";
import { pathOfFile } from "../centre/addresses.ts";
import { addressesOf } from "../check/links/link-targets.ts";
import { answersIn } from "../check/prose/answers.ts";
import type { Content } from "../parse/content.ts";
import { placeAt, type Issue } from "../parse/issue.ts";
import type { Destination } from "./open-address.ts";

/** What a page of the preview is told about itself. */
export interface Preview {
  /** Where its title is written; nothing for pages that no file of the content makes. */
  readonly title: Destination | undefined;
  /** What stands on it, and where that is written, from the project's folder. */
  readonly fragments: readonly (Destination & { readonly id: string })[];
  /** The answers to questions that it shows within its own text, and where their words begin. */
  readonly answers: readonly (Destination & { readonly id: string })[];
  /** What is wrong with the files that it is made of. */
  readonly issues: readonly Issue[];
  /** How many errors there are in other files. */
  readonly errorsElsewhere: number;
}

const inFolder = (file: string) => `${contentFolder}/${file}`;

const located = <Kind extends Destination>(one: Kind): Kind => ({
  ...one,
  file: inFolder(one.file),
});

const titleOf = (content: Content, path: string): Destination | undefined => {
  const file = [...content.texts.keys()].find(
    (one) => /^(?:pages|statements)\//.test(one) && pathOfFile(one) === path,
  );
  return file === undefined ? undefined : { file, ...content.placeOf(file, ["title"]) };
};

/** The answers that files show which are not theirs. */
const answersOf = (content: Content, files: readonly string[]): Preview["answers"] => {
  const shown = new Set(files.flatMap((file) => [...answersIn(content, file)]));
  return content.prose.faq.flatMap(({ id }) => {
    const body = content.bodies.find(({ file }) => file === `faq/${id}.mdx`);
    return body && shown.has(body.file)
      ? [{ id, file: body.file, ...placeAt(body.text, body.text.search(/\S|$/)) }]
      : [];
  });
};

/** What the page at a path is made of, and what is wrong with that. Pure. */
export const previewOf = (content: Content, issues: readonly Issue[], path: string): Preview => {
  const title = titleOf(content, path);
  const fragments = (addressesOf(content).get(path) ?? []).flatMap(({ id, words }) =>
    words ? [{ id, file: words.file, ...words.place }] : [],
  );
  const own = new Set([...(title ? [title] : []), ...fragments].map(({ file }) => file));
  const answers = answersOf(content, [...own]);
  const files = new Set([...own, ...answers.map(({ file }) => file)].map(inFolder));
  /* Which pages a faulty file of facts would be shown on cannot always be told. */
  const concerns = ({ file }: Issue) => files.has(file) || file.endsWith(".yaml");
  return {
    title: title && located(title),
    fragments: fragments.map(located),
    answers: answers.map(located),
    issues: issues.filter((issue) => issue.severity !== "note" && concerns(issue)),
    errorsElsewhere: issues.filter((issue) => issue.severity === "error" && !concerns(issue))
      .length,
  };
};
