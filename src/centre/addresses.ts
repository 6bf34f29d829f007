/*
 * The only place that knows the shape of a URL: the path of everything on the site, and how the ids
 * within a page are formed. Pure, and small enough for scripts in the browser.
 */

/**
 * An email address as a URI, which is ASCII (RFC 6068; RFC 5891 for the domain).
 */
export const mailtoAddress = (email: string): string => {
  const at = email.lastIndexOf("@");
  const name = encodeURIComponent(email.slice(0, at)).replaceAll("%2B", "+");
  return `mailto:${name}@${new URL(`https://${email.slice(at + 1)}`).hostname}`;
};

export const overviewPage = "/";
export const questionsPage = "/faq/";
export const contactsPage = "/contacts/";
const requestPage = "/request/";
const statementsFolder = "/statements/";

/** Pages that exist without a file in the content. */
export const everythingPage = "/everything/";
export const searchPage = "/search/";
export const thisSitePage = "/this-site/";
/** Exists only where the organization makes a statement. */
export const accessibilityPage = "/accessibility/";
/** Exists only while the site is a draft. */
export const draftPage = "/draft/";

/** What changed, release by release; exists only where something was released. */
export const changesPage = "/changes/";
/** Pages as they stood. */
const versionsFolder = "/versions/";

/** Pages that repeat the content of others or have none of their own: search engines leave them out. */
export const unlistedPages: readonly string[] = [draftPage, everythingPage, searchPage];

/** The page for addresses that do not exist. */
export const notFoundFile = "/404.html";

const fileListFile = `${thisSitePage}files.txt`;
const iconFile = "/icon.svg";
const robotsFile = "/robots.txt";
const sbomFile = "/sbom.cdx.json";
const securityTxtFile = "/.well-known/security.txt";
export const sitemapFile = "/sitemap-index.xml";

/** All that the site says, for programs; its schema; and for language models, an index and the whole text. */
export const centreFile = "/centre.json";
export const centreSchemaFile = "/centre.schema.json";
export const llmsFile = "/llms.txt";
export const llmsFullFile = "/llms-full.txt";

/** All that the site says, to take away: exists only where it was made. */
export const packFile = "/everything.zip";

/** The file of a list of facts, by the name of the list. */
export const factsFile = (list: string, format: "csv" | "json"): string =>
  `/facts/${list}.${format}`;

/** The name of a page's Markdown twin, beside its HTML. */
export const twinName = "index.md";

/** The path of the Markdown twin of a page. */
export const twinOf = (path: string): string => `${path}${twinName}`;

/** Files that the build writes and that content may link to. */
export const ownFiles: readonly string[] = [
  centreFile,
  centreSchemaFile,
  fileListFile,
  iconFile,
  llmsFile,
  llmsFullFile,
  robotsFile,
  sbomFile,
  securityTxtFile,
  sitemapFile,
  "/sitemap-0.xml",
];

/** The ids of the sections of the page that says how the site treats its visitors. */
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

/** The ids of the sections of the statement on accessibility; some exist only with what they tell. */
export const accessibilitySections = [
  "measures",
  "status",
  "feedback",
  "compatibility",
  "technologies",
  "limitations",
  "assessment",
  "measured",
  "approval",
  "complaints",
] as const;

/** The id of a limitation in the statement on accessibility. */
export const limitationAnchor = (id: string): string => `limitation-${id}`;

/** Whether a fragment of the search page's address is a query. */
export const isSearchFor = (fragment: string): boolean => fragment.startsWith("q=");

/** The path of a page of the content, by its id. */
export const pagePath = (id: string): string => (id === "index" ? overviewPage : `/${id}/`);

/** The path of a statement, by its id. */
export const statementPath = (id: string): string => `${statementsFolder}${id}/`;

/** The path of what changed with a release, by its day. */
export const changePath = (date: string): string => `${changesPage}${date}/`;

/** The days from which releases hold, for calendars. */
export const changesCalendar = `${changesPage}calendar.ics`;

/** The path of the list of the versions that were in force, by the day of a release. */
export const versionsPath = (date: string): string => `${versionsFolder}${date}/`;

/** The path of the list of all versions of a page, by the page's path. */
export const historyPath = (path: string): string =>
  `${versionsFolder}${path === overviewPage ? "index/" : path.slice(1)}`;

/** The path of a page as it stood, by the page's path and the day of a release. */
export const versionPath = (path: string, date: string): string => `${historyPath(path)}${date}/`;

/** What feeds are in: Atom and JSON Feed, by the endings of their names. */
export const feedFormats = ["xml", "json"] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** The path of a feed of what changed: on a page, by its path, or on all. */
export const changesFeed = (format: FeedFormat, path?: string): string =>
  `${path === undefined ? changesPage : historyPath(path)}feed.${format}`;

/** The list of what was released, for scripts that compare texts and look them up. */
export const versionsFile = `${versionsFolder}index.json`;

/** Whether a page tells of what was released: as a page stood, or what changed. */
export const isOfReleases = (path: string): boolean =>
  path.startsWith(changesPage) || isVersion(path);

/** Whether a page shows what stood once, or lists what did. */
export const isVersion = (path: string): boolean => path.startsWith(versionsFolder);

/** The id of a page in the list of what changed on it; no name has two hyphens. */
export const changedPageAnchor = (path: string): string =>
  path === overviewPage ? "index" : path.slice(1, -1).replaceAll("/", "--");

/**
 * Whether the text of a page is kept with each release. Some pages repeat others, some are made anew
 * with each build: of what was measured on it, say.
 */
export const isReleased = (path: string): boolean =>
  ![everythingPage, searchPage, thisSitePage, accessibilityPage, draftPage].includes(path) &&
  !isOfReleases(path);

/** The path of a question's own page; a redirect in layouts where it has none. */
export const questionPath = (id: string): string => `${questionsPage}${id}/`;

/** The path of a topic's own page; a redirect in layouts where it has none. */
export const topicPath = (id: string): string => `${questionsPage}${id}/`;

/** The most pages that list the questions of a topic, including the topic's own. */
export const maxTopicParts = 9;

/** The path of a page that lists questions of a topic, by its number, from 1. */
export const topicPartPath = (id: string, number: number): string =>
  number === 1 ? topicPath(id) : `${topicPath(id)}${String(number)}/`;

/** The id of a topic's heading on the page of questions. */
export const topicAnchor = (id: string): string => `topic-${id}`;

/** The permanent address of a topic or question, in every layout, for links in the content. */
export const questionsAnchor = (id: string): string => `${questionsPage}#${id}`;

/** The address where a right can be exercised, by its id. */
export const rightPath = (id: string): string => `${requestPage}#${id}`;

/** The id of a law's footnote. */
export const footnoteAnchor = (id: string): string => `footnote-${id}`;

/** The id of a row in the table of an archived statement's differences, by its position, from 0. */
export const differenceAnchor = (position: number): string => `difference-${String(position + 1)}`;

/** The id of a statement on the page with everything; no page has such a name. */
export const statementPart = (id: string): string => `statements_${id}`;

/**
 * An id of a page that is embedded in another: the name of its part, an underscore and the id. No
 * name has an underscore, so no two ids are the same.
 */
export const embeddedAnchor = (part: string, id: string): string => `${part}_${id}`;

/** The path of the page that shows a file of prose, by the file's path in the content folder. */
export const pathOfFile = (file: string): string => {
  const [folder = "", name = ""] = file.replace(/\.mdx$/, "").split("/");
  if (folder === "faq") return questionsPage;
  return folder === "statements" ? statementPath(name) : pagePath(name);
};

/** The path of a file of the built site in an address: /data/ for /data/index.html. */
export const pathOfBuilt = (file: string): string => file.replace(/(^|\/)index\.html$/, "$1");

/** The file of the built site that is at a path: /data/index.html for /data/. */
export const builtFileOf = (path: string): string =>
  path.endsWith("/") ? `${path}index.html` : path;

/** The id of the question or topic in a path below the page of questions; undefined elsewhere. */
export const nameBelowQuestions = (path: string): string | undefined =>
  path.startsWith(questionsPage) ? path.slice(questionsPage.length, -1) : undefined;

/** What stands behind an address in a sentence, and mail programs take for a part of it. */
export const leftBehind =
  "\t\n\r !\"'()*,.:;>?]`}\u00a0«»‘’“”„…‹›\u200b\u200c\u200d\u200e\u200f\u2060\ufeff、。」』！），：；？";

/** Matches a path that ends in what was left behind a page's; the page's own, without slash, is the group. */
export const pathWithLeftBehind = (oneLeftBehind: string): string =>
  `^((?:/[A-Za-z0-9_-]+)*)/?(?:${oneLeftBehind})+/?$`;

/** Splits an address on the site into its path and its fragment, without the number sign. */
export const splitAddress = (address: string): readonly [path: string, fragment: string] => {
  const at = address.indexOf("#");
  return at === -1 ? [address, ""] : [address.slice(0, at), address.slice(at + 1)];
};

/**
 * The canonical address of a page; undefined for the page that says "not found".
 * @param path of the page
 * @param site the address of the site
 */
export const canonicalAddress = (path: string, site: URL | undefined): string | undefined =>
  path === "/404/" ? undefined : new URL(path, site).href;
