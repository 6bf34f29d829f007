import { tmpdir } from "node:os";
import { expect, test } from "@playwright/test";
import { markUnreleased } from "../../../src/build/mark-unreleased.ts";
import { languages } from "../../../src/words/languages.ts";
import { wordsOf } from "../../../src/words/index.ts";
import { copyForTests } from "../../content-copy.ts";
import { sound } from "../../faulty-content.ts";
import { release, releasesIn } from "../../releases.ts";

const copy = copyForTests(sound, tmpdir());

for (const language of languages)
  for (const isDraft of [false, true])
    test(`in ${language}, the foot of a page tells where its text is not the ${isDraft ? "draft" : "one"} that was released`, async () => {
      const folder = copy();
      const words = wordsOf(language);
      const date = "2026-01-10";
      const [same, other] = ["# Home\n", "# Data\n"];
      await release(folder, { date, isDraft, pages: { "/": same, "/data/": other, "/gone/": "" } });
      const foot = (isDraft ? words.releases.draftOf : words.releases.of)(words.date(date));
      const html = `<p>${foot}</p><footer><p>${foot} ·</p></footer>`;
      const releases = await releasesIn(folder);
      const marked = (path: string, markdown: string) =>
        markUnreleased(html, { path, markdown }, releases, words);
      expect(marked("/", same)).toBe(html);
      expect(marked("/never-released/", same)).toBe(html);
      expect(marked("/data/", `${other}\nMore.\n`)).toBe(
        `<p>${foot}</p><footer><p>${words.releases.changedSince(words.date(date))} ·</p></footer>`,
      );
    });
