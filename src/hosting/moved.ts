import { splitAddress } from "../centre/addresses.ts";

/** A redirect, read from the page that redirects, so that hosts and that page cannot disagree. */
export interface MovedAddress {
  /** A path that ends with a slash. */
  readonly from: string;
  /** A path; with a fragment if that replaces the fragment of the request. */
  readonly to: string;
}

const metaRefresh = '<meta http-equiv="refresh"';

/** Whether a built page only redirects to another. */
export const isRedirect = (html: string): boolean => html.includes(metaRefresh);

/**
 * The address that a redirect page leads to, without its origin.
 * @throws if the page names none
 */
const redirectTarget = (html: string, from: string): string => {
  const [, href] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  if (href === undefined)
    throw new Error(`the page at ${from} leads on, and does not say where to`);
  const { pathname, hash } = new URL(href);
  return pathname + hash;
};

/** The redirect that the page at an address makes. */
export const movedAddress = (from: string, html: string): MovedAddress => ({
  from,
  to: redirectTarget(html, from),
});

/** Redirects from one folder to one page. */
export interface MovedGroup {
  readonly folder: string;
  readonly names: readonly string[];
  /** The path of the page they lead to. */
  readonly path: string;
  /** A fragment with its number sign, in which `*` stands for the name; empty if there is none. */
  readonly fragment: string;
}

/** The most names in a rule. */
const maxNames = 50;

/** The folder and the name in a path: /faq/ and who-owns-data of /faq/who-owns-data/. */
const folderAndName = (path: string): readonly [folder: string, name: string] => {
  const at = path.lastIndexOf("/", path.length - 2) + 1;
  return [path.slice(0, at), path.slice(at, -1)];
};

/**
 * Groups redirects into as few rules as possible, for hosts that read their rules for each response
 * or limit their length.
 */
export const groupRedirects = (moved: readonly MovedAddress[]): MovedGroup[] => {
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
      ? Array.from({ length: Math.ceil(names.length / maxNames) }, (_, at) => ({
          ...first,
          names: names.slice(at * maxNames, (at + 1) * maxNames),
        }))
      : [];
  });
};
