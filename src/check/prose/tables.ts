import { inBodies, type Finding } from "../findings.ts";
import type { Table } from "mdast";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

const count = (number: number, noun: string) =>
  `${String(number)} ${noun}${number === 1 ? "" : "s"}`;

const rowsOf = ({ children: [heading, ...rows] }: Table) => {
  const columns = heading?.children.length ?? 0;
  return rows.map(({ children, position }) => ({
    offset: position?.start.offset ?? 0,
    cells: children.length,
    columns,
    /** Where the first cell without a column starts. */
    beyond: children[columns]?.position?.start.offset ?? 0,
  }));
};

const tablesIn = (body: Body): Table[] =>
  partsOf(body).flatMap(({ node }) => (node.type === "table" ? [node] : []));

const droppedCells = (body: Body): Finding[] =>
  tablesIn(body)
    .flatMap(rowsOf)
    .filter(({ cells, columns }) => cells > columns)
    .map(({ beyond, cells, columns }) => ({
      offset: beyond,
      message: `this row has ${count(cells, "cell")} but the table has ${count(columns, "column")}, so what follows is dropped; add a column to the heading, or write \\| for a vertical bar in a cell`,
    }));

const missingCells = (body: Body): Finding[] =>
  tablesIn(body)
    .flatMap(rowsOf)
    .filter(({ cells, columns }) => cells < columns)
    .map(({ offset, cells, columns }) => ({
      offset,
      message: `this row has ${count(cells, "cell")} but the table has ${count(columns, "column")}, so the rest stays empty; write a cell for each column`,
    }));

/** Alignment becomes a style attribute, which the site's security policy forbids. */
const alignedColumns = (body: Body): Finding[] =>
  partsOf(body).flatMap(({ node, start }) =>
    node.type === "table" && node.align?.some((side) => side !== null)
      ? [
          {
            offset: body.text.indexOf("\n", start) + 1,
            message: "columns cannot be aligned; write this line without colons, as in |---|---|",
          },
        ]
      : [],
  );

/** Tables that lose a cell or are not shown as written, as far as they are read as tables. */
export const faultyTables = (content: Content): Issue[] => [
  ...inBodies(content, (body) => [...droppedCells(body), ...alignedColumns(body)]),
  ...inBodies(content, missingCells, warning),
];
