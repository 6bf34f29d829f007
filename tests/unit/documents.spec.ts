import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import GithubSlugger from "github-slugger";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { rooms } from "../../rooms.eslint.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

const documents = [
  ...globSync(["*.md", "docs/**/*.md"], { cwd: root }).map((path) => path.replaceAll("\\", "/")),
  "content/README.md",
  ".github/pull_request_template.md",
].toSorted();

const parse = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Everything within a text, from its beginning to its end. */
const within = (node: Nodes): Nodes[] => [
  node,
  ...("children" in node ? node.children.flatMap(within) : []),
];

const wordsOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(wordsOf).join("") : "";

const addressesIn = (text: string): string[] =>
  within(parse(text)).flatMap((node) =>
    node.type === "link" || node.type === "image" || node.type === "definition" ? [node.url] : [],
  );

const codeIn = (text: string): string[] =>
  within(parse(text)).flatMap((node) =>
    node.type === "inlineCode" || node.type === "code" ? [node.value] : [],
  );

/** The fragments of a document, as GitHub makes them of its headings. */
const fragmentsIn = (text: string): string[] => {
  const slugger = new GithubSlugger();
  return within(parse(text)).flatMap((node) =>
    node.type === "heading" ? [slugger.slug(wordsOf(node))] : [],
  );
};

/** The links of a document that lead to no file, or to no part of one. */
const deadLinks = (path: string, text: string): string[] =>
  addressesIn(text)
    .filter((address) => !/^[a-z][a-z+.-]*:/i.test(address))
    .filter((address) => {
      const [file = "", fragment] = address.split("#");
      const target = file === "" ? join(root, path) : resolve(root, dirname(path), file);
      if (!existsSync(target)) return true;
      const known = file === "" ? text : readFileSync(target, "utf8");
      return fragment !== undefined && !fragmentsIn(known).includes(fragment);
    });

test("the README is one page", () => {
  expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(100);
});

for (const path of documents)
  test(`every link of ${path} leads somewhere`, () => {
    expect(deadLinks(path, read(path))).toEqual([]);
  });

test("a link to nothing is found, and so is one to a part that is not there", () => {
  const text = `# One heading\n\n## Twice\n\n## Twice\n
[a](README.md) [b](docs/nothing.md) [c](#one-heading) [d](#another) [e](#twice-1)
[f](docs/security.md#the-leak-test) [g](docs/security.md#nothing) ![h](docs/nothing.png)
[i](https://example.com/nothing) [j][k]\n\n[k]: nowhere.md\n\n\`[l](code.md)\`\n`;
  expect(deadLinks("README.md", text)).toEqual([
    "docs/nothing.md",
    "#another",
    "docs/security.md#nothing",
    "docs/nothing.png",
    "nowhere.md",
  ]);
});

test("every file of the project that the documents name is there", () => {
  const named = documents.flatMap((document) =>
    codeIn(read(document)).flatMap((code) =>
      [...code.matchAll(/(?<![\w./-])(?:src|tests|docs|\.github)\/[\w./-]*/g)]
        .map(([path]) => path)
        /* NAME stands for whatever one begins. */
        .filter((path) => !path.includes("NAME"))
        .map((path) => ({ document, path })),
    ),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});

test("every npm script that the documents name is there", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = documents.flatMap((path) =>
    codeIn(read(path)).flatMap((code) =>
      [...code.matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(
        ([, script, alone]) => script ?? alone ?? "",
      ),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.describe("the map in docs/architecture.md", () => {
  const [, map = ""] = read("docs/architecture.md").split(/^## The map$/m);
  const table = parse(map).children.find((node) => node.type === "table");
  /** The rooms of the map, in its order, each with those that it says they may import. */
  const mapped = (table?.children ?? []).slice(1).map(({ children: [room, , imports] }) => ({
    room: room ? wordsOf(room).replace(/\/$/, "") : "",
    imports: imports
      ? within(imports).flatMap((node) => (node.type === "inlineCode" ? [node.value] : []))
      : [],
  }));

  test("names every folder of src/, and no other", () => {
    const folders = readdirSync(join(root, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const named = mapped.map(({ room }) => room).filter((room) => !room.includes("/"));
    expect(named.toSorted()).toEqual(folders.toSorted());
  });

  test("says of each room what the lint rule lets it import, in the same order", () => {
    const allowed = Object.entries<string[]>(rooms)
      .filter(([room]) => room !== "environment")
      .map(([room, imports]) => ({ room, imports }));
    expect(mapped).toEqual(allowed);
  });
});

test("there is a page for each host in docs/deploying, and its index leads to all of them", () => {
  const pages = globSync("docs/deploying/*.md", { cwd: root })
    .map((path) => path.replaceAll("\\", "/").replace("docs/deploying/", ""))
    .filter((name) => name !== "README.md");
  expect(pages.length).toBeGreaterThanOrEqual(8);
  const index = addressesIn(read("docs/deploying/README.md"));
  expect(pages.filter((page) => !index.includes(page))).toEqual([]);
});

test("the changelog begins with what is not released, and has a line for this version", () => {
  const { version } = JSON.parse(read("package.json")) as { version: string };
  const versions = parse(read("CHANGELOG.md")).children.flatMap((node) =>
    node.type === "heading" && node.depth === 2 ? [wordsOf(node)] : [],
  );
  expect(versions[0]).toBe("[Unreleased]");
  expect(versions[1]).toMatch(new RegExp(`^\\[${version}\\] - \\d{4}-\\d{2}-\\d{2}$`));
});

test("the license is MIT wherever it is stated, and says what it does not cover", () => {
  const license = read("LICENSE");
  const stated = (path: string) => (JSON.parse(read(path)) as { license?: string }).license;
  const { packages } = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { license?: string }>;
  };
  expect(license).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} /);
  expect(license).toMatch(/content\/ .*belong to the organization/s);
  expect(stated("package.json")).toBe("MIT");
  expect(packages[""]?.license).toBe("MIT");
});

test("the Node for what is started without npm is the one that the project brings", () => {
  const { dependencies, engines } = JSON.parse(read("package.json")) as {
    dependencies: Record<string, string>;
    engines: { node: string };
  };
  const named = read(".nvmrc").trim();
  expect(named).toBe(dependencies["node"]?.split(".")[0]);
  expect(Number(named)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
});
