import type { Words } from "../words/index.ts";
import { addressOf, type Published } from "./catalog.ts";

/** Whether what somebody says stood on the site did, in a sentence. */
export interface Finding {
  readonly isFound: boolean;
  readonly sentence: string;
}

/** What was published, and the words to tell of it: the same in the command and for visitors. */
interface Known {
  readonly published: readonly Published[];
  readonly words: Pick<Words, "date" | "verification">;
}

const told = (
  { path, title, date: from, until, holdsFrom, isDraft }: Published,
  { date, verification: says }: Known["words"],
): string =>
  [
    until === undefined
      ? says.latest(path, title, date(from))
      : says.past(path, title, date(from), date(until)),
    ...(holdsFrom > from ? [says.holdsFrom(date(holdsFrom))] : []),
    ...(isDraft ? [says.draft] : []),
  ].join(" ");

/** SHA-256, in hexadecimal digits. */
const digest = /\b[0-9a-f]{64}\b/i;

/**
 * A text with the line ends and the end that it was released with: what saves or copies a text may
 * write others, and may put a mark for its encoding before it.
 */
export const asReleased = (text: string): string =>
  `${text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .replace(/\n+$/, "")}\n`;

/** What is known of a text by its SHA-256. */
export const findText = ({ published, words }: Known, sha256: string): Finding => {
  const found = published.filter((text) => text.sha256 === sha256);
  return found.length > 0
    ? { isFound: true, sentence: found.map((text) => told(text, words)).join("\n") }
    : { isFound: false, sentence: words.verification.noText(sha256) };
};

/**
 * What is known of a citation: the SHA-256 in it, and the address of the version if it has one.
 * @returns undefined if there is neither in it
 */
export const findCitation = (
  { published, words }: Known,
  citation: string,
): Finding | undefined => {
  const sha256 = digest.exec(citation)?.[0].toLowerCase();
  const cited = published.find(({ file }) => citation.includes(addressOf(file)));
  if (!cited) {
    const address = /\/versions\/\S*/.exec(citation)?.[0];
    if (address !== undefined)
      return { isFound: false, sentence: words.verification.noVersion(address) };
    return sha256 === undefined ? undefined : findText({ published, words }, sha256);
  }
  return sha256 === undefined || sha256 === cited.sha256
    ? { isFound: true, sentence: told(cited, words) }
    : {
        isFound: false,
        sentence: words.verification.otherText(
          cited.path,
          words.date(cited.date),
          cited.sha256,
          sha256,
        ),
      };
};
