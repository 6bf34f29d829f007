import { globSync } from "node:fs";
import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { expect, test } from "@playwright/test";
import { contentFolder } from "../../src/environment.ts";
import { annotation } from "../../src/check/report/annotations.ts";
import { readContent } from "../../src/parse/content.ts";
import { checkContent } from "../../src/check/index.ts";
import { readingEase } from "../../src/check/prose/reading-ease.ts";
import { deadLinks } from "../../src/check/links/dead-links.ts";
import { filesIn } from "../../src/check/links/files-to-link.ts";
import { copyForTests } from "../content-copy.ts";
import { expectedOf, faults, sound, spoil } from "../faulty-content.ts";

const copy = copyForTests(sound, tmpdir());
let folder: string;

test.beforeEach(() => {
  folder = copy();
});

/** What the check says, as the command prints it of a folder called `content`; before what is no error stands what it is. */
const found = async (): Promise<{ file: string; line: string }[]> =>
  (await checkContent(folder)).map(({ file, line, column, message, severity }) => {
    const said = message.replaceAll(`${contentFolder}/`, "content/");
    return {
      file: relative(folder, file),
      line: `${severity === "error" ? "" : `${severity}: `}${join("content", relative(folder, file))}:${String(line)}:${String(column)} – ${said}`,
    };
  });

/*
 * What the check says of the files of each faulty folder stands beside them, in `expected.txt`. After
 * a change of words, `npm run test:unit -- --update-snapshots` writes these files anew; read what
 * `git diff` then shows.
 */
for (const fault of faults)
  test(`the check finds the fault "${fault}"`, async () => {
    const files = spoil(folder, fault);
    const issues = await found();
    const concerned = issues.filter(({ file }) => files.some((path) => path.startsWith(file)));
    expect(concerned).not.toEqual([]);
    expect(concerned.map(({ line }) => `${line}\n`).join("")).toMatchSnapshot([
      fault,
      "expected.txt",
    ]);
  });

test("the centre that faults are laid over has none of its own", async () => {
  expect((await found()).filter(({ line }) => !line.startsWith("note: "))).toEqual([]);
});

test("the content itself has no error", async () => {
  const issues = await checkContent(contentFolder);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a file that is missing is named, and so is the one that took its place", async () => {
  await rename(join(folder, "facts/rights.yaml"), join(folder, "facts/right.yaml"));
  expect((await found()).map(({ line }) => line)).toEqual([
    'content/facts/right.yaml:1:1 – the site does not read this file; did you mean "rights.yaml"?',
    "content/facts/rights.yaml:1:1 – this file is missing, and the site needs it; put it back, or give it back its old name",
  ]);
});

test("links to what the site has by itself, or had, are no fault", async () => {
  const page = join(folder, "pages/security.mdx");
  await writeFile(
    page,
    (await readFile(page, "utf8")).replace(/^owner:/m, "formerly: [safeguards]\nowner:"),
  );
  await appendFile(
    page,
    [
      "/this-site/#policy",
      "/this-site/files.txt",
      "/sbom.cdx.json",
      "/sitemap-index.xml",
      "/.well-known/security.txt",
      "/search/#q=cookies",
      "/faq/who-owns-data/",
      "/faq/securing-data/",
      "/faq/securing-data/#how-data-is-secured",
      "/safeguards/#bug-bounty",
    ]
      .map((address) => `\nRead [what is said at ${address} about it](${address}).\n`)
      .join(""),
  );
  expect((await found()).filter(({ line }) => !line.startsWith("note: "))).toEqual([]);
});

test("a link to the page of open points is no fault while there is one", async () => {
  await appendFile(join(folder, "pages/security.mdx"), "\nRead [what is open](/draft/).\n");
  const said = async () => (await found()).map(({ line }) => line).join("\n");
  expect(await said()).not.toContain("/draft/");
  for (const name of globSync("**/*.yaml", { cwd: folder })) {
    const file = join(folder, name);
    await writeFile(
      file,
      (await readFile(file, "utf8")).replaceAll("confirmed: false", "confirmed: true"),
    );
  }
  expect(await said()).toContain('there is no page at "/draft/"');
});

test("a link to a file is held to the files that are there", async () => {
  await appendFile(
    join(folder, "pages/security.mdx"),
    "\nRead [the agreement](/papers/agreement-2026.pdf), and [its former text](/papers/agreement-2025.pdf).\n",
  );
  const content = await readContent(folder);
  expect(deadLinks(content, ["/papers/agreement-2026.pdf"]).map(({ message }) => message)).toEqual([
    'there is no file at "/papers/agreement-2025.pdf"; put it there as public/papers/agreement-2025.pdf, or write the address of a page',
  ]);
  const files = join(folder, "public");
  for (const path of ["papers", ".git", ".well-known"])
    await mkdir(join(files, path), { recursive: true });
  for (const path of ["papers/a.pdf", ".nojekyll", ".git/config", ".well-known/gpc.json"])
    await writeFile(join(files, path), "");
  expect(filesIn(files)).toEqual(["/.well-known/gpc.json", "/papers/a.pdf"]);
});

test("a missing file of facts does not make every reference to it wrong", async () => {
  await rm(join(folder, "facts/contacts.yaml"));
  expect((await found()).map(({ file }) => file)).toEqual(["facts/contacts.yaml"]);
});

test("a content folder that is empty or not there is a fault", async () => {
  await rm(folder, { recursive: true });
  expect((await found()).map(({ line }) => line)).toEqual([
    "content:1:1 – this folder does not exist; set CONTENT_DIR to the folder that holds the content",
  ]);
  spoil(folder, "tab");
  expect((await found()).map(({ file }) => file)).toContain("site.yaml");
});

/* No such file can be part of this project, since Windows could not check it out. */
for (const [file, better] of [
  ["faq/aux.mdx", "about-aux.mdx"],
  ["pages/NUL.mdx", "about-nul.mdx"],
  ["statements/Com1.mdx", "about-com1.mdx"],
  ["lists/lpt9.yaml", "about-lpt9.yaml"],
  ["faq/con.old.mdx", "con-old.mdx"],
  ["faq/what?.mdx", "what.mdx"],
  ["faq/a: b.mdx", "a-b.mdx"],
  ['pages/the "data".mdx', "the-data.mdx"],
  ["pages/data .mdx", "data.mdx"],
  ["pages/data..mdx", "data.mdx"],
] as const)
  test(`the file name "${file}" is an error, since Windows refuses it`, async () => {
    await mkdir(join(folder, file, ".."), { recursive: true });
    await writeFile(join(folder, file), "");
    expect((await found()).map(({ line }) => line)).toContainEqual(
      expect.stringMatching(new RegExp(`rename it, for example to "${better}"$`)),
    );
  });

for (const name of ["auxiliary", "com", "com10", "console", "nullity", "lpt"])
  test(`the file name "${name}" is no error`, async () => {
    await writeFile(join(folder, `pages/${name}.mdx`), "");
    expect((await found()).filter(({ line }) => line.includes("rename it"))).toEqual([]);
  });

test("a former id that no other question has is no fault", async () => {
  spoil(folder, "two-questions-with-one-id");
  await rm(join(folder, "faq/one-question.mdx"));
  expect((await found()).filter(({ file }) => file === "faq/other-question.mdx")).toEqual([]);
});

test("a link to nothing like a page of the centre is told what pages there are", async () => {
  spoil(folder, "link-by-itself");
  const page = join(folder, "pages/a-page.mdx");
  await writeFile(page, `${await readFile(page, "utf8")}\nRead [the rules](/qqqqqqqqqq/).\n`);
  expect((await found()).map(({ line }) => line)).toContainEqual(
    expect.stringMatching(
      /^content\/pages\/a-page\.mdx:12:6 – there is no page at "\/qqqqqqqqqq\/"; write one of: .*\/faq\/, /,
    ),
  );
});

test("a file is read again once it has changed, and not before", async () => {
  const page = "pages/data.mdx";
  const bodyOf = async () => (await readContent(folder)).bodies.find(({ file }) => file === page);
  const first = await bodyOf();
  expect(await bodyOf()).toBe(first);
  await appendFile(join(folder, page), "\nOne more line.\n");
  expect((await bodyOf())?.text).toBe(`${first?.text ?? ""}\nOne more line.\n`);
});

test("sentences are found easy or hard to read", async () => {
  spoil(folder, "page-without-text");
  const page = join(folder, "pages/a-page.mdx");
  const front = await readFile(page, "utf8");
  const easeOf = async (text: string) => {
    await writeFile(page, `${front}\n${text}\n`);
    return readingEase(await readContent(folder)).find(({ file }) => file === "pages/a-page.mdx");
  };
  const easy = await easeOf("The cat sat on the mat. ".repeat(4));
  expect(easy).toMatchObject({ words: 24, sentences: 4 });
  expect(easy?.ease).toBeCloseTo(116.1, 1);
  const hard = await easeOf(`${"Organizational authorization ".repeat(10)}.`);
  expect(hard?.ease).toBeLessThan(0);
  expect(await easeOf("The cat sat on the mat.")).toBeUndefined();
});

test("everything that is wrong is said in one run, in the order of the files", async () => {
  const spoilt = ["tab", "bad-address", "mdx-html", "two-questions-with-one-id"];
  for (const fault of spoilt) spoil(folder, fault);
  const said = await found();
  const places = said.map(({ line }) => line.split(" – ")[0]);
  const expected = spoilt.flatMap(expectedOf).map((line) => line.split(" – ")[0]);
  expect(places).toEqual(expect.arrayContaining(expected));
  const files = said.map(({ file }) => file);
  expect(files).toEqual(files.toSorted((a, b) => a.localeCompare(b, "en")));
});

test("what GitHub reads as part of a command is escaped", () => {
  const issue = { line: 1, column: 2, severity: "warning" } as const;
  expect(annotation({ ...issue, file: "a, b: 5%.mdx", message: "5%: a,\r\nb" })).toBe(
    "::warning file=a%2C b%3A 5%25.mdx,line=1,col=2::5%25: a,%0D%0Ab",
  );
});
