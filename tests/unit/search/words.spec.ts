import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { asSeen, folded, piecesOf, spellings } from "../../../src/search/letters.ts";
import { isMeant } from "../../../src/search/meaning.ts";
import { phraseIn, readQuery, wordsOf } from "../../../src/search/query.ts";
import { withOneSlip } from "../../../src/search/slips.ts";
import { wordsOf as catalogueOf } from "../../../src/words/index.ts";

for (const [typed, words, phrases = []] of [
  [" Löschen, LOSCHEN? “Café” – 24/7 ", ["LOSCHEN?", "24/7"], ["Café"]],
  ["credit\u00A0card", ["credit", "card"]],
  ["credit\u2009card\u3000number", ["credit", "card", "number"]],
  ["cre\u00ADdit c\u200Bard\u200E \u2066police\u2069", ["credit", "card", "police"]],
  ["ＧＤＰＲ　２７００１", ["GDPR", "27001"]],
  ['what is "data protection"', ["what", "is"], ["data protection"]],
  ["„genau dies“ und »das«", ["und"], ["genau dies", "das"]],
  ['an "unclosed quote', ["an", '"unclosed', "quote"]],
  ['"" “ ” ...', []],
] as const)
  test(`reads “${typed}” as it looks`, () => {
    expect(readQuery(typed)).toEqual({ words, phrases });
  });

for (const [word, ways] of [
  ["Bjørn", ["bjorn", "bjoern"]],
  ["Łódź", ["lodz"]],
  ["Straße", ["strasse"]],
  ["STRASSE", ["strasse"]],
  ["Ørsted", ["orsted", "oersted"]],
  ["København", ["kobenhavn", "koebenhavn"]],
  ["Löschung", ["loschung", "loeschung"]],
  ["Århus", ["arhus", "aarhus"]],
  ["Æsir", ["aesir"]],
  ["œuvre", ["oeuvre"]],
  ["Þórður", ["thordur"]],
  ["Iğdır", ["igdir"]],
  ["İzmir", ["izmir"]],
  ["Đorđe", ["dorde"]],
  ["Ħamrun", ["hamrun"]],
  ["ﬁle", ["file"]],
  ["e\u0301te\u0301", ["ete"]],
  ["sub-processors,", ["subprocessors"]],
  ["Датенсчутз", ["датенсчутз"]],
] as const)
  test(`“${word}” is spelled ${ways.join(", ")}`, () => {
    expect(spellings(word)).toEqual(ways);
  });

test("what is folded is as it looks, and stays so when folded again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(asSeen(asSeen(text))).toBe(asSeen(text));
      for (const word of wordsOf(text)) expect(folded(folded(word))).toBe(folded(word));
    }),
  );
});

test("a word comes apart at punctuation, and between letters and digits", () => {
  expect(piecesOf("ISO27001:2022")).toEqual(["iso", "27001", "2022"]);
  expect(piecesOf("SOC-2’s")).toEqual(["soc", "2", "s"]);
});

test("a phrase is found word for word, and only so", () => {
  const text = "We do not sell customer data, or use it. Flügel & Auster: customer  data.";
  for (const [phrase, places] of [
    ["not sell", [2, 3]],
    ["Customer  DATA", [4, 5, 12, 13]],
    ["data or", [5, 6]],
    ["flugel auster", [9, 11]],
    ["not selling", []],
    ["data customer", []],
    ["customer dat", []],
    ["ell customer", []],
  ] as const)
    expect(phraseIn(text, phrase), phrase).toEqual(places);
});

const list = ["encryption", "retention", "subprocessors", "privacy", "löschung", "policy"].join(
  "\n",
);

for (const [typed, meant] of [
  ["encription", "encryption"],
  ["encryptoin", "encryption"],
  ["ecnryption", "encryption"],
  ["encrypttion", "encryption"],
  ["encrypion", "encryption"],
  ["ncryption", "encryption"],
  ["nencryption", "encryption"],
  ["ancryption", "encryption"],
  ["encryptiom", "encryption"],
  ["subprocesors", "subprocessors"],
  ["privcy", "privacy"],
  ["loschun", "löschung"],
] as const)
  test(`“${typed}” is taken for “${meant}”, with one slip`, () => {
    expect(withOneSlip(typed, list)).toEqual([meant]);
  });

for (const typed of ["encrptoin", "polisy", "polic", "pricing", "retentions of"])
  test(`“${typed}” is taken for nothing else`, () => {
    expect(withOneSlip(typed, list)).toEqual([]);
  });

for (const [language, word, found, meant] of [
  ["en", "companies", "company", true],
  ["en", "using", "use", true],
  ["en", "deleting", "delete", true],
  ["en", "subprocesor", "sub-processors", true],
  ["en", "pricing", "P", false],
  ["en", "uptime", "up", false],
  ["de", "loschung", "löschen", true],
  ["de", "loeschung", "Löschung", true],
  ["de", "rechte", "Recht", true],
  ["de", "akten", "Akte", true],
  ["de", "kundinnen", "Kunden", true],
  ["de", "massen", "Maß", true],
  ["de", "strasse", "Straße", true],
  ["de", "preise", "P", false],
] as const)
  test(`“${word}” in ${language} ${meant ? "means" : "does not mean"} “${found}”`, () => {
    expect(isMeant(word, found, catalogueOf(language).search.stem)).toBe(meant);
  });

test("words that say nothing of what is looked for are known in each language", () => {
  const idle = (language: "en" | "de", words: string) =>
    words.split(" ").filter((word) => catalogueOf(language).search.idle.test(folded(word)));
  expect(idle("en", "what data do you collect, and how is it kept?").join(" ")).toBe(
    "what do you and how is it",
  );
  expect(
    idle("de", "Welche Daten erheben Sie, und wie lange ist das für uns nötig?").join(" "),
  ).toBe("Welche Sie, und wie ist das für uns");
});
