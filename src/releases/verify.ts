import type { Words } from "../words/index.ts";
import { withoutNotice } from "./notice.ts";
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

/** A SHA-256 in hexadecimal digits, or what is left of one. */
const digest = /\b[0-9a-f]{32,}\b/i;

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

/** The address of a version, up to its day. */
const addressOfVersion = /\/versions\/\S*?\d{4}-\d{2}-\d{2}/;

/** The address of a version up to its day, on another day if one is given: what follows may be lost. */
const addressUpToDay = ({ file, date }: Published, day = date): string =>
  addressOf(file).slice(0, -`${date}/`.length) + day;

/** The text whose version an address names: at the path that its page had then, or has at another time. */
const namedIn = (citation: string, published: readonly Published[]): Published | undefined =>
  published.find((text) => citation.includes(addressUpToDay(text))) ??
  published.find(({ path, date }) => {
    const paths = pathsOf({ published }, path);
    return published.some(
      (other) => paths.has(other.path) && citation.includes(addressUpToDay(other, date)),
    );
  });

/** What is known of what has one address, or none. */
const findOne = (known: Known, citation: string): Finding | undefined => {
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

/**
 * What is known of citations: the address of the version in each, and the SHA-256 behind it.
 * @returns undefined if there is neither
 */
export const findCitation = (known: Known, given: string): Finding | undefined => {
  const [first = "", ...more] = given.split(new RegExp(`(?=${addressOfVersion.source})`));
  const citations = more.length > 1 ? more : [first + more.join("")];
  const findings = citations.flatMap((citation) => findOne(known, citation) ?? []);
  return findings.length === 0
    ? undefined
    : {
        isFound: findings.every(({ isFound }) => isFound),
        sentence: [...new Set(findings.map(({ sentence }) => sentence))].join("\n"),
      };
};

/** A text begins with its title, or with a notice above that; a citation does not. */
const isText = (given: string) => /^\s*(?:>.*\s+)?# /.test(given);

/**
 * What is known of a text or a citation.
 * @param sha256Of computes the SHA-256 of a text; undefined where that cannot be done
 */
export const find = async (
  known: Known,
  given: string,
  sha256Of: ((text: string) => string | Promise<string>) | undefined,
): Promise<Finding> => {
  const { verification: says } = known.words;
  const text = asReleased(given);
  const found = sha256Of && findText(known, await sha256Of(text));
  if (found?.isFound) return found;
  const below = withoutNotice(text);
  const foundBelow = sha256Of && findText(known, await sha256Of(below));
  if (foundBelow?.isFound)
    return { isFound: true, sentence: `${foundBelow.sentence} ${says.belowNotice}` };
  return (
    (isText(given) ? undefined : findCitation(known, given)) ??
    found ?? { isFound: false, sentence: says.insecure }
  );
};
