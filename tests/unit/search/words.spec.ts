import { expect, test } from "@playwright/test";
import { isMeant, wordsOf } from "../../../src/search/words.ts";
import { wordsOf as catalogueOf } from "../../../src/words/index.ts";

test("a query has its words without accents, capitals and punctuation, each once", () => {
  expect(wordsOf(" Löschen, LOSCHEN? “Café” – 24/7 ")).toEqual(["loschen", "cafe", "247"]);
});

for (const [language, word, found, meant] of [
  ["en", "companies", "company", true],
  ["en", "using", "use", true],
  ["en", "deleting", "delete", true],
  ["en", "subprocesor", "sub-processors", true],
  ["en", "pricing", "P", false],
  ["en", "uptime", "up", false],
  ["de", "loschung", "löschen", true],
  ["de", "rechte", "Recht", true],
  ["de", "akten", "Akte", true],
  ["de", "kundinnen", "Kunden", true],
  ["de", "massen", "Maß", true],
  ["de", "strasse", "Straße", true],
  ["de", "preise", "P", false],
] as const)
  test(`“${word}” in ${language} ${meant ? "means" : "does not mean"} “${found}”`, () => {
    expect(isMeant(word, [found], catalogueOf(language).search.stem)).toBe(meant);
  });
