import { splitAddress } from "../centre/addresses.ts";

/** An address that leads on, as the page there says it: hosts and that page cannot disagree. */
export interface MovedAddress {
  /** A path with a slash at its end. */
  readonly from: string;
  /** A path; with a fragment where that of the request is not to go on. */
  readonly to: string;
}

const refreshes = '<meta http-equiv="refresh"';

/** Whether all that a built page does is lead on to another. */
export const leadsOn = (html: string): boolean => html.includes(refreshes);

/**
 * The address, without its origin, that a page which leads on is known by.
 * @throws where it has none
 */
const knownBy = (html: string, from: string): string => {
  const [, href] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  if (href === undefined)
    throw new Error(`the page at ${from} leads on, and does not say where to`);
  const { pathname, hash } = new URL(href);
  return pathname + hash;
};

/** What moved, as the pages say that lead on. */
export const movedAddress = (from: string, html: string): MovedAddress => ({
  from,
  to: knownBy(html, from),
});

/** Addresses that lead on in one way: all below one folder. */
export interface MovedGroup {
  readonly folder: string;
  readonly names: readonly string[];
  /** Where to. */
  readonly path: string;
  /** A fragment with its number sign, in which `*` stands for the name; empty where there is none. */
  readonly fragment: string;
}

/** So many names at most stand in one rule. */
const mostNames = 50;

/** The folder and the name of a path: /faq/ and who-owns-data of /faq/who-owns-data/. */
const folderAndName = (path: string): readonly [folder: string, name: string] => {
  const at = path.lastIndexOf("/", path.length - 2) + 1;
  return [path.slice(0, at), path.slice(at, -1)];
};

/**
 * The same addresses in as few groups as possible, for hosts whose rules are read for each answer or
 * must be short.
 */
export const groupsOf = (moved: readonly MovedAddress[]): MovedGroup[] => {
  const all = moved.map(({ from, to }) => {
    const [folder, name] = folderAndName(from);
    const [path, part] = splitAddress(to);
    const fragment = part === "" ? "" : part === name ? "#*" : `#${part}`;
    return { folder, name, path, fragment };
  });
  const groups = Object.groupBy(all, ({ folder, path, fragment }) => folder + path + fragment);
  return Object.values(groups).flatMap((group = []) => {
    const [first] = group;
    const names = group.map(({ name }) => name);
    return first
      ? Array.from({ length: Math.ceil(names.length / mostNames) }, (_, at) => ({
          ...first,
          names: names.slice(at * mostNames, (at + 1) * mostNames),
        }))
      : [];
  });
};
