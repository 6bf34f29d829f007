import { nearest } from "../../parse/nearest.ts";
import { inBodies, type Finding } from "../findings.ts";
import { addressesOf, decoded, pathOf, type Addresses } from "./link-targets.ts";
import { partsOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** What to write in place of a link to a file, or to a page without its slashes. */
const meantPath = (path: string, content: Content, known: readonly string[]) => {
  const name = (path.split("/").findLast((part) => part !== "") ?? "").replace(/\.\w+$/, "");
  if (content.prose.faq.some(({ id }) => id === name)) return `/faq/#${name}`;
  if (name === "index") return "/";
  const exact = known.find((one) => one === `/${name}/` || one === `/statements/${name}/`);
  return exact ?? nearest(`/${name}/`, known);
};

const elsewhere = (url: string, addresses: Addresses, content: Content): string | undefined => {
  const scheme = /^([a-z][\w+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "http")
    return `"${url}" is not encrypted; write ${url.replace(/^http:/i, "https:")}`;
  if (scheme !== undefined && scheme !== "https" && scheme !== "mailto")
    return `a link cannot begin with "${scheme}:"; write an address that begins with https:// or with /`;
  if (scheme !== undefined && !URL.canParse(url))
    return `"${url}" is no address; write one as it stands in the address bar of a browser`;
  if (url.startsWith("//")) return `"${url}" has no beginning; write https:${url}`;
  if (scheme !== undefined || url.startsWith("/") || url.startsWith("#")) return undefined;
  const [path = "", fragment] = url.split("#");
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/|$)/i.test(path) && !/\.(?:mdx?|html?)$/i.test(path))
    return `"${url}" is read as a page of this site; write https://${url}`;
  const meant = meantPath(path, content, [...addresses.keys()]);
  return `"${url}" leads nowhere once it is published; write ${
    meant === undefined
      ? "the address from its first slash on, such as /data/"
      : `${meant}${fragment !== undefined && !meant.includes("#") ? `#${fragment}` : ""}`
  }`;
};

/** What is wrong with a link to a part of a page by an address that the page no longer has. */
const lostOnTheWay = (path: string, id: string, { prose }: Content): string | undefined => {
  const moved = prose.pages.find(({ data }) => data.formerly?.some((old) => `/${old}/` === path));
  const now = moved && pathOf(`pages/${moved.id}.mdx`);
  return (
    now &&
    `"${path}" leads on to "${now}", and what begins with # is lost there; write ${now}#${id}`
  );
};

const inside = (
  url: string,
  from: string,
  addresses: Addresses,
  content: Content,
): string | undefined => {
  const [whole = "", fragment = ""] = url.split("#", 2);
  const path = whole === "" ? from : decoded(whole.replace(/\?.*$/, ""));
  if (!addresses.has(path)) {
    const meant = meantPath(path, content, [...addresses.keys()]);
    return `there is no page at "${path}"; ${
      meant === undefined
        ? `write one of: ${[...addresses.keys()].join(", ")}`
        : `did you mean "${meant}"?`
    }`;
  }
  const fragments = addresses.get(path)?.map(({ id }) => id) ?? [];
  const id = decoded(fragment);
  if (id === "") return undefined;
  if (fragments.includes(id)) return lostOnTheWay(path, id, content);
  const meant = nearest(id, fragments);
  return `nothing on the page "${path}" is called "#${id}"; ${
    meant === undefined ? "leave out what begins with #" : `did you mean "#${meant}"?`
  }`;
};

/** The part of an address behind the centre's own; nothing for one of another site. */
const ownPath = (url: string, own: string | undefined): string | undefined => {
  if (url.startsWith("/") || url.startsWith("#")) return url.startsWith("//") ? undefined : url;
  if (own === undefined || !URL.canParse(url) || !URL.canParse(own)) return undefined;
  const { origin, pathname, hash } = new URL(url);
  return origin === new URL(own).origin ? `${pathname}${hash}` : undefined;
};

/** Links that lead nowhere, or not where they were meant to. */
export const deadLinks = (content: Content): Issue[] => {
  const addresses = addressesOf(content);
  const own = content.site.centre?.url;
  const findingsIn = (body: Body): Finding[] =>
    partsOf(body).flatMap(({ node, start }): Finding[] => {
      if (node.type === "image" || node.type === "imageReference")
        return [{ offset: start, message: "a picture cannot be put into the text; leave it out" }];
      if (node.type !== "link" && node.type !== "definition") return [];
      // What was made a link by itself is a check of its own.
      if (node.type === "link" && body.text.charAt(start) !== "[") return [];
      const { url } = node;
      if (url === "")
        return [
          {
            offset: start,
            message: "this link leads nowhere; write an address in its round brackets",
          },
        ];
      const path = ownPath(url, own);
      const message =
        path === undefined
          ? elsewhere(url, addresses, content)
          : inside(path, pathOf(body.file), addresses, content);
      return message === undefined ? [] : [{ offset: start, message }];
    });
  return inBodies(content, findingsIn);
};
