/** The texts of a column of a table, from its heading down. */
type Column = readonly string[];

/** A figure with its unit before or after it: 1,234 or 12.5 % or $3. */
const figure =
  /^(\p{Sc}?)\s?[-−]?(?:\d+|\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+)(?:[.,]\d+)?(\s?[^\d\s]{0,3}|\s\p{L}{1,12})$/u;

/** Whether a column has nothing but several figures of one unit, which are compared digit by digit. */
export const hasFigures = ([, ...texts]: Column): boolean => {
  const units = texts
    .filter((text) => text !== "")
    .map((text) => figure.exec(text)?.slice(1).join(""));
  return units.length > 1 && units[0] !== undefined && new Set(units).size === 1;
};

/** The least width of a column, in rem of the text: its longest part within which no line breaks. */
const leastWidth = (texts: Column): number => {
  const longest = Math.max(
    ...texts.flatMap((text) => text.split(/\s|(?<=-)/)).map((part) => part.length),
  );
  const letter = 0.62;
  const padding = 1.5;
  return longest * letter + padding;
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
