import type { BuiltPage } from "./built-pages.ts";

/** A directive of a security policy: its name, and what it allows. */
export type Directive = readonly [name: string, sources: string];

/** What stands for a fingerprint; those of a page are as many as it has pieces of its own. */
export const fingerprint = "'sha256-…'";

const shortened = (source: string) => (source.startsWith("'sha256-") ? fingerprint : source);

/** The Content Security Policy (CSP level 3) that a page carries, with its hashes shortened. */
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

/** A directive that is another on some pages. */
export interface Exception {
  readonly directive: Directive;
  /** The addresses of those pages. */
  readonly pages: readonly string[];
}

/** What the pages' own policies say otherwise than a common one. */
export const exceptionsTo = (
  common: readonly Directive[],
  pages: readonly BuiltPage[],
): Exception[] => {
  const others = pages.flatMap((page) =>
    policyOf(page)
      .filter(([name, sources]) => !common.some((one) => one[0] === name && one[1] === sources))
      .map((directive) => ({ directive, path: page.path })),
  );
  return Object.values(Object.groupBy(others, ({ directive }) => directive.join(" "))).flatMap(
    (all = []) => {
      const [first] = all;
      return first ? [{ directive: first.directive, pages: all.map(({ path }) => path) }] : [];
    },
  );
};
