import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "@playwright/test";
import { checkContent } from "../../src/check/index.ts";

const root = join(import.meta.dirname, "../..");
const content = join(root, "content");
const broken = join(root, "tests/fixtures/broken");

/** What the check says of each faulty folder in `tests/fixtures/broken`, file by file. */
const faults: Record<string, readonly string[]> = {
  "accent-in-words": [
    'site.yaml:10:3 – "light" cannot be "green": a colour is written as # and six digits from 0 to f, in quotes; write a line such as: light: "#0a5a4c"',
  ],
  "accent-without-contrast": [
    "site.yaml:10:3 – the accent #7ed3bd has a contrast of 1.55:1 on the light ground, and text needs 4.5:1; write a darker colour",
    "site.yaml:11:3 – the accent #0a5a4c has a contrast of 2.07:1 on the dark ground, and text needs 4.5:1; write a lighter colour",
  ],
  "bad-address": [
    'facts/contacts.yaml:3:3 – "email" cannot be "privacy at acme.org": an e-mail address has one @ and no spaces; write a line such as: email: privacy@acme.org',
  ],
  "bad-id": [
    'facts/providers.yaml:1:3 – "id" cannot be "Amazon Web Services": an id has small letters, digits and single hyphens only; write a line such as: id: data-protection',
  ],
  "block-within-sentence": [
    "pages/a-page.mdx:10:16 – <Rights> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
    "pages/a-page.mdx:12:12 – <Rights> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
    "pages/a-page.mdx:14:10 – <Laws> cannot stand within a sentence; put it in a line of its own, with an empty line before and after it",
  ],
  "colon-without-quotes": [
    'pages/a-page.mdx:2:8 – a text with a colon and a space in it cannot be read; put the text in "quotes"',
  ],
  "component-refers-to-nothing": [
    'pages/a-page.mdx:10:19 – there is no "privcy" in content/facts/contacts.yaml; did you mean "privacy"?',
    'pages/a-page.mdx:12:11 – there is no "abuse" in content/facts/contacts.yaml; write one of: privacy',
  ],
  "date-in-words": [
    'pages/a-page.mdx:6:1 – "lastReviewed" cannot be "31 March 2026": a date is written year-month-day, in quotes; write a line such as: lastReviewed: "2026-03-31"',
  ],
  "disordered-retention": [
    'facts/retention.yaml:9:7 – "deleted" after 7 days stands below "closed" after 90; count all days from the one event, and put the steps in their order',
  ],
  "empty-field": [
    'facts/providers.yaml:2:3 – "name" is empty; write a line such as: name: Amazon Web Services (AWS)',
  ],
  "file-name-that-is-no-id": [
    'pages/A page (new).mdx:1:1 – the file\'s name is the id of the page and has small letters, digits and single hyphens only; rename it, such as "a-page-new.mdx"',
  ],
  "former-id-in-use": [
    'faq/other-question.mdx:5:12 – "one-question" is the id of another question, content/faq/one-question.mdx; delete it from "formerly", or give that question another name',
  ],
  "ids-that-differ-in-capitals-only": [
    'faq/One-Question.mdx:1:1 – the file\'s name is the id of the question and has small letters, digits and single hyphens only; rename it, such as "one-question.mdx"',
    'faq/other-question.mdx:5:12 – "one-question" is the id of another question, content/faq/One-Question.mdx; delete it from "formerly", or give that question another name',
  ],
  "impossible-date": [
    'pages/a-page.mdx:6:1 – "lastReviewed" cannot be "2026-02-31": there is no such day; write a line such as: lastReviewed: "2026-03-31"',
  ],
  "key-written-twice": [
    'facts/providers.yaml:3:3 – "name" is written twice here; delete one of the two lines',
  ],
  "mark-without-quotes": [
    'facts/providers.yaml:2:9 – a text that begins with * cannot be read; put the text in "quotes"',
    'facts/providers.yaml:5:9 – a text that begins with @ cannot be read; put the text in "quotes"',
    'facts/providers.yaml:11:13 – a text that begins with & cannot be read; put the text in "quotes"',
  ],
  "mdx-address-in-angle-brackets": [
    "pages/a-page.mdx:10:10 – <privacy@acme.org> is read as a component; write the address without angle brackets",
  ],
  "mdx-braces": [
    "pages/a-page.mdx:10:6 – {Name} is read as program code; write it without braces",
    "pages/a-page.mdx:10:28 – a brace begins program code; leave braces out",
    "pages/a-page.mdx:10:44 – a brace begins program code; leave braces out",
    "pages/a-page.mdx:12:1 – a brace begins program code; leave braces out",
  ],
  "mdx-comment": [
    "pages/a-page.mdx:10:1 – comments cannot be written here; delete it",
    "pages/a-page.mdx:12:5 – comments cannot be written here; delete it",
  ],
  "mdx-component-not-closed": [
    "pages/a-page.mdx:10:10 – <Policy> is not closed; end it with </Policy> in the same paragraph, or write it as <Policy … />",
    "pages/a-page.mdx:12:1 – </Contact> closes what was never opened; delete it, or open it before",
    "pages/a-page.mdx:14:1 – <Policy> is not closed; end it with </Policy> in the same paragraph, or write it as <Policy … />",
    "pages/a-page.mdx:14:66 – </Contact> closes nothing, and <Policy> before it is still open; write </Policy>",
  ],
  "mdx-curly-quotes": [
    'pages/a-page.mdx:10:10 – a component has curly quotes in it; write straight ones, as in id="terms"',
  ],
  "mdx-html": [
    "pages/a-page.mdx:10:9 – <br> is HTML, which is not read here; write an empty line, which begins a new paragraph",
    "pages/a-page.mdx:10:17 – <b> is HTML, which is not read here; write **words**",
    "pages/a-page.mdx:12:1 – <div> is not known here; leave the angle brackets out, or write a component that content/README.md lists",
  ],
  "mdx-import": [
    'pages/a-page.mdx:10:1 – a paragraph that begins with "import" is read as program code; begin it with another word',
    'pages/a-page.mdx:12:1 – a paragraph that begins with "export" is read as program code; begin it with another word',
  ],
  "mdx-less-than-a-figure": [
    'pages/a-page.mdx:10:38 – what follows "<" cannot be read as a component; write "less than"',
  ],
  "mdx-web-address-in-angle-brackets": [
    "pages/a-page.mdx:10:6 – <https://www.acme.org/terms/> is read as a component; write [words](https://www.acme.org/terms/)",
  ],
  "mdx-words-in-angle-brackets": [
    "pages/a-page.mdx:10:10 – <company name> is read as a component; leave the angle brackets out",
    "pages/a-page.mdx:12:25 – <company> is not known here; leave the angle brackets out, or write a component that content/README.md lists",
  ],
  "law-that-is-not-there": [
    'facts/countries.yaml:3:13 – there is no "gpdr" in content/facts/regimes.yaml; did you mean "gdpr"?',
  ],
  "missing-field": [
    'facts/contacts.yaml:1:3 – "email" is missing; add a line such as: email: privacy@acme.org',
  ],
  "missing-prop": [
    'pages/a-page.mdx:10:10 – "id" of <Contact> is missing; add it as in: id="data-protection"',
    'pages/a-page.mdx:10:37 – "id" has no text; write it as in: id="…"',
  ],
  "misspelt-key": ['facts/contacts.yaml:3:3 – "emial" is not known here; did you mean "email"?'],
  "no-front-matter": [
    "pages/a-page.mdx:1:1 – the file does not begin with its fields between two lines of three hyphens; begin it as the other files in this folder begin",
  ],
  "not-a-list": [
    "facts/providers.yaml:1:1 – the file cannot be a group of fields: it must be a list; write entries that begin with a hyphen and have id and name",
  ],
  "not-utf-8": [
    "facts/providers.yaml:1:1 – this file is not plain text; save it again with the encoding UTF-8",
  ],
  "order-in-words": [
    'pages/a-page.mdx:5:1 – "order" cannot be "first": a whole number, without quotes, dots or commas; write a line such as: order: 3',
  ],
  "overdue-review": [
    "pages/a-page.mdx:6:1 – this was last reviewed on 31 January 2001, and a review is due every 12 months; read it through and write the day on which you did",
  ],
  "prop-in-braces": [
    'pages/a-page.mdx:10:11 – "only" has braces, which begin program code; write it in quotes: only="…"',
    "pages/a-page.mdx:12:11 – a brace begins program code; leave braces out",
    'pages/a-page.mdx:14:26 – "only" is written twice; delete one of the two',
  ],
  "page-at-an-address-in-use": [
    "pages/search.mdx:1:1 – the site itself uses the address that this name gives the page; give the file another name",
  ],
  "quotation-mark-missing": [
    "pages/a-page.mdx:2:8 – this text begins with a quotation mark and does not end with one; add it at the end",
  ],
  "reference-beside-other-faults": [
    'facts/contacts.yaml:1:3 – "email" is missing; add a line such as: email: privacy@acme.org',
    'facts/policies.yaml:2:10 – a text with a colon and a space in it cannot be read; put the text in "quotes"',
    'pages/a-page.mdx:10:47 – there is no "privcy" in content/facts/contacts.yaml; did you mean "privacy"?',
  ],
  "reference-to-nothing": [
    'facts/frameworks.yaml:4:3 – there is no "term" in content/facts/policies.yaml; did you mean "terms"?',
    'templates/privacy-request.yaml:1:1 – there is no "privcy" in content/facts/contacts.yaml; did you mean "privacy"?',
  ],
  tab: ["facts/providers.yaml:2:2 – this line begins with a tab; begin it with spaces"],
  "template-too-long-for-a-link": [
    "templates/privacy-request.yaml:3:1 – with a long name and the longest country and request type, a mail link of this text would have more than 1900 characters, and mail programs cut it; write a shorter text",
  ],
  "two-questions-with-one-id": [
    'faq/other-question.mdx:5:12 – "old-question" is listed under "formerly" in content/faq/one-question.mdx too; delete it from one of the two',
  ],
  "two-records-with-one-id": [
    'facts/providers.yaml:4:3 – the id "aws" is taken by the record in line 1; give one of the two another id',
  ],
  "unconfirmed-without-question": [
    "facts/contacts.yaml:4:3 – an unconfirmed fact says what has to be settled: add a line `question:` beside `confirmed: false`",
  ],
  "unexpected-file": [
    "facts/contact.yaml:1:1 – the site does not read this file; move it out of the content folder",
    'faq/notes.docx:1:1 – the site does not read this file; give it a name that ends in .mdx, such as "notes.mdx", or move it elsewhere',
    "pictures:1:1 – the site does not read this folder; move it out of the content folder",
  ],
  "unknown-blank": [
    "templates/privacy-request.yaml:3:1 – the blanks are {name}, {request}, {country}, {address}, {detail}; write one of these",
  ],
  "unknown-component": [
    "pages/a-page.mdx:10:1 – <Retentoin> is not known here; did you mean <Retention>?",
    "pages/a-page.mdx:12:1 – <Newsletter> is not known here; leave the angle brackets out, or write a component that content/README.md lists",
  ],
  "unknown-key": [
    'facts/providers.yaml:3:3 – "headquarters" is not known here; leave it out, or write one of: id, name, confirmed, question',
  ],
  "unquoted-date": [
    'pages/a-page.mdx:6:15 – 2026-03-31 is a date without quotes; put it in quotes: "2026-03-31"',
  ],
  "wrong-kind": [
    'facts/regions.yaml:2:3 – "name" is not read as text; put it in quotes: name: "44"',
    'facts/regions.yaml:5:7 – "latitude" cannot be "north": it must be a number, without quotes; write a line such as: latitude: 53.4',
    'facts/regions.yaml:6:7 – "longitude" cannot be 200: it must be 180 or less; write a line such as: longitude: -8.2',
  ],
  "wrong-prop": [
    'pages/a-page.mdx:10:10 – "id" of <Contact> is missing; add it as in: id="data-protection"',
    'pages/a-page.mdx:10:19 – "name" of <Contact> is not known here; leave it out, or write one of: id',
    'pages/a-page.mdx:12:10 – "topic" of <Contact> is not known here; leave it out, or write one of: id',
    'pages/a-page.mdx:12:26 – "id" of <Contact> cannot be "Privacy": an id has small letters, digits and single hyphens only; write it as in: id="data-protection"',
    'pages/a-page.mdx:14:9 – "id" of <Rights> is not known here; leave it out',
  ],
};

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "content-"));
  await cp(content, folder, { recursive: true });
});

test.afterEach(() => rm(folder, { recursive: true }));

/** Lays the files of a fixture over the real content. */
const spoil = async (fault: string): Promise<string[]> => {
  const source = join(broken, fault);
  await cp(source, folder, { recursive: true });
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(source, join(entry.parentPath, entry.name)));
};

const found = async (): Promise<{ file: string; line: string }[]> =>
  (await checkContent(folder)).map(({ file, line, column, message }) => ({
    file: relative(folder, file),
    line: `${relative(folder, file)}:${String(line)}:${String(column)} – ${message}`,
  }));

for (const [fault, sentences] of Object.entries(faults))
  test(`the check finds the fault "${fault}"`, async () => {
    const files = await spoil(fault);
    const issues = await found();
    const concerned = issues.filter(({ file }) => files.some((path) => path.startsWith(file)));
    expect(concerned.map(({ line }) => line)).toEqual(sentences);
  });

test("every faulty folder is tried", async () => {
  expect(Object.keys(faults).sort()).toEqual((await readdir(broken)).sort());
});

test("the content itself has no error", async () => {
  const issues = await checkContent(content);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a file that is missing is named, and so is the one that took its place", async () => {
  await rename(join(folder, "facts/rights.yaml"), join(folder, "facts/right.yaml"));
  expect((await found()).map(({ line }) => line)).toEqual([
    'facts/right.yaml:1:1 – the site does not read this file; did you mean "rights.yaml"?',
    "facts/rights.yaml:1:1 – this file is missing, and the site needs it; put it back, or give it its old name again",
  ]);
});

test("a missing file of facts does not make every reference to it wrong", async () => {
  await rm(join(folder, "facts/contacts.yaml"));
  expect((await found()).map(({ file }) => file)).toEqual(["facts/contacts.yaml"]);
});

test("a content folder that is empty or not there is a fault", async () => {
  await rm(folder, { recursive: true });
  expect((await found()).map(({ line }) => line)).toEqual([
    ":1:1 – there is no such folder; name in CONTENT_DIR the folder that holds the content",
  ]);
  await cp(join(broken, "tab"), folder, { recursive: true });
  expect((await found()).map(({ file }) => file)).toContain("site.yaml");
});

test("a former id that no other question has is no fault", async () => {
  await spoil("two-questions-with-one-id");
  await rm(join(folder, "faq/one-question.mdx"));
  expect((await found()).filter(({ file }) => file === "faq/other-question.mdx")).toEqual([]);
});

test("an overdue review is no error", async () => {
  await spoil("overdue-review");
  const issues = await checkContent(folder);
  expect(issues.find(({ file }) => file.endsWith("pages/a-page.mdx"))).toMatchObject({
    severity: "warning",
  });
});

test("everything that is wrong is said in one run, in the order of the files", async () => {
  const spoilt = ["tab", "bad-address", "mdx-html", "two-questions-with-one-id"];
  for (const fault of spoilt) await spoil(fault);
  const lines = (await found()).map(({ line }) => line);
  expect(lines).toEqual(expect.arrayContaining(spoilt.flatMap((fault) => faults[fault] ?? [])));
});

/** Runs the command `npm run check` stands for. */
const run = (contentDir: string): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "src/cli/check.ts")],
      { cwd: root, env: { ...process.env, CONTENT_DIR: contentDir } },
      (failure, stdout, stderr) => {
        resolve({ code: failure ? Number(failure.code) : 0, said: stdout + stderr });
      },
    );
  });

test("the command fails on faulty content and says file, line and sentence", async () => {
  await spoil("tab");
  expect(await run(folder)).toEqual({
    code: 1,
    said: `${folder}/facts/providers.yaml:2:2 – this line begins with a tab; begin it with spaces\n1 problem in 1 file. Nothing was built.\n`,
  });
});

test("the command succeeds on the content itself and says what it holds", async () => {
  const { code, said } = await run("content");
  expect(code).toBe(0);
  expect(said).toMatch(/^The content is sound: \d+ questions, \d+ pages, .+\.$/m);
});
