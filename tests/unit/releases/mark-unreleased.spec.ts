import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
      const site = test.info().outputPath("site");
      const words = wordsOf(language);
      const date = "2026-01-10";
      const [same, other] = ["# Home\n", "# Data\n"];
      await release(folder, { date, isDraft, pages: { "/": same, "/data/": other, "/gone/": "" } });
      const foot = (isDraft ? words.releases.draftOf : words.releases.of)(words.date(date));
      const html = `<p>${foot}</p><footer><p>${foot} ·</p></footer>`;
      mkdirSync(join(site, "data"), { recursive: true });
      writeFileSync(join(site, "index.html"), html);
      writeFileSync(join(site, "index.md"), same);
      writeFileSync(join(site, "data/index.html"), html);
      writeFileSync(join(site, "data/index.md"), `${other}\nMore.\n`);
      markUnreleased(site, await releasesIn(folder), words);
      expect(readFileSync(join(site, "index.html"), "utf8")).toBe(html);
      expect(readFileSync(join(site, "data/index.html"), "utf8")).toBe(
        `<p>${foot}</p><footer><p>${words.releases.changedSince(words.date(date))} ·</p></footer>`,
      );
    });
