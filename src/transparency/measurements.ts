import { buildDay } from "../environment.ts";
import type { Lockfile } from "../sbom/lockfile.ts";
import { shipped } from "../sbom/shipped.ts";
import type { Words } from "../words/index.ts";
import type { BuiltPage } from "./built-pages.ts";
import { sentHeaders } from "./explained-headers.ts";
import { inPlainWords } from "./explained-policies.ts";
import { exceptionsTo, policyOf } from "./policies.ts";
import type { Figures } from "./slots.ts";
import { weightsOf } from "./weights.ts";

/** `/data/` as the id of a row. */
const idOf = (prefix: string, text: string) =>
  `${prefix}-${
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "overview"
  }`;

const one = <Item extends { readonly path: string }>(
  items: readonly Item[],
  path: string,
): Item => {
  const found = items.find((item) => item.path === path);
  if (!found) throw new Error(`the built site has no page at ${path}`);
  return found;
};

interface Built {
  /** Where the site was built. */
  readonly folder: string;
  readonly pages: readonly BuiltPage[];
  readonly lockfile: Lockfile;
  readonly digest: string;
  readonly words: Words;
}

/**
 * Everything that `/this-site/` says in figures, of a site that is built, sealed and compressed.
 * Its own page is left out where it would have to know its own size.
 */
export const measurements = ({ folder, pages, lockfile, digest, words }: Built): Figures => {
  const others = pages.filter(({ path }) => path !== "/this-site/");
  const weights = weightsOf(folder, others);
  const overview = one(pages, "/");
  const policy = policyOf(overview);
  const search = one(weights, "/search/");
  const license = lockfile.get("")?.license;
  return {
    single: {
      pages: words.weights.pages(pages.length),
      script: words.promises.script(one(weights, "/").script),
      search: words.promises.search(search.besides, search.requests - 1),
      builtFor: words.digest.builtFor(words.date(buildDay())),
      digest,
      license: license === undefined ? words.licenses.none : words.licenses.own(license),
    },
    lists: {
      weights: weights.map(({ path, pages: several, bytes, requests, script }) => ({
        id: idOf("weight", path),
        page: several > 1 ? words.weights.heaviest(path, several) : path,
        bytes: words.number(bytes),
        requests: words.number(requests),
        script: words.number(script),
      })),
      policy: inPlainWords(policy, words.policy).map(([name, sources, meaning]) => ({
        id: idOf("policy", name),
        name,
        sources,
        meaning,
      })),
      exceptions: exceptionsTo(policy, pages).map(({ directive, pages: where }, position) => ({
        id: `exception-${String(position + 1)}`,
        pages: where.join(" "),
        directive: directive.join(" "),
        meaning: inPlainWords([directive], words.policy)[0]?.[2] ?? "",
      })),
      headers: sentHeaders(words).map(([name, value, meaning], position) => ({
        id: `header-${String(position + 1)}`,
        name,
        value,
        meaning,
      })),
      licences: shipped.map(({ name }) => {
        const { version = "", license = "" } = lockfile.get(`node_modules/${name}`) ?? {};
        return {
          id: idOf("package", name),
          package: `${name} ${version}`,
          license,
          part: words.licenses.parts[name],
        };
      }),
    },
  };
};
