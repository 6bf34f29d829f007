import { tmpdir } from "node:os";
import { expect, test } from "@playwright/test";
import { changesAsFeed } from "../../../src/releases/feed.ts";
import { languages } from "../../../src/words/languages.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { copyForTests } from "../../content-copy.ts";
import { sound } from "../../faulty-content.ts";
import { release, releasesIn } from "../../releases.ts";

const copy = copyForTests(sound, tmpdir());
const site = new URL("https://privacy.example/");
const [first, second, third] = ["2026-01-10", "2026-02-10", "2026-03-10"] as const;

/** Three releases: the third changes another page than the second, and removes that one. */
const released = async () => {
  const folder = copy();
  const rights = "# Rights & duties\n";
  await release(folder, {
    date: first,
    isDraft: true,
    pages: { "/": "# H\n", "/rights/": rights },
  });
  await release(folder, {
    date: second,
    summary: "Longer <for> you ]]> and ]]> me.",
    pages: { "/": "# H\n", "/rights/": `${rights}\nYours for [30 days](/).\n\n    a]]>b]]>c\n` },
  });
  await release(folder, { date: third, pages: { "/": "# Home\n" } });
  return releasesIn(folder);
};

interface JsonFeed {
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly items: readonly { id: string; url: string; content_html: string; summary: string }[];
}

for (const language of languages) {
  const words = wordsOf(language);
  const centre = {
    words,
    site: {
      organization: { name: "Acme & Co.", legalName: "Acme Ltd.", url: "https://acme.example/" },
      center: { name: "Privacy", language },
    },
  } as unknown as Parameters<typeof changesAsFeed>[1];
  const asJson = async (path?: string) =>
    JSON.parse(changesAsFeed(await released(), centre, "json", site, path)) as JsonFeed;

  test(`in ${language}, the feed of a page has the releases that changed it, with its part of each`, async () => {
    const feed = await asJson("/rights/");
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      language,
      authors: [{ name: "Acme & Co.", url: "https://acme.example/" }],
    });
    expect(feed, "of version 1").not.toHaveProperty("author");
    expect(feed.title).toBe(`Acme & Co. Privacy: ${words.version.historyTitle("Rights & duties")}`);
    expect(feed.home_page_url).toBe("https://privacy.example/versions/rights/");
    expect(feed.items.map(({ url }) => url)).toEqual(
      [third, second, first].map((date) => `https://privacy.example/changes/${date}/#rights`),
    );
    const [gone = "", longer = "", begun = ""] = feed.items.map((item) => item.content_html);
    expect(gone).toContain(words.redline.removedPage);
    expect(gone).not.toContain("Home");
    expect(longer).toContain("Longer &lt;for> you ]]&gt; and ");
    expect(feed.items[1]?.summary).toBe("Longer <for> you ]]> and ]]> me.");
    expect(longer).toMatch(/<ins>.*<a href="https:\/\/privacy\.example\/">30 days<\/a>.*<\/ins>/);
    expect(begun).toContain(words.redline.newPage);
    expect(begun).toContain(` · ${words.releases.draft}<`);
  });

  test(`in ${language}, the feed of all pages has each release`, async () => {
    const { items, home_page_url: home } = await asJson();
    expect(home).toBe("https://privacy.example/changes/");
    expect(items.map(({ url }) => url)).toEqual(
      [third, second, first].map((date) => `https://privacy.example/changes/${date}/`),
    );
    expect(items[0]?.content_html).toContain("Home");
  });
}

test("a feed of Atom names itself, its other form, and the list of the page's versions", async () => {
  const words = wordsOf("en");
  const centre = {
    words,
    site: {
      organization: { name: "Acme", legalName: "Acme Ltd.", url: "https://acme.example/" },
      center: { name: "Privacy", language: "en" },
    },
  } as unknown as Parameters<typeof changesAsFeed>[1];
  const releases = await released();
  const all = changesAsFeed(releases, centre, "xml", site);
  expect(all).toContain("<![CDATA[Longer &lt;for> you ]]&gt; and ]]&gt; me.]]></summary>");
  expect(all.match(/\]\]>/g), "no text ends a section").toHaveLength(
    all.match(/<!\[CDATA\[/g)?.length ?? 0,
  );
  expect(all).toContain('<feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">');
  const atom = changesAsFeed(releases, centre, "xml", site, "/");
  expect(atom).toContain(
    '<link rel="self" href="https://privacy.example/versions/index/feed.xml"/>',
  );
  expect(atom).toContain('<link rel="alternate" href="https://privacy.example/versions/index/"/>');
  expect(atom.match(/<updated>.*?<\/updated>/g)).toEqual(
    [third, third, first].map((date) => `<updated>${date}T00:00:00.000Z</updated>`),
  );
});
