import { Feed } from "feed";
import {
  changePath,
  changesFeed,
  changesPage,
  historyPath,
  type FeedFormat,
} from "../centre/addresses.ts";
import type { Centre } from "../centre/centre.ts";
import { escaped, isolated } from "../components/markup.ts";
import {
  addressOfChange,
  changedPages,
  changesOf,
  figuresOfPages,
  noteOn,
  toldPages,
  type ChangedPage,
} from "./changed-pages.ts";
import { redlineHtml } from "./redline.ts";
import { lastTitle, type Release, type Releases } from "./releases.ts";

type Words = Centre["words"];

const paragraph = (html: string) => `<p>${html}</p>`;

/** What changed on a page, as HTML that needs no style sheet. */
const pageHtml = (page: ChangedPage, { redline }: Pick<Words, "redline">): string => {
  const note = noteOn(page, redline);
  return [
    `<h2>${escaped(page.title)}</h2>`,
    note === undefined ? "" : paragraph(escaped(note)),
    redlineHtml(page.changes, redline),
  ].join("");
};

/** What a release changed on pages, as HTML. */
const releaseHtml = (release: Release, pages: readonly ChangedPage[], words: Words): string => {
  const { releases: says } = words;
  return [
    paragraph(escaped(release.summary)),
    paragraph(
      [
        says.kinds[release.kind],
        escaped(says.holdsFrom(words.date(release.effective))),
        ...(release.draft ? [says.draft] : []),
      ].join(" · "),
    ),
    ...figuresOfPages(pages).map(({ what, before, after }) =>
      paragraph(says.figure(isolated(what), isolated(before), isolated(after))),
    ),
    ...pages.map((page) => pageHtml(page, words)),
  ].join("");
};

/** Midnight of a day, in UTC. */
const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

/* The package splits a CDATA section at the first end that is in its text, and no other. */
const inCdata = (html: string) => html.replaceAll("]]>", "]]&gt;");

/** Atom that says what language it is in (RFC 4287, section 2). */
const asAtom = (feed: Feed, language: string): string =>
  feed.atom1().replace("<feed ", `<feed xml:lang="${language}" `);

/** A feed as version 1.1 of JSON Feed has it: the package writes version 1. */
const asJson = (feed: Feed, language: string): string => {
  const { author, ...rest } = JSON.parse(feed.json1()) as { readonly author: unknown };
  const version = "https://jsonfeed.org/version/1.1";
  return JSON.stringify({ ...rest, version, language, authors: [author] }, undefined, 2);
};

/** What a feed tells of, and where a visitor reads the same. */
interface Told {
  readonly title: string;
  readonly description: string;
  readonly home: string;
  /** The earliest first. */
  readonly entries: readonly {
    readonly release: Release;
    readonly pages: readonly ChangedPage[];
    readonly link: string;
  }[];
}

const ofAll = (releases: Releases, { title, description }: Words["releases"]): Told => ({
  ...{ title, description, home: changesPage },
  entries: releases.all.map((release) => ({
    release,
    pages: toldPages(changedPages(releases, release)),
    link: changePath(release.date),
  })),
});

const ofPage = (
  releases: Releases,
  path: string,
  { historyTitle, historyDescription }: Words["version"],
): Told => {
  const page = lastTitle(releases, path);
  return {
    title: historyTitle(page),
    description: historyDescription(page),
    home: historyPath(path),
    entries: changesOf(releases, path).map((change) => ({
      release: change.release,
      pages: [change.page],
      link: addressOfChange(change.page),
    })),
  };
};

/**
 * The releases as a feed, the latest first: what each changed, word by word.
 * @param format Atom (RFC 4287) or JSON Feed 1.1
 * @param site the address of the site
 * @param path of the page that it is of; undefined for all pages
 */
export const changesAsFeed = (
  releases: Releases,
  { site: { organization, center }, words }: Pick<Centre, "site" | "words">,
  format: FeedFormat,
  site: URL,
  path?: string,
): string => {
  const complete = (address: string) => new URL(address, site).href;
  const { title, description, home, entries } =
    path === undefined ? ofAll(releases, words.releases) : ofPage(releases, path, words.version);
  const feed = new Feed({
    title: `${organization.name} ${center.name}: ${title}`,
    id: complete(home),
    link: complete(home),
    description,
    language: center.language,
    copyright: organization.legalName,
    author: { name: organization.name, link: organization.url },
    updated: startOf(entries.at(-1)?.release.date ?? ""),
    generator: false,
    feedLinks: {
      atom: complete(changesFeed("xml", path)),
      json: complete(changesFeed("json", path)),
    },
  });
  /* Of an entry, Atom has title and summary in HTML, and JSON Feed in plain text. */
  const text = (words: string) => (format === "xml" ? inCdata(escaped(words)) : words);
  for (const { release, pages, link } of entries.toReversed())
    feed.addItem({
      title: text(words.redline.title(words.date(release.date))),
      id: complete(link),
      link: complete(link),
      date: startOf(release.date),
      published: startOf(release.date),
      description: text(release.summary),
      content: inCdata(
        releaseHtml(release, pages, words).replaceAll(' href="/', ` href="${complete("/")}`),
      ),
    });
  return `${(format === "xml" ? asAtom : asJson)(feed, center.language)}\n`;
};
