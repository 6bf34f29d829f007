import { addressesOf } from "../../check/links/link-targets.ts";
import { contentFolder } from "../../environment.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import { isBefore, recordTitles, titleOfFile } from "../editor/titles.ts";
import { readUnsaved, type Unsaved } from "../editor/view.ts";
import { pageWith } from "../rendering.ts";
import { layerOf } from "./layer.ts";

/** What is worked on, and the page that is to be shown beside it. */
export interface Asked {
  /** The path of the page, with slashes at both ends. */
  readonly path: string;
  readonly file: string;
  /** The position of the record that is worked on, if it is one. */
  readonly at?: number | undefined;
}

/** The page beside what one writes. */
export interface Beside {
  /** The page with what is not saved; undefined where it cannot be shown, and the last has to stay. */
  readonly html: string | undefined;
  /** Why something is not on it, in sentences. */
  readonly problems: readonly string[];
  /** The sections and rows of the page that are written in the file, by their ids, and in which lines. */
  readonly sections: readonly { readonly id: string; readonly line: number }[];
}

/** Where on a page a file, or one of its records, is shown. */
export const sectionsOf = (content: Content, { path, file, at }: Asked): Beside["sections"] => {
  const records = at === undefined ? [] : recordTitles(content, file);
  const [own, next] = [records[at ?? 0], records[(at ?? 0) + 1]].map(
    (record) => record && content.placeOf(file, record.path),
  );
  return (addressesOf(content).get(path) ?? []).flatMap(({ id, words }) =>
    words?.file === file &&
    (!own || isBefore(own, words.place)) &&
    (!own || !next || !isBefore(next, words.place))
      ? [{ id, line: words.place.line }]
      : [],
  );
};

const addressAt = (origin: URL, path: string): URL => {
  const url = new URL(origin);
  url.pathname = path;
  return url;
};

const isIn = (file: string) => (issue: Issue) => issue.file === `${contentFolder}/${file}`;

/**
 * Renders a page as the site does, with what is not saved; nothing is written for that. Files with
 * errors are left out: what is wrong in them may be a program.
 */
export const pageBeside = async (asked: Asked, unsaved: Unsaved, origin: URL): Promise<Beside> => {
  const { content, issues } = await readUnsaved(unsaved);
  const sections = sectionsOf(content, asked);
  const errors = issues.filter(({ severity }) => severity === "error");
  const own = unsaved.has(asked.file) ? errors.filter(isIn(asked.file)) : [];
  if (own.length > 0)
    return { html: undefined, problems: own.map(({ message }) => message), sections };
  const isSound = (file: string) => !errors.some(isIn(file));
  const files = [...unsaved.keys()];
  const layer = layerOf(content, files.filter(isSound));
  const { status, html } = await pageWith(layer, addressAt(origin, asked.path));
  const said = files
    .filter((file) => !isSound(file))
    .map(
      (file) => `“${titleOfFile(file, content)}” is shown as it was saved, since it has errors.`,
    );
  if (status < 400) return { html, problems: said, sections };
  const reasons =
    status === 404
      ? ["the site has no page at this address"]
      : errors.length > 0
        ? [...new Set(errors.map(({ message }) => message))].slice(0, 3)
        : ["it cannot be rendered; the terminal says why"];
  return { html: undefined, problems: reasons, sections };
};
