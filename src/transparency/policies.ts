import type { BuiltPage } from "./built-pages.ts";

/** A directive of a Content Security Policy: its name, and the sources it allows. */
export type Directive = readonly [name: string, sources: string];

/** Stands for the hashes in a policy, of which a page has one for each inline script and style. */
export const fingerprint = "'sha256-…'";

const shortened = (source: string) => (source.startsWith("'sha256-") ? fingerprint : source);

/**
 * The Content Security Policy (CSP level 3) of a page, with its hashes shortened.
 * @throws if the page has none
 */
export const policyOf = ({ path, elements }: BuiltPage): Directive[] => {
  const content = elements.find(
    ({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy",
  )?.attributes["content"];
  if (content === undefined) throw new Error(`${path} carries no security policy`);
  return content.split("; ").map((directive) => {
    const [name = "", ...sources] = directive.split(" ");
    return [name, [...new Set(sources.map(shortened))].join(" ")];
  });
};

/** A directive that some pages have instead of the common one. */
export interface Exception {
  readonly directive: Directive;
  /** The addresses of those pages. */
  readonly pages: readonly string[];
}

/** Where the policies of pages differ from a common one. */
export const exceptionsTo = (
  common: readonly Directive[],
  pages: readonly BuiltPage[],
): Exception[] => {
  const others = pages.flatMap((page) =>
    policyOf(page)
      .filter(
        ([name, sources]) =>
          !common.some(([commonName, allowed]) => commonName === name && allowed === sources),
      )
      .map((directive) => ({ directive, path: page.path })),
  );
  return Object.values(Object.groupBy(others, ({ directive }) => directive.join(" "))).flatMap(
    (all = []) => {
      const [first] = all;
      return first ? [{ directive: first.directive, pages: all.map(({ path }) => path) }] : [];
    },
  );
};
