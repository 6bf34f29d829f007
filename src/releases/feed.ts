import { Feed } from "feed";
import { changePath, changesFeed, changesPage } from "../centre/addresses.ts";
import type { Centre } from "../centre/centre.ts";
import { escaped } from "../components/markup.ts";
import { changedPages, figuresOfPages, type ChangedPage } from "./changed-pages.ts";
import { excerptsOf } from "./excerpt.ts";
import { cellHtml, cellsBelowHead } from "./pieces.ts";
import type { Release, Releases } from "./releases.ts";

type Words = Centre["words"];

const paragraph = (html: string) => `<p>${html}</p>`;

const strong = (words: string) => paragraph(`<strong>${escaped(words)}</strong>`);

/** What changed on a page, as HTML that needs no style sheet. */
const pageHtml = (
  { title, version, before, changes }: ChangedPage,
  { redline }: Pick<Words, "redline">,
): string => {
  const told = excerptsOf(changes).flatMap(({ under, change }) => [
    ...(under === undefined ? [] : [strong(under)]),
    [
      cellHtml(change, 0, redline),
      ...cellsBelowHead(change, redline).map(({ column, html }) =>
        column === "" ? html : `${escaped(column)}: ${html}`,
      ),
    ]
      .map(paragraph)
      .join(""),
  ]);
  const whole = version.text === undefined ? redline.removedPage : redline.newPage;
  return `<h2>${escaped(title)}</h2>${before && version.text !== undefined ? told.join("") : paragraph(whole)}`;
};

const releaseHtml = (releases: Releases, release: Release, words: Words): string => {
  const pages = changedPages(releases, release);
  const { releases: says } = words;
  return [
    paragraph(escaped(release.summary)),
    paragraph(
      `${says.kinds[release.kind]} · ${escaped(says.holdsFrom(words.date(release.effective)))}`,
    ),
    ...figuresOfPages(pages).map(({ what, before, after }) =>
      paragraph(escaped(says.figure(what, before, after))),
    ),
    ...pages.map((page) => pageHtml(page, words)),
  ].join("");
};

/** Midnight of a day, in UTC. */
const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * The releases as a feed, the latest first: what each changed, word by word.
 * @param format Atom (RFC 4287) or JSON Feed 1.1
 * @param site the address of the site
 */
export const changesAsFeed = (
  releases: Releases,
  { site: { organization, center }, words }: Pick<Centre, "site" | "words">,
  format: "xml" | "json",
  site: URL,
): string => {
  const complete = (path: string) => new URL(path, site).href;
  const feed = new Feed({
    title: `${organization.name} ${center.name}: ${words.releases.title}`,
    id: complete(changesPage),
    link: complete(changesPage),
    description: words.releases.description,
    language: center.language,
    copyright: organization.legalName,
    author: { name: organization.name, link: organization.url },
    updated: startOf(releases.all.at(-1)?.date ?? ""),
    generator: false,
    feedLinks: { atom: complete(changesFeed("xml")), json: complete(changesFeed("json")) },
  });
  for (const release of releases.all.toReversed()) {
    const link = complete(changePath(release.date));
    feed.addItem({
      title: words.redline.title(words.date(release.date)),
      id: link,
      link,
      date: startOf(release.date),
      published: startOf(release.date),
      description: release.summary,
      content: releaseHtml(releases, release, words).replaceAll(
        ' href="/',
        ` href="${complete("/")}`,
      ),
    });
  }
  return `${format === "xml" ? feed.atom1() : feed.json1()}\n`;
};
