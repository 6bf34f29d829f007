import { contentFolder } from "../environment.ts";
import { pathOfFile } from "../centre/addresses.ts";
import { addressesOf } from "../check/links/link-targets.ts";
import { answersIn } from "../check/prose/answers.ts";
import type { Content } from "../parse/content.ts";
import { placeAt, type Issue } from "../parse/issue.ts";
import { editAddress } from "./editor/paths.ts";
import type { Destination } from "./open-address.ts";
import { addressToEdit } from "./task.ts";

/** A place in a file, as a path from the project's folder, and the address that edits it on the desk. */
export interface Editable extends Destination {
  readonly edit: string;
}

/** What the desk knows about a page of the preview. */
export interface Preview {
  /** Where its title is written; undefined for pages without a content file. */
  readonly title: Editable | undefined;
  /** Where it is edited on the desk; undefined for pages without a content file. */
  readonly edit: string | undefined;
  /** Its sections by id, and where each is written, as a path from the project's folder. */
  readonly fragments: readonly (Editable & { readonly id: string })[];
  /** The answers that it includes in its text, and where their text starts. */
  readonly answers: readonly (Editable & { readonly id: string })[];
  /** Issues with the files that make it up. */
  readonly issues: readonly (Issue & Editable)[];
  /** The number of errors in other files. */
  readonly errorsElsewhere: number;
}

const inFolder = (file: string) => `${contentFolder}/${file}`;

const fromFolder = (file: string) => file.slice(contentFolder.length + 1);

/** What stands in a file of the content, with the address that edits it. */
const editable = <Item extends Destination>(content: Content, item: Item): Item & Editable => ({
  ...item,
  file: inFolder(item.file),
  edit: addressToEdit(content, item.file, item),
});

const titleOf = (content: Content, path: string): Destination | undefined => {
  const file = [...content.texts.keys()].find(
    (file) => /^(?:pages|statements)\//.test(file) && pathOfFile(file) === path,
  );
  return file === undefined ? undefined : { file, ...content.placeOf(file, ["title"]) };
};

/** The answers that files include. */
const answersOf = (
  content: Content,
  files: readonly string[],
): readonly (Destination & { readonly id: string })[] => {
  const shown = new Set(files.flatMap((file) => [...answersIn(content, file)]));
  return content.prose.faq.flatMap(({ id }) => {
    const body = content.bodies.find(({ file }) => file === `faq/${id}.mdx`);
    return body && shown.has(body.file)
      ? [{ id, file: body.file, ...placeAt(body.text, body.text.search(/\S|$/)) }]
      : [];
  });
};

/** What the page at a path is made of, and the issues with it. Pure. */
export const previewOf = (content: Content, issues: readonly Issue[], path: string): Preview => {
  const title = titleOf(content, path);
  const fragments = (addressesOf(content).get(path) ?? []).flatMap(({ id, words }) =>
    words ? [{ id, file: words.file, ...words.place }] : [],
  );
  const own = new Set([...(title ? [title] : []), ...fragments].map(({ file }) => file));
  const answers = answersOf(content, [...own]);
  const files = new Set([...own, ...answers.map(({ file }) => file)].map(inFolder));
  /* There is not always a way to tell on which pages a faulty file of facts is shown. */
  const concerns = ({ file }: Issue) => files.has(file) || file.endsWith(".yaml");
  return {
    title: title && editable(content, title),
    edit: title && editAddress(title.file),
    fragments: fragments.map((fragment) => editable(content, fragment)),
    answers: answers.map((answer) => editable(content, answer)),
    issues: issues
      .filter((issue) => issue.severity !== "note" && concerns(issue))
      .map((issue) => editable(content, { ...issue, file: fromFolder(issue.file) })),
    errorsElsewhere: issues.filter((issue) => issue.severity === "error" && !concerns(issue))
      .length,
  };
};
