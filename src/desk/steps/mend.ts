import { isDeepStrictEqual } from "node:util";
import type { Nodes } from "mdast";
import { visit, type Node } from "yaml";
import { pathOfFile, splitAddress } from "../../centre/addresses.ts";
import { referencesIn } from "../../centre/references.ts";
import { decoded } from "../../check/links/link-targets.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { splitProse } from "../../parse/front-matter.ts";
import { readBody } from "../../parse/mdx.ts";
import { isElement, partsOf, propOf, type TreePart } from "../../parse/mdx-tree.ts";
import { isRecord } from "../../schemas/introspection.ts";
import type { Target } from "../../schemas/records.ts";
import { referencesOf, wordOf } from "../../schemas/vocabulary.ts";
import { dataOf, withEdit } from "../store/edit.ts";
import { Refusal } from "../store/refusal.ts";
import { schemaOfFile } from "../store/schema-of-file.ts";
import { parseSource, type Range } from "../store/yaml-source.ts";

/* Writes what refers to something by another id or address, where that stands, and nothing else. */

/** A place on the site: the path of a page, and what is named on it. */
export interface SitePlace {
  readonly path: string;
  readonly fragment: string;
}

/** What is called otherwise from now on. */
export interface Renaming {
  /** The id that something in a list or folder has from now on. */
  readonly id: (target: Target, id: string) => string;
  /** Where a place of the site is from now on. */
  readonly place: (place: SitePlace) => SitePlace;
  /** The address of the site, as the content has it. */
  readonly site: string | undefined;
}

/** A stretch of a text and what is to stand there. */
interface Mend extends Range {
  readonly text: string;
}

const escapedForPattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How the own addresses of a site are told: at the start of an address, and anywhere in words. */
interface Own {
  readonly start: RegExp;
  readonly anywhere: RegExp;
}

const ownBySite = new Map<string, Own | undefined>();

const ownOf = ({ site }: Renaming): Own | undefined => {
  if (site === undefined) return undefined;
  if (!ownBySite.has(site)) {
    const origin = URL.canParse(site) ? escapedForPattern(new URL(site).origin) : undefined;
    ownBySite.set(
      site,
      origin === undefined
        ? undefined
        : {
            start: new RegExp(`^${origin}(?=[/#?]|$)`, "i"),
            anywhere: new RegExp(`${origin}/[^\\s"'<>()\\[\\]{}|\\\\]*`, "gi"),
          },
    );
  }
  return ownBySite.get(site);
};

/** An address in the content, as it is written from now on. */
const addressAfter = (renaming: Renaming, url: string, here: string): string => {
  const own = ownOf(renaming)?.start.exec(url)?.[0];
  const rest = own === undefined ? url : url.slice(own.length);
  if (own === undefined ? !/^(?:\/(?!\/)|#)/.test(rest) : rest === "") return url;
  const [whole, fragment] = splitAddress(rest);
  const [, written = "", query = ""] = /^([^?]*)(.*)$/s.exec(whole) ?? [];
  const before = { path: written === "" ? here : decoded(written), fragment: decoded(fragment) };
  const after = renaming.place(before);
  const path = written === "" || after.path === before.path ? written : after.path;
  const named = after.fragment === before.fragment ? fragment : after.fragment;
  return `${own ?? ""}${path}${query}${named === "" ? "" : `#${named}`}`;
};

/** Words in which an address of the site can stand, as they are written from now on. */
const wordsAfter = (renaming: Renaming, words: string): string => {
  const own = ownOf(renaming);
  if (own === undefined) return words;
  return words.replaceAll(own.anywhere, (found) => {
    const [behind = ""] = /[.,;:!?]*$/.exec(found) ?? [];
    const url = found.slice(0, found.length - behind.length);
    return `${addressAfter(renaming, url, "/")}${behind}`;
  });
};

/** The text of a value, or of a property, as it is written from now on. */
const valueAfter = (renaming: Renaming, value: string): string =>
  value.startsWith("/") ? addressAfter(renaming, value, "/") : wordsAfter(renaming, value);

/** A value of any depth with another in place of each text. */
const mapped = (value: unknown, by: (text: string) => string): unknown => {
  if (typeof value === "string") return by(value);
  if (Array.isArray(value)) return value.map((entry) => mapped(entry, by));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, mapped(below, by)]));
};

const applied = (text: string, mends: readonly Mend[]): string =>
  mends
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (before, { start, end, text: by }) => before.slice(0, start) + by + before.slice(end),
      text,
    );

const cannotMend = (file: string, what: string) =>
  new Refusal(
    `${file} refers to this as ${what}, written in a way that the desk cannot change; change it there first`,
  );

/** The ids in the fields of a file as they are from now on. */
const withIds = (renaming: Renaming, file: string, text: string): string => {
  const value = dataOf(file, text)?.value;
  const schema = schemaOfFile(file, value);
  if (!schema) return text;
  return referencesIn(schema, value).reduce((before, { path, target, id }) => {
    const after = renaming.id(target, id);
    return after === id ? before : withEdit(file, before, { kind: "set", path, value: after });
  }, text);
};

/** The addresses in the fields of a file as they are from now on. */
const withAddresses = (renaming: Renaming, file: string, text: string): string => {
  const before = dataOf(file, text);
  const yaml = file.endsWith(".mdx") ? splitProse(text).matter : text;
  if (!before || yaml === undefined) return text;
  const mends: Mend[] = [];
  visit(parseSource(file, yaml) as Node, {
    Scalar: (key, { value, range }) => {
      if (key === "key" || typeof value !== "string" || !range) return;
      const after = valueAfter(renaming, value);
      if (after === value) return;
      const [start, end] = range;
      const source = yaml.slice(start, end);
      const mended = value.startsWith("/")
        ? source.replace(value, () => after)
        : wordsAfter(renaming, source);
      if (mended === source) throw cannotMend(file, value);
      mends.push({ start, end, text: mended });
    },
  });
  const changed = applied(text, mends);
  const goal = mapped(before.value, (value) => valueAfter(renaming, value));
  if (mends.length > 0 && !isDeepStrictEqual(dataOf(file, changed)?.value, goal))
    throw cannotMend(file, "an address");
  return changed;
};

/** Where something stands in a stretch of a text, the last time. */
const rangeOf = (text: string, from: number, to: number, what: string): Range | undefined => {
  const at = text.slice(from, to).lastIndexOf(what);
  return at === -1 ? undefined : { start: from + at, end: from + at + what.length };
};

/** The properties of a component that change, with what they are from now on. */
const propsAfter = (renaming: Renaming, node: Nodes, here: string): [string, string, string][] => {
  if (!isElement(node) || node.name === null || !isComponentName(node.name)) return [];
  const prop = (name: string) => propOf(node, name);
  const ids = Object.entries(referencesOf(node.name, prop)).map(([name, target]) => {
    const value = prop(name);
    const after = value?.replaceAll(/[^,\s]+/g, (id) => renaming.id(target, id));
    return [name, value, after] as const;
  });
  const { address } = wordOf(node.name);
  const url = address === undefined ? undefined : prop(address);
  const all = [
    ...ids,
    ...(address === undefined || url === undefined
      ? []
      : [[address, url, addressAfter(renaming, url, here)] as const]),
  ];
  return all.flatMap(([name, value, after]): [string, string, string][] =>
    value === undefined || after === undefined || value === after ? [] : [[name, value, after]],
  );
};

const mendsOfProps = (
  renaming: Renaming,
  file: string,
  text: string,
  { node }: TreePart,
  here: string,
): Mend[] =>
  propsAfter(renaming, node, here).map(([name, value, after]) => {
    const attribute = isElement(node)
      ? node.attributes.find((other) => other.type === "mdxJsxAttribute" && other.name === name)
      : undefined;
    const [from = 0, to = 0] = [attribute?.position?.start.offset, attribute?.position?.end.offset];
    const range = rangeOf(text, from, to, value);
    if (!range) throw cannotMend(file, `${name}="${value}"`);
    return { ...range, text: after };
  });

/** The mends of a link, of where the addresses of links are listed, or of words. */
const mendsOfPart = (
  renaming: Renaming,
  file: string,
  text: string,
  part: TreePart,
  here: string,
): Mend[] => {
  const { node, start, end } = part;
  if (isElement(node)) return mendsOfProps(renaming, file, text, part, here);
  if (node.type === "text" || node.type === "inlineCode" || node.type === "code") {
    const source = text.slice(start, end);
    const after = wordsAfter(renaming, source);
    return after === source ? [] : [{ start, end, text: after }];
  }
  if (node.type !== "link" && node.type !== "definition") return [];
  const isShown = node.type === "link" && text[start] !== "[";
  /* The words of an address that is shown as it is are mended as such. */
  if (isShown) return [];
  const after = addressAfter(renaming, node.url, here);
  if (after === node.url) return [];
  const words = node.type === "link" ? node.children.at(-1)?.position?.end.offset : undefined;
  const range = rangeOf(text, words ?? start, end, node.url);
  if (!range) throw cannotMend(file, node.url);
  return [{ ...range, text: after }];
};

/** A tree without its places, with everything that is renamed as it is from now on. */
const treeAfter = (renaming: Renaming, node: unknown, here: string): unknown => {
  if (Array.isArray(node)) return node.map((below) => treeAfter(renaming, below, here));
  if (!isRecord(node)) return node;
  const props = propsAfter(renaming, node as unknown as Nodes, here);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === "position" || key === "data") return [key, undefined];
      if (key === "attributes" && Array.isArray(value))
        return [
          key,
          value.map((attribute: unknown) => {
            if (!isRecord(attribute)) return attribute;
            const [, , after] = props.find(([name]) => name === attribute["name"]) ?? [];
            return { name: attribute["name"], value: after ?? attribute["value"] };
          }),
        ];
      if (key === "url" && typeof value === "string")
        return [key, addressAfter(renaming, value, here)];
      if (key === "value" && typeof value === "string") return [key, wordsAfter(renaming, value)];
      return [key, treeAfter(renaming, value, here)];
    }),
  );
};

const nothing: Renaming = { id: (_, id) => id, place: (place) => place, site: undefined };

/** The text below the fields of a file as it is from now on. */
const withProse = (renaming: Renaming, file: string, text: string): string => {
  const here = pathOfFile(file);
  const { body } = splitProse(text);
  const read = readBody(file, body);
  const mends = partsOf(read).flatMap((part) => mendsOfPart(renaming, file, body, part, here));
  if (mends.length === 0) return text;
  const changed = applied(text, mends);
  const after = readBody(`${file} as mended`, splitProse(changed).body);
  const goal = treeAfter(renaming, read.tree, here);
  if (!isDeepStrictEqual(treeAfter(nothing, after.tree, here), goal))
    throw cannotMend(file, "an address or an id");
  return changed;
};

/** Whether everything in a file can be read, so that no reference in it is missed. */
export const isReadable = (file: string, text: string): boolean =>
  dataOf(file, text) !== undefined &&
  (!file.endsWith(".mdx") || readBody(file, splitProse(text).body).issues.length === 0);

/**
 * A content file with everything renamed in it that it refers to. All else stays as it is.
 * @throws {Refusal} if that cannot be written
 */
export const mended = (renaming: Renaming, file: string, text: string): string => {
  const fields = withAddresses(renaming, file, withIds(renaming, file, text));
  return file.endsWith(".mdx") ? withProse(renaming, file, fields) : fields;
};
