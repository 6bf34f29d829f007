import { contentFolder } from "../environment.ts";
import { pathOfFile, questionsAnchor } from "../centre/addresses.ts";
import type { Content } from "../parse/content.ts";
import type { Place } from "../parse/issue.ts";
import { editAddress, passageAddress } from "./editor/paths.ts";
import { isBefore, recordTitles, titleOfFile } from "./editor/titles.ts";
import { openAddress } from "./open-address.ts";

/** Something to do at a place in the content, in the titles of pages and records. */
export interface Task {
  readonly title: string;
  readonly message: string;
  /** Where it is edited, where it is shown, and what opens it in an editor of one's own. */
  readonly edit: string;
  readonly show: string | undefined;
  readonly open: string;
}

/** The page that shows a file; undefined for facts, which several may show. */
const pageOf = (file: string): string | undefined => {
  const [folder, name = ""] = file.split("/");
  if (folder === "faq") return questionsAnchor(name.replace(/\.mdx$/, ""));
  return folder === "pages" || folder === "statements" ? pathOfFile(file) : undefined;
};

const recordAt = (content: Content, file: string, place: Place) =>
  recordTitles(content, file)
    .filter(({ path }) => isBefore(content.placeOf(file, path), place))
    .at(-1);

/** The address that edits what stands at a place of a file: a record, or a passage of a text. */
export const addressToEdit = (content: Content, file: string, place: Place): string => {
  const record = recordAt(content, file, place);
  return record || !file.endsWith(".mdx")
    ? editAddress(file, record && (record.id || record.at))
    : passageAddress(file, place.line);
};

/**
 * What is to be done at a place, in the titles of pages and records.
 * @param file from the content folder
 */
export const taskAt = (
  content: Content,
  { file, message, ...place }: Place & { readonly file: string; readonly message: string },
): Task => {
  const record = recordAt(content, file, place);
  const title = titleOfFile(file, content);
  return {
    title: record ? `${record.title} (${title})` : title,
    message,
    edit: editAddress(file, record && (record.id || record.at)),
    show: pageOf(file),
    open: openAddress({ file: `${contentFolder}/${file}`, ...place }),
  };
};
