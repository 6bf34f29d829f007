import { expect, test } from "@playwright/test";
import { differingPages, now, pagesIn, type Catalog } from "../../../src/releases/catalog.ts";

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
