import { expect, test } from "@playwright/test";
import type { Passages, Titles } from "../../../src/search/search-folder.ts";
import { titleFinder } from "../../../src/search/titles.ts";
import { search as german } from "../../../src/words/de.ts";
import { search as english } from "../../../src/words/en.ts";

/** What is found first, and next, among passages with these titles and what people also ask. */
const found = (
  query: string,
  of: readonly (readonly [title: string, alsoAsked?: string])[],
  { whole = "", ...known }: Partial<Passages> & Partial<Pick<Titles, "whole">> = {},
  language = english,
) =>
  titleFinder(
    {
      version: "",
      sections: ["Questions"],
      sectionOf: of.map(() => 0),
      archived: [],
      outlines: [],
      waysOn: [],
      titles: {
        of: of.map(([title, ...others]) => [`/${title}`, title, ...others] as const),
        whole: ` ${whole} `,
      },
      ...known,
    },
    language,
  )(query).map(({ title }) => title);

const titles = [
  ["Who can access customer data?"],
  ["What data do you collect?"],
  ["Your privacy rights", "access my data; be forgotten"],
] as const;

test("a title is found by all of its words that say something, in any order", () => {
  expect(found("what data do you collect", titles)).toEqual([titles[1][0]]);
  expect(found("DATA: customer!", titles)).toEqual([titles[0][0]]);
  expect(found("customer rights", titles)).toEqual([]);
  expect(found("what do you do", titles)).toEqual([]);
  expect(found("", titles)).toEqual([]);
});

test("what is just asked comes first, a title before what people also ask", () => {
  expect(found("access", titles)).toEqual([titles[0][0], titles[2][0]]);
  expect(found("access my data", titles)).toEqual([titles[2][0], titles[0][0]]);
  expect(found("data", titles)[0]).toBe(titles[1][0]);
});

test("words are found in any inflection, by their beginning, and without letters that are hard to type", () => {
  expect(found("customers’ datas", titles)).toEqual([titles[0][0]]);
  expect(found("cust", titles)).toEqual([titles[0][0]]);
  expect(found("cu", titles)).toEqual([]);
  expect(found("loeschung", [["Löschung Ihrer Daten"]], {}, german)).toEqual([
    "Löschung Ihrer Daten",
  ]);
  expect(found("strasse", [["Straße"]], {}, german)).toEqual(["Straße"]);
  expect(found("iso-27001", [["ISO 27001"]])).toEqual(["ISO 27001"]);
});

test("another word is not found by the stem that it shares", () => {
  expect(found("police", [["Privacy policies"]])).toEqual([]);
  expect(found("policy", [["Requests of the police"], ["Privacy policies"]])).toEqual([
    "Privacy policies",
  ]);
  expect(found("part", [["Third parties"]], { whole: "part" })).toEqual([]);
  expect(found("regulator", [["Regulatory texts"]], { whole: "regulator" })).toEqual([]);
  expect(found("experience", [["Experienced"]], { whole: "experience" })).toEqual([]);
  for (const [typed, title] of [
    ["deleting", "Delete"],
    ["encrypt", "Encrypted"],
    ["shared", "Sharing"],
    ["cookie", "Cookies"],
    ["policies", "Policy"],
    ["processes", "Process"],
  ] as const)
    expect(found(typed, [[title]]), typed).toEqual([title]);
  expect(found("Verträgen", [["Vertrag"]], {}, german)).toEqual(["Vertrag"]);
  expect(found("Rechnern", [["Recht"]], {}, german)).toEqual([]);
});

test("digits are whole, and so is a word that the texts have", () => {
  expect(found("270", [["ISO 27001"]])).toEqual([]);
  expect(found("form", [["Formats"]])).toEqual(["Formats"]);
  expect(found("form", [["Formats"]], { whole: "form law" })).toEqual([]);
});

test("what the index would not put first is left to it", () => {
  expect(found("access", titles, { archived: [0] })).toEqual([titles[2][0]]);
  expect(found("rights", titles, { outlines: [2] })).toEqual([]);
  expect(found("your privacy rights", titles, { outlines: [2] })).toEqual([titles[2][0]]);
  expect(found("“customer data”", titles)).toEqual([]);
  /* All of the title is not just what is asked where the order, or a form, is another. */
  expect(found("rights privacy your", titles, { outlines: [2] })).toEqual([]);
  expect(found("contact", [["Contacts"], ["Contacts"]], { outlines: [1] })).toEqual(["Contacts"]);
  expect(found("tel-number", [["Tel number"], ["Tel"]], { outlines: [0] })).toEqual([]);
});

test("nothing is found where titles are too many to be known", () => {
  const known: Passages = {
    version: "",
    sections: [],
    sectionOf: [],
    archived: [],
    outlines: [],
    waysOn: [],
  };
  expect(titleFinder(known, english)("data")).toEqual([]);
});
