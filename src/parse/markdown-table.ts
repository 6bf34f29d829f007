/** A row of a table in Markdown; a bar within a cell is escaped. */
const row = (cells: readonly string[]) =>
  `| ${cells
    .map((cell) =>
      cell
        .trim()
        .replaceAll(/\s+/g, " ")
        .replaceAll(/(?<!\\)\|/g, "\\|"),
    )
    .join(" | ")} |`;

/**
 * A table in Markdown, as one is written by hand.
 * @param rows the heading first; short ones are filled up with empty cells
 */
export const markdownTable = (rows: readonly (readonly string[])[]): string => {
  const columns = Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, () => "");
  const [heading, ...others] = rows.map((cells) => row([...cells, ...columns.slice(cells.length)]));
  return [heading, `|${columns.map(() => "---|").join("")}`, ...others].join("\n");
};
