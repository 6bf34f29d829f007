import { facts, isFactName } from "../schemas/facts.ts";
import { keysOf } from "../schemas/introspection.ts";
import type { Column, DeclaredRecord } from "../schemas/lists.ts";
import { listRowId } from "../schemas/vocabulary.ts";
import { mailtoAddress } from "./addresses.ts";
import { byId, type Centre } from "./centre.ts";
import { countryName } from "./countries.ts";

/** The text in a cell of a table, and the address it links to. */
interface Cell {
  readonly text: string;
  readonly href?: string;
}

interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly [Cell, ...Cell[]] }[];
}

/** The title of a record: the first field after the id of a fact, or the first cell of a declared record. */
export const titleOf = (centre: Centre, list: string, id: string): string => {
  if (!isFactName(list)) {
    const { columns, records } = byId(centre.lists, list);
    const [first] = columns;
    return first === undefined ? id : cellOf(centre, first, byId(records, id)).text;
  }
  const [, title = "id"] = keysOf(facts[list]);
  const record: { readonly id: string } = byId<{ readonly id: string }>(centre.facts[list], id);
  return String((record as DeclaredRecord)[title]);
};

/** The text of a link: the title of a page of this site, or the address of another site. */
const linkText = ({ pages }: Centre, address: string): string =>
  pages.find(({ href }) => href === address)?.title ??
  address.replace(/^https:\/\/(?:www\.)?/, "").replace(/(?<=.)\/$/, "");

const cellOf = (centre: Centre, { id, kind, of = "" }: Column, record: DeclaredRecord): Cell => {
  const written = record[id];
  if (typeof written !== "string") return { text: "" };
  switch (kind) {
    case "date":
      return { text: centre.words.date(written) };
    case "address":
      return { text: written, href: mailtoAddress(written) };
    case "country":
      return { text: countryName(written, centre.site.center.language) };
    case "reference":
      return { text: titleOf(centre, of, written) };
    case "link":
      return { text: linkText(centre, written), href: written };
    case "words":
    case "choice":
      return { text: written };
  }
};

/**
 * A declared list as a table: a row for each record, with its first column as the row header.
 * @throws if there is no such list; the content check reports that first, with file and line
 */
export const listTable = (centre: Centre, list: string): Table => {
  const { title, columns, records } = byId(centre.lists, list);
  return {
    caption: title,
    columns: columns.map(({ label }) => label),
    rows: records.map((record) => ({
      id: listRowId(list, record.id),
      cells: columns.map((column) => cellOf(centre, column, record)) as [Cell, ...Cell[]],
    })),
  };
};
