/** A list or group of fields that a line can belong to. */
interface Block {
  readonly column: number;
  readonly kind: "list" | "group";
  readonly line: number;
  /** Its first field. */
  readonly name: string;
}

/** What a line adds to the structure of a text. */
export interface Entry {
  readonly column: number;
  readonly hyphens: string;
  readonly name: string;
  /** Whether what it contains is on the lines below. */
  readonly opens: boolean;
}

/** What a line adds to the structure of a text; undefined if it is text that goes on, or empty. */
export const entryIn = (line: string): Entry | undefined => {
  const [, lead = "", hyphens = "", rest = ""] =
    /^([ \t]*)((?:-(?: +|$))*)(.*)$/.exec(line.trimEnd()) ?? [];
  const [, name = "", value = ""] = /^([\w-]+) *:(?: +|$)(.*)$/.exec(rest) ?? [];
  return name === "" && hyphens === ""
    ? undefined
    : { column: lead.length, hyphens, name, opens: /^(?:#.*)?$/.test(name === "" ? rest : value) };
};

/** A column, and why a line belongs there. */
interface Position {
  readonly column: number;
  readonly reason: string;
}

/** How far the content of a field usually stands to its right. */
const step = 2;

/** Follows lists and groups of fields from line to line, and says where a line belongs. */
export class Outline {
  #blocks: Block[] = [];
  #opener: Block | undefined;

  /** Whether a line at a column goes on with the text of the line above. */
  continues(column: number): boolean {
    return this.#opener === undefined && column > (this.#blocks.at(-1)?.column ?? column);
  }

  /** Where a field would belong if it went on where the line above ends. */
  get column(): number {
    return this.#opener ? this.#opener.column + step : (this.#blocks.at(-1)?.column ?? 0);
  }

  /** Whether a group of fields is at a column. */
  hasGroup(column: number): boolean {
    return this.#blocks.some((block) => block.kind === "group" && block.column === column);
  }

  /** Whether the line above is an entry that is a text. */
  get endsInEntry(): boolean {
    return this.#blocks.at(-1)?.kind === "list";
  }

  /** Whether the line above is a field whose content is to follow. */
  get isOpen(): boolean {
    return this.#opener !== undefined;
  }

  /** Whether the entries of a list at a column start with a field. */
  hasEntries(column: number, name: string): boolean {
    return this.#blocks.some(
      (block) => block.kind === "list" && block.column === column && block.name === name,
    );
  }

  /** @param below the column of the field or entry on the next line that has one */
  positionOf({ column, hyphens }: Entry, below: number | undefined): Position {
    const isEntry = hyphens !== "";
    const opener = this.#opener;
    if (opener) {
      const inside = opener.column + step;
      const isLeftOut = !isEntry && column === opener.column && below === inside;
      if (Math.abs(column - inside) === 1 || isLeftOut)
        return {
          column: inside,
          reason: `because it belongs to "${opener.name}" on line ${String(opener.line)}`,
        };
      if (column > opener.column || (isEntry && column === opener.column))
        return { column, reason: "" };
    }
    const [nearest] = this.#blocks
      .filter(({ kind }) => kind === (isEntry ? "list" : "group"))
      .toSorted(
        (a, b) => Math.abs(a.column - column) - Math.abs(b.column - column) || b.column - a.column,
      );
    if (nearest === undefined)
      return { column: this.#blocks.length > 0 ? column : 0, reason: "because it is the first" };
    return {
      column: nearest.column,
      reason: isEntry
        ? `so that its hyphen is right below that on line ${String(nearest.line)}`
        : `so that it is right below "${nearest.name}" on line ${String(nearest.line)}`,
    };
  }

  /** Goes on to a line, which belongs at a column. */
  take({ hyphens, name, opens }: Entry, column: number, line: number): void {
    const kind = hyphens === "" ? "group" : "list";
    this.#blocks = this.#blocks.filter(
      (block) =>
        block.column < column ||
        (block.column === column && (kind === "list" || block.kind === "group")),
    );
    if (!this.#blocks.some((block) => block.column === column && block.kind === kind))
      this.#blocks.push({ column, kind, line, name });
    const inner: Block = { column: column + hyphens.length, kind: "group", line, name };
    if (kind === "list" && name !== "") this.#blocks.push(inner);
    this.#opener = opens && name !== "" ? inner : undefined;
  }
}
