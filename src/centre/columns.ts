/** The texts of a column of a table, from its heading down. */
type Column = readonly string[];

/** A figure with its unit before or after it: 1,234 or 12.5 % or $3. */
const figure =
  /^(\p{Sc}?)\s?[-−]?(?:\d+|\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+)(?:[.,]\d+)?(\s?[^\d\s]{0,3}|\s\p{L}{1,12})$/u;

/** What the forms of a word have in common: month and months, country and countries. */
const stemOf = (word: string) => (word.length > 3 ? word.slice(0, -1) : word);

/** Whether the shorter one of two units is the other, or its singular. */
const isFormOf = (shorter: string, longer: string) =>
  longer === shorter || (shorter.length > 2 && longer.startsWith(stemOf(shorter)));

/** Whether a column has nothing but several figures of one unit, which are compared digit by digit. */
export const hasFigures = ([, ...texts]: Column): boolean => {
  const units = texts
    .filter((text) => text !== "")
    .map((text) => figure.exec(text)?.slice(1).join("").trim())
    .toSorted((one = "", other = "") => one.length - other.length);
  const [shortest] = units;
  return (
    units.length > 1 &&
    shortest !== undefined &&
    units.every((unit) => unit !== undefined && isFormOf(shortest, unit))
  );
};

/** The width of a text in one line, in rem of the text: capitals take more. */
const widthOf = (text: string): number =>
  0.62 * text.length + 0.18 * (text.match(/\p{Lu}/gu)?.length ?? 0);

/** The least width of a column, in rem of the text: its longest part within which no line breaks. */
const leastWidth = (texts: Column): number => {
  const longest = Math.max(...texts.flatMap((text) => text.split(/\s|(?<=-)/)).map(widthOf));
  const padding = 1.5;
  return longest + padding;
};

/* What prose.css leaves to a table from 640 and from 1,200 pixels on, in rem of the text. */
const narrow = 34;
const wide = 45;

/**
 * Which screens a table needs for its columns to stand beside each other: by default those from
 * 40rem on, "wide" those from 75rem on, and "cards" none, since it has too many columns or too long
 * words. On others its rows look like cards.
 */
export const columnsNeed = (columns: readonly Column[]): "wide" | "cards" | undefined => {
  const least = columns.reduce((sum, column) => sum + leastWidth(column), 0);
  if (least <= narrow) return undefined;
  return least <= wide ? "wide" : "cards";
};
