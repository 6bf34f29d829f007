import { counted, decimal, enumeration, longDate } from "./formats.ts";

/*
 * What the site says in American English. Phrases are whole; one with values is a function of them.
 * Words that lead somewhere are handed to a function that makes a link of them. Scripts take whole
 * sections (virtual-words.d.ts): what these hold reaches visitors, so they hold nothing else.
 */

/** An ISO date as it stands in a sentence. */
export const date = (day: string): string => longDate("en", day);

/** A number with its thousands told apart. */
export const number = (value: number): string => decimal("en", value);

/** Items as they stand in a sentence. */
export const list = (items: readonly string[]): string => enumeration("en", items);

export const header = {
  skip: "Skip to content",
  sections: "Sections",
  menu: "Menu",
  search: "Search",
};

export const draft = {
  label: "Draft",
  open: (count: number) =>
    counted("en", count, {
      one: `Draft for review: ${number(count)} fact awaits confirmation.`,
      other: `Draft for review: ${number(count)} facts await confirmation.`,
    }),
};

export const request = {
  title: "Your request",
};

export const search = {
  title: "Search",
  inSite: (site: string) => `Search the ${site}`,
};
