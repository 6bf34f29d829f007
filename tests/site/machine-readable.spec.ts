import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { parse as parseCsv } from "csv-parse/sync";
import { declaredLists, facts, questions, site, statements, words } from "../content/read.ts";
import { facts as schemas, type FactName } from "../../src/schemas/facts.ts";
import type { PublicCentre, PublicRecord } from "../../src/machine-readable/public-centre.ts";
import { dist, elements, notFound, pages, unlisted } from "./pages.ts";
import { contentOfMarkdown, contentOfPage, differences } from "./texts.ts";

const read = (path: string) => readFileSync(join(dist, path), "utf8");
const json = (path: string): unknown => JSON.parse(read(path));
const complete = (path: string) => new URL(path, site.center.url).href;

const centre = json("centre.json") as PublicCentre;
/** What was released is kept as Markdown already; what tells of it has no other. */
const hasMarkdown = (path: string) => !unlisted.includes(path) && !path.startsWith("/changes/");
const listed = pages.filter(({ path }) => hasMarkdown(path));
/** What is kept together; the page about the site tells figures of each build. */
const kept = listed.filter(({ path }) => path !== "/this-site/");
const twin = (path: string) => read(`${path}index.md`);
const lists = { ...centre.facts, ...centre.lists };

for (const page of listed)
  test(`${page.path} says in Markdown what it says in HTML, sentence by sentence`, () => {
    const html = contentOfPage(page);
    expect(html.texts.length).toBeGreaterThan(1);
    expect(differences(html, contentOfMarkdown(twin(page.path)))).toEqual([]);
  });

test("each page leads to its Markdown, and only what has content of its own has any", () => {
  for (const page of pages) {
    const { path } = page;
    const alternates = elements(page)
      .filter(({ attributes }) => attributes["rel"] === "alternate")
      .map(({ attributes: { type, href = "" } }) => ({ type, href }));
    const [markdown, feeds] = [true, false].map((isText) =>
      alternates.filter(({ type }) => (type === "text/markdown") === isText),
    );
    expect(markdown, path).toEqual(
      hasMarkdown(path) ? [{ type: "text/markdown", href: "index.md" }] : [],
    );
    for (const { href } of feeds ?? []) expect(existsSync(join(dist, href)), href).toBe(true);
    /* Beside a version stands the text that was released, byte for byte. */
    const isVersion = page.html.includes("<copy-citation");
    if (path !== notFound)
      expect(existsSync(join(dist, path, "index.md")), path).toBe(hasMarkdown(path) || isVersion);
  }
});

test("a change in one line of content changes one line of Markdown", () => {
  for (const { path } of listed) {
    const lines = twin(path).split("\n");
    expect(lines[0], path).toMatch(/^# \S/);
    /* Cells are not padded to the width of their column. */
    expect(
      lines.filter((line) => /^\|.* {2,}\|/.test(line)),
      path,
    ).toEqual([]);
  }
});

test("nothing of a page that tells of its state, or leads around, is in its Markdown", () => {
  for (const { path } of kept)
    for (const text of [
      words.header.skip,
      words.page.contents,
      words.page.links,
      words.machineReadable.download,
      words.draft.seeWhich,
      words.draft.awaiting(centre.unconfirmed),
    ])
      expect(contentOfMarkdown(twin(path)).texts, path).not.toContain(text);
});

test.describe("differences between two forms of a page are found:", () => {
  const html = `<main><h1>Title</h1><p>One sentence. Another <a href="#part">sentence</a>.</p>
    <table><thead><tr><th>Kind</th><th>Days</th></tr></thead>
    <tbody><tr><th>Trial</th><td>12 <ul aria-label="after"><li>deleted</li><li>gone</li></ul></td></tr></tbody></table>
    <nav><p>Elsewhere</p></nav><p hidden>Not seen</p></main>`;
  const page = contentOfPage({ html, path: "/data/" });
  const markdown =
    "# Title\n\nOne sentence. Another [sentence](/data/#part).\n\n| Kind | Days |\n| - | - |\n| Trial | 12 (after: deleted; gone) |\n";
  const planted = (from: string, to: string) =>
    differences(page, contentOfMarkdown(markdown.replace(from, to)));

  test("none where there is none", () => {
    expect(planted("", "")).toEqual([]);
  });
  for (const [what, from, to] of [
    ["a sentence that is missing", "One sentence. ", ""],
    ["a sentence that was added", "# Title\n", "# Title\n\nMore.\n"],
    ["another figure in a cell", "12", "21"],
    ["a cell that is empty", "Trial", ""],
    ["a picture without its list", " (after: deleted; gone)", ""],
    ["a link that leads elsewhere", "#part", "#other"],
    ["a link that leads nowhere", "[sentence](/data/#part)", "sentence"],
    ["sentences in another order", "One sentence. Another", "Another One sentence."],
    ["what leads around", "# Title", "Elsewhere\n\n# Title"],
  ] as const)
    test(what, () => {
      expect(planted(from, to)).not.toEqual([]);
    });
  test("the same, where they stand in another order", () => {
    expect(differences({ texts: ["A", "B"], links: [] }, { texts: ["B", "A"], links: [] })).toEqual(
      ["elsewhere: A"],
    );
  });
});

test("the text for language models has every page once, whole, below its address", () => {
  const [head = "", ...parts] = read("llms-full.txt").split(/\n---\n\n(?=<https:)/);
  expect(head).toMatch(/^# .+\n\n> .+\n/);
  const texts = new Map(
    parts.map((part) => {
      const [, address = "", text = ""] = /^<([^>]+)>\n\n(.*)$/s.exec(part) ?? [];
      return [address, text];
    }),
  );
  expect([...texts.keys()].sort()).toEqual(kept.map(({ path }) => complete(path)).sort());
  expect(parts).toHaveLength(texts.size);
  for (const { path } of kept) expect(texts.get(complete(path)), path).toBe(twin(path));
});

test("the index for language models leads to every page, list and file", () => {
  const index = read("llms.txt");
  const lines = index.split("\n").filter((line) => line !== "");
  expect(lines[0]).toBe(`# ${site.organization.name} ${site.center.name}`);
  expect(lines[1]).toMatch(/^> \S/);
  const entry = /^- \[.+\]\(https:\/\/[^)]+\)(?:: .+)?$/;
  for (const line of lines.slice(lines.findIndex((one) => one.startsWith("## "))))
    expect(line).toMatch(line.startsWith("- ") ? entry : /^## \S/);
  const { links } = contentOfMarkdown(index);
  const paths = links.map((address) => address.replace(site.center.url.replace(/\/$/, ""), ""));
  for (const path of paths) expect(existsSync(join(dist, path)), path).toBe(true);
  for (const { path } of listed) {
    /* Where topics have lists of their questions, these lead there themselves. */
    const isBelowQuestions = path.startsWith("/faq/") && path !== "/faq/";
    if (!isBelowQuestions) expect(paths, path).toContain(`${path}index.md`);
  }
  for (const name of Object.keys(lists)) expect(paths).toContain(`/facts/${name}.csv`);
  expect(paths).toContain("/llms-full.txt");
  expect(paths).toContain("/centre.json");
});

test.describe("the JSON file", () => {
  const schema = json("centre.schema.json") as Record<string, unknown>;

  test("is as its schema says, of which every field is described", () => {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(centre.$schema).toBe(complete("/centre.schema.json"));
    const ajv = formats(new Ajv2020({ strict: true, allErrors: true }));
    const validate = ajv.compile(schema);
    validate(centre);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...centre, more: 1 })).toBe(false);
    const undescribed = (below: unknown, path: string): string[] => {
      if (typeof below !== "object" || below === null) return [];
      const { properties = {}, items } = below as {
        properties?: Record<string, { description?: string }>;
        items?: unknown;
      };
      return [
        ...Object.entries(properties).flatMap(([name, field]) => [
          ...((field.description ?? "") === "" ? [`${path}/${name}`] : []),
          ...undescribed(field, `${path}/${name}`),
        ]),
        ...undescribed(items, `${path}[]`),
      ];
    };
    expect(undescribed(schema, "")).toEqual([]);
    expect(undescribed({ properties: { a: { items: { properties: { b: {} } } } } }, "")).toEqual([
      "/a",
      "/a[]/b",
    ]);
  });

  test("has every page and statement with its address and its text, and no other", () => {
    const all = [...centre.pages, ...centre.statements];
    const whole = kept.filter(({ path }) => !/^\/faq\/./.test(path));
    expect(all.map(({ address }) => address).sort()).toEqual(
      whole.map(({ path }) => complete(path)).sort(),
    );
    expect(centre.statements).toHaveLength(statements.length);
    for (const { address, markdown, text, title } of all) {
      const { pathname } = new URL(address);
      expect(markdown).toBe(`${address}index.md`);
      expect(text).toBe(twin(pathname));
      expect(contentOfMarkdown(text ?? "").texts[0]).toBe(title);
    }
  });

  test("has every question with its address, and the answer that its page gives", () => {
    expect(centre.questions.map(({ id, question, topic }) => ({ id, question, topic }))).toEqual(
      questions.map(({ id, question, topic }) => ({ id, question, topic })),
    );
    for (const { question, address, answer = "" } of centre.questions) {
      const { pathname, hash } = new URL(address);
      const { texts, links } = contentOfMarkdown(twin(pathname));
      const at = texts.indexOf(question);
      expect(at, question).toBeGreaterThan(-1);
      if (hash !== "") expect(links).toContain(pathname + hash);
      const answered = contentOfMarkdown(answer).texts;
      expect(answered.length, question).toBeGreaterThan(0);
      expect(texts.slice(at + 1, at + 1 + answered.length)).toEqual(answered);
      /* Nothing of the answer is left out: another question follows, or another topic. */
      const next = texts[at + 1 + answered.length];
      const headings = [
        ...centre.questions.map((one) => one.question),
        ...facts("topics").map(({ title }) => title),
      ];
      if (next !== undefined) expect(headings, question).toContain(next);
    }
  });
});

/** What no page shows: what is asked of counsel, how sure they are, and when they were asked. */
const internal = ["question", "confidence", "reviewedOn"];

/** A record as its file has it, as far as it may be published. */
const published = (value: unknown, hidden: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((entry) => published(entry, hidden));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>)
      .filter(([name]) => !hidden.includes(name))
      .map(([name, below]) => [name, published(below, hidden)]),
  );
};

const written = new Map<string, readonly unknown[]>([
  ...(Object.keys(schemas) as FactName[]).map(
    (name) => [name, published(facts(name), internal) as unknown[]] as const,
  ),
  ...declaredLists.map(
    ({ id, records }) => [id, published(records, ["question"]) as unknown[]] as const,
  ),
]);

const namesIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, below]) => [name, ...namesIn(below)]);

/** What an address leads to on a page: the row with an id, or all of it. */
const partAt = (html: string, id: string): string => {
  if (id === "") return html;
  const end = "</tr>|</h2>|<(?:div|tr|li)[^>]* id=|$";
  const part = new RegExp(`<(?:tr|div|li|h2)\\b[^>]* id="${id}"[^>]*>(.*?)(?:${end})`, "s");
  return `<main><table>${part.exec(html)?.[1] ?? ""}</table></main>`;
};

for (const [name, { records, csv, json: address }] of Object.entries(lists))
  test.describe(`the list ${name}`, () => {
    test("has every record of its file, and nothing that is internal", () => {
      const expected = written.get(name) ?? [];
      expect(records).toHaveLength(expected.length);
      for (const [at, record] of expected.entries()) {
        /* What of a law is not sure is in another test. */
        const whole = name === "laws" ? published(record, ["periods", "note", "lastDay"]) : record;
        expect(records[at]).toMatchObject(whole as Record<string, unknown>);
      }
      if (Object.hasOwn(centre.facts, name))
        expect(namesIn(records).filter((field) => internal.includes(field))).toEqual([]);
      for (const record of records) expect(typeof record["confirmed"]).toBe("boolean");
    });

    test("is the same in the file of its own", () => {
      expect(address).toBe(complete(`/facts/${name}.json`));
      expect(json(`facts/${name}.json`)).toEqual(lists[name]);
    });

    test("is the same as CSV, cell by cell", () => {
      expect(csv).toBe(complete(`/facts/${name}.csv`));
      const text = read(`facts/${name}.csv`);
      /* RFC 4180: lines end with CRLF; what is within quotes may hold other line ends. */
      expect(text.replaceAll(/"(?:[^"]|"")*"/g, "")).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
      expect(text.endsWith("\r\n")).toBe(true);
      const rows = parseCsv<Record<string, string>>(text, { columns: true });
      expect(rows).toHaveLength(records.length);
      for (const [at, row] of rows.entries()) {
        const filled = Object.entries(row).filter(([, cell]) => cell !== "");
        expect(Object.fromEntries(filled)).toEqual(cellsOf(records[at]));
      }
    });

    test("has the address of a row that says what the record says", () => {
      for (const record of records.filter((one) => one.address !== undefined)) {
        const { pathname, hash } = new URL(record.address ?? "");
        const page = pages.find(({ path }) => path === pathname);
        expect(page, record.address).toBeDefined();
        const html = partAt(page?.html ?? "", hash.slice(1));
        const { texts } = contentOfPage({ html, path: pathname });
        const said = texts.join("\n");
        for (const field of shownIn[name] ?? firstWords(name))
          expect(said, `${record.id}: ${field}`).toContain(String(record[field]));
      }
    });
  });

/** The fields that the row of a record shows as they are written. */
const shownIn: Readonly<Record<string, readonly string[]>> = {
  contacts: ["topic", "email"],
  "data-categories": ["name", "collected", "purpose"],
  frameworks: ["name", "description"],
  recipients: ["name", "purpose"],
  representatives: ["name"],
  retention: ["account", "rule"],
  rights: ["name", "description"],
  topics: ["title"],
};

/** The columns of a declared list that hold words. */
const firstWords = (name: string): string[] =>
  declaredLists
    .filter(({ id }) => id === name)
    .flatMap(({ columns }) => columns.filter(({ kind }) => kind === "words").map(({ id }) => id));

/** The cells that a record fills, by the paths of its fields. */
const cellsOf = (value: unknown, path: readonly string[] = []): Record<string, string> => {
  if (Array.isArray(value)) {
    const isSimple = value.every((entry) => typeof entry !== "object");
    if (value.length === 0) return {};
    return { [path.join(".")]: isSimple ? value.join("; ") : JSON.stringify(value) };
  }
  if (typeof value !== "object" || value === null) return { [path.join(".")]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([name, below]) => cellsOf(below, [...path, name])),
  ) as Record<string, string>;
};

test("every row of a list on a page has its record", () => {
  const addresses = Object.values(lists).flatMap(({ records }) =>
    records.map(({ address }) => address),
  );
  for (const page of kept.filter(({ path }) => !path.startsWith("/faq/")))
    for (const [, id = ""] of page.html.matchAll(
      /<(?:tr|div)\b[^>]* id="((?:category|contact|framework|law|recipient|representative|retention|right)-[^"]+)"/g,
    ))
      expect(addresses).toContain(complete(`${page.path}#${id}`));
});

test("laws tell no period, and no note, that their record is not sure of", () => {
  for (const { id, request } of centre.facts["laws"]?.records as readonly (PublicRecord & {
    request?: { periods: unknown[]; note?: string };
  })[]) {
    const source = facts("laws").find((law) => law.id === id)?.request;
    if (!request || !source) continue;
    const sure = source.confidence === "high";
    expect(request.note, id).toBe(sure ? source.note : undefined);
    expect(request.periods, id).toHaveLength(
      sure
        ? ((source.periods as typeof source.periods | undefined) ?? []).filter(
            ({ confidence }) => confidence === "high",
          ).length
        : 0,
    );
  }
});

test("below each table or list of facts its files are named, and they are there", () => {
  const below = new RegExp(`<p [^>]*>\\s*${words.machineReadable.download}(.*?)</p>`, "gs");
  const named = listed.flatMap(({ path, html }) =>
    [...html.matchAll(below)].map(([, line = ""]) => ({
      path,
      files: [...line.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)].map(([, href, text]) => [
        href,
        text,
      ]),
    })),
  );
  expect(named.length).toBeGreaterThan(3);
  for (const { files } of named) {
    expect(files).toHaveLength(2);
    for (const [href = "", text] of files) {
      expect(existsSync(join(dist, href)), href).toBe(true);
      expect(href).toBe(`/facts/${text ?? ""}`);
    }
  }
});

test("the search and the sitemap know the pages alone", () => {
  expect(read("sitemap-0.xml")).not.toMatch(/\.(?:md|csv|json|txt)</);
  expect(read("pagefind/passages.json")).not.toMatch(/index\.md|\.csv/);
});
