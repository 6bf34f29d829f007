/*
 * The only place that knows the shape of a URL: what stands at which path of the site, and what an
 * id within a page is made of. Pure, and small enough for the scripts of pages.
 */

export const overviewPage = "/";
export const questionsPage = "/faq/";
const requestPage = "/request/";
const statementsFolder = "/statements/";

/** Pages that the site has by itself. */
export const everythingPage = "/everything/";
export const searchPage = "/search/";
export const thisSitePage = "/this-site/";
/** There only while the site is a draft. */
export const draftPage = "/draft/";

/** The page for addresses that lead nowhere, which has none of its own. */
export const notFoundFile = "/404.html";

const fileListFile = `${thisSitePage}files.txt`;
const iconFile = "/icon.svg";
const robotsFile = "/robots.txt";
const sbomFile = "/sbom.cdx.json";
const securityTxtFile = "/.well-known/security.txt";
export const sitemapFile = "/sitemap-index.xml";

/** Files that the site has by itself and that one may link to. */
export const ownFiles: readonly string[] = [
  fileListFile,
  iconFile,
  robotsFile,
  sbomFile,
  securityTxtFile,
  sitemapFile,
  "/sitemap-0.xml",
];

/** The sections of the page that says how the site treats its visitors, by their ids. */
export const thisSiteSections = [
  "promises",
  "weights",
  "policy",
  "headers",
  "check",
  "limits",
  "digest",
  "licences",
] as const;

/** Within the address of the search page, what is looked for. */
export const isSearchFor = (fragment: string): boolean => fragment.startsWith("q=");

/** Where a page of the content is, by its id. */
export const pagePath = (id: string): string => (id === "index" ? overviewPage : `/${id}/`);

/** Where a statement is, by its id. */
export const statementPath = (id: string): string => `${statementsFolder}${id}/`;

/** Where a question has a page of its own, in layouts where it has one; else it leads on from there. */
export const questionPath = (id: string): string => `${questionsPage}${id}/`;

/** Where a topic has a page of its own, in layouts where it has one; else it leads on from there. */
export const topicPath = (id: string): string => `${questionsPage}${id}/`;

/** So many pages name the questions of a topic at most, the topic's own among them. */
export const mostParts = 9;

/** Where one of the pages is that name the questions of a topic, by its number from 1 on. */
export const topicPartPath = (id: string, number: number): string =>
  number === 1 ? topicPath(id) : `${topicPath(id)}${String(number)}/`;

/** The id of a topic's heading on the page of questions. */
export const topicAnchor = (id: string): string => `topic-${id}`;

/** The address by which content names something on the page of questions, in every layout. */
export const questionsAnchor = (id: string): string => `${questionsPage}#${id}`;

/** Where a right can be exercised, by its id. */
export const rightPath = (id: string): string => `${requestPage}#${id}`;

/** The id of a law's footnote. */
export const footnoteAnchor = (id: string): string => `footnote-${id}`;

/** The id of a row in the list of what an archived statement says otherwise, by its position from 0 on. */
export const differenceAnchor = (position: number): string => `difference-${String(position + 1)}`;

/** The id of a statement on the page that holds everything; no page has this name. */
export const statementPart = (id: string): string => `statements_${id}`;

/**
 * An id of a page that stands within another, behind the name of its part. No name has an
 * underscore: so no two ids are the same, whatever stands before and behind.
 */
export const embeddedAnchor = (part: string, id: string): string => `${part}_${id}`;

/** Where what is written in a file of prose is read, by its path from the content folder. */
export const pathOfFile = (file: string): string => {
  const [folder = "", name = ""] = file.replace(/\.mdx$/, "").split("/");
  if (folder === "faq") return questionsPage;
  return folder === "statements" ? statementPath(name) : pagePath(name);
};

/** The path at which a file of the built site is asked for, by its own: /data/index.html is at /data/. */
export const pathOfBuilt = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

/** The file of the built site that is sent for a path. */
export const builtFileOf = (path: string): string =>
  path.endsWith("/") ? `${path}index.html` : path;

/** The id of the question or topic that a path below the page of questions is named after. */
export const nameBelowQuestions = (path: string): string | undefined =>
  path.startsWith(questionsPage) ? path.slice(questionsPage.length, -1) : undefined;

/** The two parts of an address on the site: its path, and what follows the number sign. */
export const splitAddress = (address: string): readonly [path: string, fragment: string] => {
  const at = address.indexOf("#");
  return at === -1 ? [address, ""] : [address.slice(0, at), address.slice(at + 1)];
};

/**
 * The address that a page is known by; nothing for the page for addresses that lead nowhere.
 * @param path where the page stands on the site
 * @param site the address of the site
 */
export const canonicalAddress = (path: string, site: URL | undefined): string | undefined =>
  path === "/404/" ? undefined : new URL(path, site).href;
