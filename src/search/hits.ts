/** A search result: a passage of the site. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  readonly section: string;
  readonly archived: boolean;
  /** What is shown of its text, split at the beginning and end of each match. */
  readonly excerpt: readonly { readonly text: string; readonly matches: boolean }[];
}

/** The words of an excerpt, and those before its first match. */
const [length, before] = [26, 3];

/**
 * The part of a text that has most of what was found.
 * @param found the positions of each term in the text, counted in words
 */
export const excerptOf = (text: string, found: readonly (readonly number[])[]): Hit["excerpt"] => {
  const words = text.split(/\s+/);
  const starts = [0, ...found.flat().sort((a, b) => a - b)].map((at) =>
    Math.max(0, Math.min(at - before, words.length - length)),
  );
  const termsIn = (start: number) =>
    found.filter((places) => places.some((at) => at >= start && at < start + length)).length;
  const start = starts.reduce((best, at) => (termsIn(at) > termsIn(best) ? at : best));
  const marked = new Set(found.flat());
  const pieces: { text: string; matches: boolean }[] = [];
  const add = (text: string, matches: boolean) => {
    const last = pieces.at(-1);
    if (last && !last.matches && !matches) last.text += text;
    else pieces.push({ text, matches });
  };
  words.slice(start, start + length).forEach((word, at) => {
    if (at > 0) add(" ", false);
    add(word, marked.has(start + at));
  });
  return pieces;
};
