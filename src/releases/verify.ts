import { versionPath } from "../centre/addresses.ts";
import type { Words } from "../words/index.ts";
import { addressOf, movedTo, pathsOf, type Published } from "./catalog.ts";

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

const told = (text: Published, { published, words }: Known): string => {
  const { path, title, date: from, until, holdsFrom, isDraft } = text;
  const { date, verification: says } = words;
  const moved = movedTo(text, published);
  return [
    until === undefined
      ? says.latest(path, title, date(from))
      : says.past(path, title, date(from), date(until)),
    ...(moved === undefined ? [] : [says.moved(moved)]),
    ...(holdsFrom > from ? [says.holdsFrom(date(holdsFrom))] : []),
    ...(isDraft ? [says.draft] : []),
  ].join(" ");
};

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
export const findText = (known: Known, sha256: string): Finding => {
  const { published, words } = known;
  const found = published.filter((text) => text.sha256 === sha256);
  return found.length > 0
    ? { isFound: true, sentence: found.map((text) => told(text, known)).join("\n") }
    : { isFound: false, sentence: words.verification.noText(sha256) };
};

/** The text whose version an address names: at the path that its page had then, or has at another time. */
const namedIn = (citation: string, published: readonly Published[]): Published | undefined =>
  published.find(({ file }) => citation.includes(addressOf(file))) ??
  published.find(({ path, date }) =>
    [...pathsOf({ published }, path)].some((other) => citation.includes(versionPath(other, date))),
  );

/**
 * What is known of a citation: the SHA-256 in it, and the address of the version if it has one.
 * @returns undefined if there is neither in it
 */
export const findCitation = (known: Known, citation: string): Finding | undefined => {
  const { published, words } = known;
  const sha256 = digest.exec(citation)?.[0].toLowerCase();
  const cited = namedIn(citation, published);
  if (!cited) {
    const address = /\/versions\/\S*/.exec(citation)?.[0];
    if (address !== undefined)
      return { isFound: false, sentence: words.verification.noVersion(address) };
    return sha256 === undefined ? undefined : findText(known, sha256);
  }
  return sha256 === undefined || sha256 === cited.sha256
    ? { isFound: true, sentence: told(cited, known) }
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
