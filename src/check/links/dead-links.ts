import type { Nodes } from "mdast";
import { adviceFor, nearest } from "../../parse/nearest.ts";
import { inBodies, type Finding } from "../findings.ts";
import {
  isSearchFor,
  overviewPage,
  pagePath,
  pathOfBuilt,
  pathOfFile,
  questionsAnchor,
  questionsPage,
  searchPage,
  splitAddress,
  statementPath,
} from "../../centre/addresses.ts";
import { unusedDefinitions } from "./definitions.ts";
import { filesToLink, publicFolder } from "./files-to-link.ts";
import { addressesOf, decoded, type Addresses } from "./link-targets.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { isElement, partsOf, propOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { fileOfList } from "../../schemas/lists.ts";
import { wordOf } from "../../schemas/vocabulary.ts";
import { emailFault, webAddressFault } from "../../schemas/written-addresses.ts";
import { error, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** Paths that content links to; questions have an address on the questions page too. */
const namedPaths = (addresses: Addresses): string[] =>
  [...addresses.keys()].filter((path) => path === questionsPage || !path.startsWith(questionsPage));

/** The path probably meant by a link to a file, or to a page without its slashes. */
const meantPath = (path: string, content: Content, paths: readonly string[]) => {
  const name = (path.split("/").findLast((part) => part !== "") ?? "").replace(/\.\w+$/, "");
  if (content.prose.faq.some(({ id }) => id === name)) return questionsAnchor(name);
  if (name === "index") return overviewPage;
  const exact = paths.find((path) => path === pagePath(name) || path === statementPath(name));
  return exact ?? nearest(pagePath(name), paths);
};

/** A domain with its port, and what may follow them, without https:// before it. */
const bareAddress = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}[\p{L}\p{N}-]+(?::\d+)?(?:[/?#]|$)/u;

const isBareAddress = (url: string) =>
  bareAddress.test(url) && !/\.(?:mdx?|html?)(?:[?#]|$)/i.test(url);

const elsewhere = (url: string, addresses: Addresses, content: Content): string | undefined => {
  if (isBareAddress(url)) return `"${url}" is read as a page on this site; write https://${url}`;
  if (emailFault(url) === undefined)
    return `"${url}" is read as a page on this site; write its contact, such as <Contact id="…" />, in place of the link`;
  const scheme = /^([a-z][\w+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "http")
    return `"${url}" is not encrypted; write ${url.replace(/^http:/i, "https:")}`;
  if (scheme !== undefined && scheme !== "https" && scheme !== "mailto")
    return `a link cannot start with "${scheme}:"; write an address that starts with https:// or with /`;
  const fault = scheme === "https" ? webAddressFault(url) : undefined;
  if (fault !== undefined) return `"${url}" will not do as a link: ${fault}`;
  if (url.startsWith("//")) return `"${url}" lacks https: at the start; write https:${url}`;
  if (scheme !== undefined || url.startsWith("/") || url.startsWith("#")) return undefined;
  const [path = "", fragment] = url.split("#");
  const meant = meantPath(path, content, namedPaths(addresses));
  return `"${url}" leads nowhere once the site is published; write ${
    meant === undefined
      ? "the address from its first slash, such as /data/"
      : `${meant}${fragment !== undefined && !meant.includes("#") ? `#${fragment}` : ""}`
  }`;
};

/** The message for a link to a file of the site; undefined if the file exists. */
const missingFile = (path: string, files: readonly string[]): string | undefined => {
  if (files.includes(path)) return undefined;
  const advice = adviceFor(
    nearest(path, files),
    [],
    `put it there as ${publicFolder}${path}, or write the address of a page`,
  );
  return `there is no file at "${path}"; ${advice}`;
};

/** Whether a path is a file's: a page's would end in a slash, which Legal may have forgotten. */
const isFilePath = (path: string) => /\.[a-z0-9]+$/i.test(path) && !/\.(?:mdx?|html?)$/i.test(path);

/** The paths of all files that are published as they are, including folders with a page of their own. */
const pathsOfFiles = (files: readonly string[]): ReadonlySet<string> =>
  new Set(files.flatMap((file) => [file, pathOfBuilt(file)]));

const inside = (
  url: string,
  from: string,
  addresses: Addresses,
  content: Content,
  files: readonly string[],
): string | undefined => {
  const [whole, fragment] = splitAddress(url);
  const path = whole === "" ? from : decoded(whole.replace(/\?.*$/, ""));
  if (pathsOfFiles(files).has(path)) return undefined;
  if (isFilePath(path)) return missingFile(path, files);
  if (!addresses.has(path)) {
    const known = namedPaths(addresses);
    const meant = meantPath(path, content, known);
    return `there is no page at "${path}"; ${adviceFor(meant, known, `write one of: ${known.join(", ")}`)}`;
  }
  const fragments = addresses.get(path)?.map(({ id }) => id) ?? [];
  const id = decoded(fragment);
  if (id === "" || fragments.includes(id)) return undefined;
  if (path === searchPage && isSearchFor(id)) return undefined;
  const known = fragments.map((known) => `#${known}`);
  const advice = adviceFor(nearest(`#${id}`, known), known, "remove the part that starts with #");
  return `there is no "#${id}" on the page "${path}"; ${advice}`;
};

/** The path and fragment of an address on this site; undefined for another site's. */
const ownPath = (url: string, own: string | undefined): string | undefined => {
  if (url.startsWith("/") || url.startsWith("#")) return url.startsWith("//") ? undefined : url;
  if (own === undefined || !URL.canParse(url) || !URL.canParse(own)) return undefined;
  const { origin, pathname, hash } = new URL(url);
  return origin === new URL(own).origin ? `${pathname}${hash}` : undefined;
};

/** Links that the records of declared lists hold. */
const linksInLists = ({ lists, placeOf }: Content) =>
  lists.flatMap(({ id, columns, records }) => {
    const file = fileOfList(`lists/${id}`);
    const links = columns.filter(({ kind }) => kind === "link");
    return records.flatMap((record, at) =>
      links.flatMap((column) => {
        const url = record[column.id];
        const place = placeOf(file, ["records", at, column.id]);
        return typeof url === "string" ? [{ file, place, url }] : [];
      }),
    );
  });

/** The address that a component leads to. */
const addressIn = (node: Nodes): string | undefined => {
  if (!isElement(node) || node.name === null || !isComponentName(node.name)) return undefined;
  const { address } = wordOf(node.name);
  return address === undefined ? undefined : propOf(node, address);
};

/**
 * Links that lead nowhere, or not where they were meant to lead.
 * @param files the paths of the site's files that are not pages
 */
export const deadLinks = (content: Content, files = filesToLink(content)): Issue[] => {
  const addresses = addressesOf(content);
  const own = content.site.center?.url;
  const messageOf = (url: string, from: string): string | undefined => {
    const path = ownPath(url, own);
    return path === undefined
      ? elsewhere(url, addresses, content)
      : inside(path, from, addresses, content, files);
  };
  const dead = (url: string, offset: number, { file }: Body): Finding[] => {
    const message = messageOf(url, pathOfFile(file));
    return message === undefined ? [] : [{ offset, message }];
  };
  const findingsIn = (body: Body): Finding[] => {
    const unused = unusedDefinitions(body);
    return partsOf(body).flatMap(({ node, start }): Finding[] => {
      const address = addressIn(node);
      if (address !== undefined) return dead(address, start, body);
      if (node.type === "image" || node.type === "imageReference")
        return [{ offset: start, message: "images are not supported; remove this one" }];
      if (node.type !== "link" && node.type !== "definition") return [];
      if (node.type === "definition" && unused.has(node)) return [];
      // Bare addresses have a check of their own.
      if (node.type === "link" && body.text.charAt(start) !== "[") return [];
      const { url } = node;
      if (url === "")
        return [
          {
            offset: start,
            message: "this link has no address; write one in its parentheses",
          },
        ];
      return dead(url, start, body);
    });
  };
  return [
    ...inBodies(content, findingsIn),
    ...linksInLists(content).flatMap(({ file, place, url }) => {
      const message = messageOf(url, "");
      return message === undefined ? [] : [error(file, place, message)];
    }),
  ];
};
