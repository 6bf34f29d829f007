import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { site } from "./read.ts";
import { fold, isNamed, onlyNamed, sources } from "./source.ts";

/** The site's own code and assets, as text. */
const files = globSync("{src,public}/**/*.*", { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const { name, legalName } = site.organization;

const naming = (some: typeof files): string[] =>
  some
    .filter(({ path, text }) =>
      [name, legalName].some((words) =>
        `${path}\n${text}`.toLowerCase().includes(words.toLowerCase()),
      ),
    )
    .map(({ path }) => path);

/** Sentences of the sources; shorter ones are phrases that anybody may use. */
const sentences = sources
  .flatMap(({ units }) => units)
  .map(fold)
  .filter((words) => words.split(" ").length >= 6);

const quoting = (some: typeof files): string[] =>
  some.flatMap(({ path, text }) => {
    const words = fold(text);
    return sentences
      .filter((sentence) => words.includes(sentence))
      .map((sentence) => `${path}: ${sentence}`);
  });

test("no code and no asset names the organization", () => {
  expect(files.length).toBeGreaterThan(0);
  expect(naming(files)).toEqual([]);
});

test("a name that slips into the code is found", () => {
  const slipped = [{ path: "src/x.astro", text: `<p>${name.toUpperCase()}</p>` }];
  expect(naming(slipped)).toHaveLength(1);
});

test.describe("of the content's sources", () => {
  test.skip(!isNamed(name), onlyNamed);

  test("no code and no asset carries a sentence", () => {
    expect(sentences.length).toBeGreaterThan(0);
    expect(quoting(files)).toEqual([]);
  });

  test("a sentence that slips into the code is found", () => {
    const [sentence = ""] = sentences;
    const slipped = [{ path: "src/x.astro", text: `<p>${sentence}.</p>` }];
    expect(quoting(slipped)).toHaveLength(1);
  });
});
