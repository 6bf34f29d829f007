import { escaped } from "../components/markup.ts";

/**
 * Slots are places in a built page that figures are written into once the whole site is measured.
 * `{{name}}` is a single figure. A table row with `{{list.field}}` is repeated for each item of the
 * list.
 */
export interface Figures {
  readonly single: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** The slot of a figure; in the preview, where nothing is measured, a dash. */
export const slot = (name: string): string => (import.meta.env.DEV ? "–" : `{{${name}}}`);

const fillRow = (row: string, { lists }: Figures): string => {
  const list = /\{\{(\w+)\.\w+\}\}/.exec(row)?.[1];
  if (list === undefined) return row;
  const items = lists[list];
  if (!items) throw new Error(`nothing measures the list "${list}", for which there is a row`);
  return items
    .map((item) =>
      row.replaceAll(/\{\{\w+\.(\w+)\}\}/g, (_, field: string) => {
        const value = item[field];
        if (value === undefined) throw new Error(`the list "${list}" has no field "${field}"`);
        return escaped(value);
      }),
    )
    .join("");
};

/**
 * Writes figures into the slots of a page.
 * @throws if a slot names a figure that does not exist
 */
export const filled = (html: string, figures: Figures): string =>
  html
    .replaceAll(/<tr\b.*?<\/tr>/gs, (row) => fillRow(row, figures))
    .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = figures.single[name];
      if (value === undefined) throw new Error(`nothing measures the figure "${name}"`);
      return escaped(value);
    });
