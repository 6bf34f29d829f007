import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { contentFolder } from "../../src/environment.ts";
import { languages } from "../../src/words/languages.ts";
import { site } from "../content/read.ts";
import { phrasesOf } from "../phrases.ts";
import { dist, documents, elements, pages, wordsOf } from "./pages.ts";

/* What visitors get is in one language: nothing that the site says in another is in any file. */

const { language } = site.center;

/** Attributes whose values are read or heard. */
const told = ["alt", "aria-label", "content", "data-label", "data-section", "placeholder", "title"];

/** Ids and names, which scripts refer to as such. */
const names = new Set(
  documents
    .flatMap(elements)
    .flatMap(({ attributes: { id, name, for: of } }) => [id, name, of])
    .filter((name) => name !== undefined),
);

/** The name of the choices that the search's script makes. */
names.add("section");

/**
 * What a script may say: its strings without the code in them, but for names of elements, and for a
 * style sheet that it brings.
 */
const stringsIn = (script: string): string[] =>
  [...script.matchAll(/(["'`])((?:\\.|(?!\1)[^\\])*)\1/gs)]
    .map(([, , text = ""]) => text.replaceAll(/\$\{[^}]*\}/g, "…"))
    .filter((text) => !names.has(text) && !text.includes("@layer "));

const unpacked = (path: string): string => {
  const bytes = readFileSync(path);
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
};

/** The texts in a file of data: the names of its fields tell a reader nothing. */
const textsIn = (json: string): string => {
  const texts: string[] = [];
  JSON.parse(json, (_, value: unknown) => {
    if (typeof value === "string") texts.push(value);
  });
  return texts.join("\n");
};

/** What each file of the site tells, by the kind of file; Pagefind's own program is nobody's words. */
const tellings = new Map<string, readonly string[]>([
  [
    "page",
    documents.flatMap((page) => [
      wordsOf(page),
      ...elements(page).flatMap(({ name, attributes, text }) => [
        ...told.flatMap((attribute) => attributes[attribute] ?? []),
        ...(name === "title" ? [text] : []),
        ...(name === "script" ? stringsIn(text) : []),
      ]),
    ]),
  ],
  [
    "script",
    globSync("{_astro,request}/**/*.js", { cwd: dist }).flatMap((name) =>
      stringsIn(readFileSync(join(dist, name), "utf8")),
    ),
  ],
  [
    "file",
    globSync("**/*.{txt,md,json,ics,eml,xml,svg,pf_fragment,pf_filter}", { cwd: dist })
      .concat(globSync(".well-known/*", { cwd: dist }))
      /* A schema is for those who program, in English as the names of its fields are. */
      .filter((name) => !name.endsWith(".schema.json"))
      .map((name) => {
        const text = unpacked(join(dist, name));
        return name.endsWith(".json") ? textsIn(text) : text;
      }),
  ],
]);

/** A phrase as it stands in a text, not within a word, a name or an address. */
const asWords = (phrase: string): RegExp => {
  const words = phrase
    .trim()
    .replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replaceAll(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}_./#-])${words}(?![\\p{L}\\p{N}_=/-])`, "u");
};

/** The name of a field of mails (RFC 5322), which the script writes into drafts in any language. */
const mailField = "Subject";

/** What is said of releases, which a center need not have. */
const ofReleases = existsSync(join(contentFolder, "releases"))
  ? []
  : ["releases", "redline", "version", "comparison", "verification"];

/** How many phrases of a language there are to look for, and which of them stand where. */
const found = (other: (typeof languages)[number]) => {
  /* A word that both languages have, or that the content has, tells nothing. */
  const own = [
    ...phrasesOf(language),
    ...globSync("**/*.{yaml,mdx}", { cwd: contentFolder }).map((name) =>
      readFileSync(join(contentFolder, name), "utf8"),
    ),
  ].join("\n");
  const trimmed = phrasesOf(other, other === language ? ofReleases : []).map((phrase) =>
    phrase.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
  );
  const phrases = [...new Set(trimmed)]
    .filter((phrase) => phrase.length > 3)
    .filter((phrase) => other === language || !asWords(phrase).test(own));
  return {
    phrases,
    places: phrases
      .flatMap((phrase) =>
        [...tellings]
          .filter(([, texts]) => texts.some((text) => asWords(phrase).test(text)))
          .map(([kind]) => ({ kind, phrase })),
      )
      .filter(({ kind, phrase }) => !(kind === "script" && phrase === mailField)),
  };
};

for (const other of languages.filter((candidate) => candidate !== language))
  test(`nothing that the site says in ${other} is in a file of the site in ${language}`, () => {
    const { phrases, places } = found(other);
    expect(phrases.length).toBeGreaterThan(200);
    expect(places).toEqual([]);
  });

test(`what the site says in ${language} is found in the same way, the states of its scripts too`, () => {
  const { phrases, places } = found(language);
  const inKind = (kind: string) => places.filter((place) => place.kind === kind);
  /* What is not there is said of drafts, archived statements, many questions, or plurals. */
  expect(new Set(places.map(({ phrase }) => phrase)).size).toBeGreaterThan(0.8 * phrases.length);
  expect(inKind("page").length).toBeGreaterThan(150);
  expect(inKind("script").length).toBeGreaterThan(20);
  expect(inKind("file").length).toBeGreaterThan(5);
});

test("pages say which language they are in, to browsers, to previews, and to the search", () => {
  for (const page of documents) {
    const html = elements(page).find(({ name }) => name === "html");
    expect(html?.attributes["lang"], page.path).toBe(language);
  }
  /* What only leads on tells previews nothing. */
  for (const page of pages) {
    const locale = elements(page).find(({ attributes }) => attributes["property"] === "og:locale");
    expect(locale?.attributes["content"]?.split("_")[0], page.path).toBe(language);
  }
  expect(globSync("pagefind/wasm.*.pagefind", { cwd: dist })).toEqual([
    join("pagefind", `wasm.${language}.pagefind`),
  ]);
});
