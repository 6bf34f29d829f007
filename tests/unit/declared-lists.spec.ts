import { expect, test } from "@playwright/test";
import { buildCentre, type Centre } from "../../src/centre/centre.ts";
import { countriesIn, countryName } from "../../src/centre/countries.ts";
import { listTable } from "../../src/centre/lists.ts";
import { readContent, recordsOf } from "../../src/parse/content.ts";
import type { DeclaredList } from "../../src/schemas/lists.ts";
import { wordsOf } from "../../src/words/index.ts";
import type { Language } from "../../src/words/languages.ts";
import { sound } from "../faulty-content.ts";

let centre: Centre;

test.beforeAll(async () => {
  centre = buildCentre(recordsOf(await readContent(sound)));
});

const optional = false;

const auditors: DeclaredList = {
  id: "auditors",
  title: "Auditors",
  columns: [{ id: "since", label: "Since", kind: "date", optional }],
  records: [{ id: "acme", since: "2026-03-31" }],
};

const processors: DeclaredList = {
  id: "sub-processors",
  title: "Sub-processors",
  columns: [
    { id: "name", label: "Name", kind: "words", optional },
    { id: "since", label: "Since", kind: "date", optional },
    { id: "contact", label: "Contact", kind: "address", optional },
    { id: "country", label: "Country", kind: "country", optional },
    { id: "right", label: "Right", kind: "reference", of: "rights", optional },
    { id: "auditor", label: "Auditor", kind: "reference", of: "auditors", optional },
    { id: "website", label: "Website", kind: "link", optional: true },
    { id: "basis", label: "Basis", kind: "choice", options: ["None", "Some"], optional },
  ],
  records: [
    {
      ...{ id: "acme-cloud", name: "Acme Cloud", since: "2026-03-31", country: "ie" },
      ...{ contact: "privacy@acme.org", right: "access", auditor: "acme", basis: "Some" },
      website: "https://www.acme.org/terms/",
    },
    {
      ...{ id: "acme-mail", name: "Acme Mail", since: "2024-02-29", country: "fk" },
      ...{ contact: "mail@acme.org", right: "deletion", auditor: "acme", basis: "None" },
    },
  ],
};

const shown = (lists: readonly DeclaredList[], language: Language = "en") =>
  listTable(
    {
      ...centre,
      words: wordsOf(language),
      lists,
      site: { ...centre.site, center: { ...centre.site.center, language } },
    },
    "sub-processors",
  );

test("a declared list is a table, each kind of column shown as what it is", () => {
  const { caption, columns, rows } = shown([processors, auditors]);
  expect(caption).toBe("Sub-processors");
  expect(columns).toEqual(processors.columns.map(({ label }) => label));
  expect(rows.map(({ id }) => id)).toEqual([
    "sub-processors-acme-cloud",
    "sub-processors-acme-mail",
  ]);
  const [first, second] = rows.map(({ cells }) => cells);
  expect(first).toEqual([
    { text: "Acme Cloud" },
    { text: expect.stringMatching(/^(?:31 March 2026|March 31, 2026)$/) as unknown as string },
    { text: "privacy@acme.org", href: "mailto:privacy@acme.org" },
    { text: "Ireland" },
    { text: centre.facts.rights.find(({ id }) => id === "access")?.name },
    { text: expect.stringMatching(/^(?:31 March 2026|March 31, 2026)$/) as unknown as string },
    { text: "acme.org/terms", href: "https://www.acme.org/terms/" },
    { text: "Some" },
  ]);
  expect(second?.[3]).toEqual({ text: "Falkland Islands" });
  expect(second?.[6]).toEqual({ text: "" });
});

test("days and countries are in the language of the site", () => {
  const [first] = shown([processors, auditors], "de").rows;
  expect(first?.cells[1]).toEqual({ text: "31. März 2026" });
  expect(first?.cells[3]).toEqual({ text: "Irland" });
});

test("a link to a page of the site has the page's title", () => {
  const [record, ...others] = processors.records;
  const linked = { ...processors, records: [{ ...record, id: "x", website: "/data/" }, ...others] };
  const [first] = shown([linked, auditors]).rows;
  const page = centre.pages.find(({ id }) => id === "data");
  expect(first?.cells[6]).toEqual({ text: page?.title, href: "/data/" });
});

test("countries have the names of their codes, and stand in the order of the language", () => {
  const written = ["us", "us-ca", "at", "de", "se", "zz"].map((id) => ({
    id,
    ...(id === "us-ca" ? { part: "California" } : {}),
    laws: [],
    holidays: [],
    confirmed: true,
  }));
  const names = (language: string) => countriesIn(language, written).map(({ name }) => name);
  expect(names("en")).toEqual([
    ...["Austria", "Germany", "Sweden", "United States", "United States: California"],
    "Unknown Region",
  ]);
  expect(names("de")).toEqual([
    ...["Deutschland", "Österreich", "Schweden", "Unbekannte Region", "Vereinigte Staaten"],
    "Vereinigte Staaten: California",
  ]);
  expect(countryName("hk", "en")).toBe("Hong Kong SAR China");
});
