import { expect, test } from "@playwright/test";
import {
  differingPages,
  now,
  pagesIn,
  pathsOf,
  toldApart,
  type Catalog,
} from "../../../src/releases/catalog.ts";

const [first, second, third] = ["2026-01-10", "2026-02-10", "2026-03-10"] as const;

const text = (path: string, date: string, until?: string) => ({
  ...{ path, title: `${path} of ${date}`, file: `${path}${date}.md`, sha256: path + date, date },
  ...{ ...(until && { until }), holdsFrom: date, isDraft: false },
});

const catalog: Catalog = {
  days: [first, second, third],
  published: [
    text("/kept/", first),
    text("/changed/", first, second),
    text("/removed/", first, second),
    text("/changed/", second),
    text("/new/", second),
    text("/removed/", third),
  ],
};

/** Which pages differ, and in which versions. */
const differing = (from: string, to: string, of: Catalog = catalog) =>
  differingPages(of, from, to).map(
    ({ path, before, after }) => `${path} ${before?.file ?? "-"} ${after?.file ?? "-"}`,
  );

test("the pages that differ between two days are those whose texts do", () => {
  expect(differing(first, second)).toEqual([
    `/changed/ /changed/${first}.md /changed/${second}.md`,
    `/new/ - /new/${second}.md`,
    `/removed/ /removed/${first}.md -`,
  ]);
  expect(differing(second, third), "a page that came back").toEqual([
    `/removed/ - /removed/${third}.md`,
  ]);
  expect(differing(first, first)).toEqual([]);
  expect(differing(third, now), "nothing that no release has is known").toEqual([]);
});

test("now, a page says what no release has yet, or what the last has", () => {
  const unreleased = [
    { path: "/changed/", title: "Changed", file: "/changed/index.md", sha256: "x" },
    { path: "/kept/", title: "Kept", file: "", sha256: "" },
    { path: "/newest/", title: "Newest", file: "/newest/index.md", sha256: "y" },
  ];
  expect(differing(second, now, { ...catalog, unreleased })).toEqual([
    `/changed/ /changed/${second}.md /changed/index.md`,
    `/kept/ /kept/${first}.md -`,
    "/newest/ - /newest/index.md",
    `/removed/ - /removed/${third}.md`,
  ]);
  expect([...pagesIn({ ...catalog, unreleased })]).toEqual([
    ["/changed/", "Changed"],
    ["/kept/", `/kept/ of ${first}`],
    ["/new/", `/new/ of ${second}`],
    ["/newest/", "Newest"],
    ["/removed/", `/removed/ of ${third}`],
  ]);
});

test("a page that moved, even twice, is one page: not new and removed", () => {
  const moving: Catalog = {
    days: [first, second, third],
    published: [
      text("/one/", first, second),
      text("/other/", first, second),
      { ...text("/two/", second, third), from: "/one/" },
      /* Another page, where the first was. */
      text("/one/", third),
      { ...text("/three/", third), from: "/two/", sha256: `/two/${second}` },
    ],
    unreleased: [
      { path: "/three/", title: "", file: "", sha256: "" },
      { path: "/four/", title: "Four", file: "/four/index.md", sha256: "4", from: "/three/" },
    ],
  };
  expect(differing(first, third, moving)).toEqual([
    `/one/ - /one/${third}.md`,
    `/other/ /other/${first}.md -`,
    `/three/ /one/${first}.md /three/${third}.md`,
  ]);
  expect(differing(second, third, moving), "its text is the same").toContain(
    `/three/ /two/${second}.md /three/${third}.md`,
  );
  expect(differing(first, now, moving)).toContain(`/four/ /one/${first}.md /four/index.md`);
  expect(differing(third, now, moving)).toEqual([`/four/ /three/${third}.md /four/index.md`]);
  for (const path of ["/one/", "/two/", "/four/"])
    expect([...pathsOf(moving, path)].sort()).toEqual(["/four/", "/one/", "/three/", "/two/"]);
  expect([...pathsOf(moving, "/other/")]).toEqual(["/other/"]);
});

test("a page that moved away and back is the page that it was", () => {
  const back: Catalog = {
    days: [first, second, third],
    published: [
      text("/one/", first, second),
      { ...text("/two/", second, third), from: "/one/" },
      { ...text("/one/", third), from: "/two/" },
    ],
  };
  expect(differing(first, third, back)).toEqual([`/one/ /one/${first}.md /one/${third}.md`]);
  expect(differing(second, third, back)).toEqual([`/one/ /two/${second}.md /one/${third}.md`]);
});

test("pages with the same title are told apart by their paths", () => {
  expect(
    toldApart(
      new Map([
        ["/a/", "Terms"],
        ["/b/", "Data"],
        ["/c/", "Terms"],
      ]),
    ),
  ).toEqual([
    ["/a/", "Terms (/a/)"],
    ["/b/", "Data"],
    ["/c/", "Terms (/c/)"],
  ]);
});
