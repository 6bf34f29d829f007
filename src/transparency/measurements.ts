import { searchPage, thisSitePage } from "../centre/addresses.ts";
import { buildDay } from "../environment.ts";
import type { Lockfile } from "../sbom/lockfile.ts";
import { shipped } from "../sbom/shipped.ts";
import type { Words } from "../words/index.ts";
import type { BuiltPage } from "./built-pages.ts";
import { sentHeaders } from "./explained-headers.ts";
import { explainPolicy } from "./explained-policies.ts";
import { exceptionsTo, policyOf } from "./policies.ts";
import type { Figures } from "./slots.ts";
import { listedWeights, weightsOf, type Weight } from "./weights.ts";

/** The id of a row, from a path or name: `weight-data` for `/data/`. */
const rowIdOf = (prefix: string, text: string) =>
  `${prefix}-${
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "overview"
  }`;

/** @throws if no item has the path */
const byPath = <Item extends { readonly path: string }>(
  items: readonly Item[],
  path: string,
): Item => {
  const found = items.find((item) => item.path === path);
  if (!found) throw new Error(`the built site has no page at ${path}`);
  return found;
};

interface BuiltSite {
  /** The folder of the built site. */
  readonly folder: string;
  readonly pages: readonly BuiltPage[];
  readonly lockfile: Lockfile;
  readonly digest: string;
  readonly words: Words;
}

/**
 * The figures on `/this-site/`, measured on a site that is built, sealed and compressed. That page
 * itself is left out of those that depend on its own size.
 */
export const measurements = ({ folder, pages, lockfile, digest, words }: BuiltSite): Figures => {
  const others = pages.filter(({ path }) => path !== thisSitePage);
  const weights = weightsOf(folder, others);
  const { named, others: unnamed } = listedWeights(weights);
  const weightRow = (
    id: string,
    page: string,
    { bytes, requests, script }: Omit<Weight, "path">,
  ) => ({
    ...{ id, page, bytes: words.number(bytes) },
    ...{ requests: words.number(requests), script: words.number(script) },
  });
  const overview = byPath(pages, "/");
  const policy = policyOf(overview);
  const search = byPath(weights, searchPage);
  const license = lockfile.get("")?.license;
  return {
    single: {
      pages: words.weights.pages(pages.length),
      script: words.promises.script(byPath(weights, "/").script),
      search: words.promises.search(search.otherBytes, search.requests - 1),
      builtFor: words.digest.builtFor(words.date(buildDay())),
      digest,
      license: license === undefined ? words.licenses.none : words.licenses.own(license),
    },
    lists: {
      weights: [
        ...named.map((weight) => {
          const { path, pages: count } = weight;
          return weightRow(
            rowIdOf("weight", path),
            count > 1 ? words.weights.heaviest(path, count) : path,
            weight,
          );
        }),
        ...(unnamed
          ? [weightRow("weight-others", words.weights.others(unnamed.pages), unnamed)]
          : []),
      ],
      policy: explainPolicy(policy, words.policy).map(([name, sources, meaning]) => ({
        id: rowIdOf("policy", name),
        name,
        sources,
        meaning,
      })),
      exceptions: exceptionsTo(policy, pages).map(({ directive, pages: paths }, position) => ({
        id: `exception-${String(position + 1)}`,
        pages: paths.join(" "),
        directive: directive.join(" "),
        meaning: explainPolicy([directive], words.policy)[0]?.[2] ?? "",
      })),
      headers: sentHeaders(words).map(([name, value, meaning], position) => ({
        id: `header-${String(position + 1)}`,
        name,
        value,
        meaning,
      })),
      licenses: shipped.map(({ name }) => {
        const { version = "", license = "" } = lockfile.get(`node_modules/${name}`) ?? {};
        return {
          id: rowIdOf("package", name),
          package: `${name} ${version}`,
          license,
          part: words.licenses.parts[name],
        };
      }),
    },
  };
};
