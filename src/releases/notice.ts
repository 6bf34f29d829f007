import { versionPath } from "../centre/addresses.ts";
import type { Words } from "../words/index.ts";
import { termsUntilLast, type Releases } from "./releases.ts";

/**
 * What is said of a text that was published and does not hold yet. It names days, so that it stays
 * true where the site is not built anew on the day from which the text holds.
 */
export interface Notice {
  /** The first day on which it holds. */
  readonly holdsFrom: string;
  /** That it does from then on, in a sentence. */
  readonly takesEffect: string;
  /** What applies until then, in a sentence with links; empty where nothing does. */
  readonly until: string;
}

/**
 * The notice on the text of a page; undefined where it holds.
 * @param today the day of the build
 * @param linked links words to an address, in HTML or Markdown
 */
export const noticeOn = (
  releases: Releases,
  path: string,
  today: string,
  words: Pick<Words, "date" | "releases">,
  linked: (address: string) => (words: string) => string,
): Notice | undefined => {
  const version = releases.versions.get(path)?.at(-1);
  if (version?.text === undefined || version.holdsFrom <= today) return undefined;
  const { takesEffect, until, versionOf } = words.releases;
  const terms = termsUntilLast(releases, path, today).map(
    ({ version: { path: at, date }, from }) => ({
      from: from > today ? words.date(from) : undefined,
      version: linked(versionPath(at, date))(versionOf(words.date(date))),
    }),
  );
  return {
    holdsFrom: version.holdsFrom,
    takesEffect: takesEffect(words.date(version.holdsFrom)),
    until: terms.length > 0 ? until(terms) : "",
  };
};

/** A notice as Markdown, in a line. */
export const noticeAsMarkdown = ({ takesEffect, until }: Notice): string =>
  `**${takesEffect}** ${until}`.trimEnd();

/** A text in Markdown below a notice on it: a quotation before the title, where no text has one. */
export const withNotice = (text: string, notice: string | undefined): string =>
  notice === undefined ? text : `> ${notice}\n\n${text}`;

/** A text in Markdown as it is released: a notice on it is of the day. */
export const withoutNotice = (text: string): string => text.replace(/^> .*\n\n(?=# )/, "");
