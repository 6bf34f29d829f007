import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { contentFolder } from "../../../src/environment.ts";
import { isNotArchived } from "../../../src/desk/steps/archive.ts";
import { planMove, staysPut } from "../../../src/desk/steps/move.ts";
import { groundOf, type Ground, type Plan } from "../../../src/desk/steps/plan.ts";
import { keepsIds, planRename } from "../../../src/desk/steps/rename.ts";
import { carryOut, viewOfStep } from "../../../src/desk/steps/steps.ts";
import { recordTitles } from "../../../src/desk/editor/titles.ts";
import { takeBack, takeStep } from "../../../src/desk/store/steps.ts";
import { reviewedFile } from "../../../src/parse/files.ts";

/* Everything that can be moved is, and taken back: in LF and in CRLF, and with every kind of file. */

const parent = mkdtempSync(join(tmpdir(), "desk-moves-"));

test.afterAll(() => {
  rmSync(parent, { recursive: true });
});

type Bytes = ReadonlyMap<string, string>;

/** The bytes of every file in a folder. */
const bytesIn = (folder: string): Bytes =>
  new Map(
    globSync("**/*.{mdx,yaml}", { cwd: folder })
      .toSorted()
      .map((file) => [file, readFileSync(join(folder, file)).toString("latin1")]),
  );

/** What no id of the contents has. */
const mark = "zz-";

const former = /^(?:formerly|formerIds):|^ {2}[\w-]+: [\w-]+$/;

/** The lines of a text, as they were before something got a marked id, but for what keeps the old one. */
const linesOf = (text: string, lineBreak: string): string[] =>
  text
    .replaceAll(mark, "")
    .split(lineBreak)
    .filter((line) => !former.test(line));

/** Moves and takes back, and holds the plan to what it may do. */
const proven = async (folder: string, plan: Plan, lineBreak: string, before: Bytes) => {
  expect(plan.issues, plan.title).toEqual([]);
  for (const { file, before: old, text } of plan.files) {
    if (file === reviewedFile) continue;
    expect(linesOf(text, lineBreak), `${plan.title} ${file}`).toEqual(linesOf(old, lineBreak));
    if (lineBreak === "\r\n") expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  }
  const id = await takeStep(folder, plan.title, plan.files);
  expect(bytesIn(folder)).not.toEqual(before);
  await takeBack(folder, id);
  expect(bytesIn(folder)).toEqual(before);
};

const copied = (root: string, lineBreak: string): string => {
  const folder = join(parent, root.replaceAll("/", "-") + String(lineBreak.length));
  cpSync(root, folder, { recursive: true });
  if (lineBreak === "\r\n")
    for (const file of globSync("**/*.{mdx,yaml}", { cwd: folder }))
      if (!file.startsWith("releases"))
        writeFileSync(
          join(folder, file),
          readFileSync(join(folder, file), "utf8").replaceAll("\n", "\r\n"),
        );
  return folder;
};

/** Every move that can be made of a page or question, and every new id of a record. */
const movesIn = (ground: Ground): (() => Promise<Plan>)[] => {
  const { content, opened } = ground;
  const prose = (["pages", "faq"] as const).flatMap((folder) =>
    content.prose[folder].map(({ id }) => ({ file: `${folder}/${id}.mdx`, id: mark + id })),
  );
  const records = [...opened.keys()]
    .filter((file) => /^(?:facts|lists)\//.test(file) && keepsIds(file) === undefined)
    .flatMap((file) => recordTitles(content, file).map(({ id }) => ({ file, id })));
  expect(records.length).toBeGreaterThan(15);
  return [
    ...prose
      .filter(({ file }) => staysPut(file) === undefined)
      .map((move) => () => planMove(ground, move)),
    ...records.map(
      ({ file, id }) =>
        () =>
          planRename(ground, { file, record: id, id: mark + id }),
    ),
  ];
};

for (const [root, lineBreak] of [
  [contentFolder, "\n"],
  ["starter", "\r\n"],
  ["tests/fixtures/another-organization", "\r\n"],
] as const)
  test(`all that ${root} holds can be moved, with what refers to it, and back`, async () => {
    test.setTimeout(240_000);
    const folder = copied(root, lineBreak);
    const before = bytesIn(folder);
    const moves = movesIn(await groundOf(folder));
    for (const move of moves) await proven(folder, await move(), lineBreak, before);
  });

test("every page that was published can be archived, and all that led to it leads on", async () => {
  const folder = copied(contentFolder, "\n");
  const before = bytesIn(folder);
  const { content } = await groundOf(folder);
  for (const { id } of content.prose.pages) {
    const file = `pages/${id}.mdx`;
    if (isNotArchived(file) !== undefined) continue;
    const typed = { summary: "Replaced.", "replaced-by": id === "contacts" ? "data" : "contacts" };
    const archive = { step: { kind: "archive", file }, typed } as const;
    const { review, hindrance } = await viewOfStep(folder, archive, true);
    expect(hindrance, id).toBe(undefined);
    expect(review?.warnings, id).toEqual([]);
    const done = await carryOut(folder, archive, review?.stamp ?? "");
    await takeBack(folder, done.id);
    expect(bytesIn(folder)).toEqual(before);
  }
});
