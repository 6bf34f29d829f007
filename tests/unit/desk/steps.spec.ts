import {
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { moveBack } from "../../../src/desk/steps/move-back.ts";
import { planMove, type Move } from "../../../src/desk/steps/move.ts";
import { groundOf } from "../../../src/desk/steps/plan.ts";
import { planRename } from "../../../src/desk/steps/rename.ts";
import { carryOut, viewOfStep, type FilledStep } from "../../../src/desk/steps/steps.ts";
import { recoverSteps, takeBack, takenSteps, takeStep } from "../../../src/desk/store/steps.ts";
import { scaffold } from "../../../src/scaffold/scaffold.ts";
import { issuesOf } from "../../../src/check/index.ts";
import { readContent } from "../../../src/parse/content.ts";
import { copyForTests } from "../../content-copy.ts";

const folder = copyForTests("tests/fixtures/sound", join(tmpdir(), "desk-steps"));

/** Where the steps in the folder are kept. */
const journals = () =>
  join(
    ".astro/desk-steps",
    createHash("sha256").update(realpathSync(folder())).digest("hex").slice(0, 16),
  );

test.afterEach(() => {
  rmSync(journals(), { recursive: true, force: true });
});

const at = (file: string) => join(folder(), file);
const written = (file: string) => readFileSync(at(file), "utf8");
const save = (file: string, change: (text: string) => string) => {
  writeFileSync(at(file), change(existsSync(at(file)) ? written(file) : ""));
};
const bytes = () =>
  Object.fromEntries(
    globSync("**/{.*,*}", { cwd: folder(), withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file).toString("latin1")]),
  );
const move = async (step: Move) => planMove(await groundOf(folder()), step);
const textAfter = async (step: Move, file: string) =>
  (await move(step)).files.find((planned) => planned.file === file)?.text;
const errors = async () =>
  issuesOf(folder(), await readContent(folder())).filter(({ severity }) => severity === "error");

test("every way to refer to a page is mended, and nothing else", async () => {
  const line = (old: string) =>
    [
      `[One](/${old}/), [two](</${old}/#who-we-share-information-with---and-why> "Title /data/"), [three][here] and`,
      `[four](https://privacy-center.example/${old}/#how-long-data-is-kept), <Contact id="privacy" />.`,
      `Not [this](https://elsewhere.example/data/), nor [/data/](/security/), nor \`/data/\`.`,
      "",
      `[here]: /${old}/ 'Title'`,
      "",
    ].join("\r\n");
  save("pages/rights.mdx", (text) => `${text}\n${line("data")}`);
  const [before, after] = [written("pages/rights.mdx"), line("collected")];
  expect(await textAfter({ file: "pages/data.mdx", id: "collected" }, "pages/rights.mdx")).toBe(
    before.replace(line("data"), after),
  );
});

test("every way to refer to a question is mended, with what leads to it", async () => {
  const lines = (old: string, topic: string) =>
    [
      `See [one](/faq/#${old}), [two](/faq/${old}/), [three](/faq/${topic}/#${old}) and`,
      `[four](/everything/#faq_${old}).`,
      "",
      `<Answer to="${old}" />`,
      "",
    ].join("\n");
  const topics = ["data-ownership-and-retention", "securing-data"] as const;
  const old = "database-backup";
  const topic = /^topic: (.*)$/m.exec(written(`faq/${old}.mdx`))?.[1] ?? "";
  const other = topics.find((one) => one !== topic) ?? "";
  save("pages/rights.mdx", (text) => `${text}\n${lines(old, topic)}`);
  save(`faq/who-to-contact.mdx`, (text) => `${text}\nSee [that](#${old}).\n`);
  save("pages/faq.mdx", (text) => text.replace(/^owner:/m, `formerIds: { older: ${old} }\nowner:`));
  expect(await errors()).toEqual([]);
  const step: Move = { file: `faq/${old}.mdx`, id: "backups", topic: other };
  expect(await textAfter(step, "pages/rights.mdx")).toBe(
    written("pages/rights.mdx").replace(lines(old, topic), lines("backups", other)),
  );
  expect(await textAfter(step, "faq/who-to-contact.mdx")).toContain("See [that](#backups).");
  expect(await textAfter(step, "pages/faq.mdx")).toContain("formerIds: { older: backups }");
  const own = await textAfter(step, step.file);
  expect(own).toMatch(new RegExp(`^topic: ${other}\\norder: \\d+\\nformerly: \\[${old}\\]$`, "m"));
});

test("what has moved is put back with its text, and with all that refers to it", async () => {
  const before = bytes();
  for (const [from, id, topic] of [
    ["pages/data.mdx", "collected"],
    ["faq/database-backup.mdx", "backups", "securing-data"],
  ] as const) {
    const old = written(from);
    const file = join(dirname(from), `${id}.mdx`);
    const { title, files } = await move({ file: from, id, ...(topic ? { topic } : {}) });
    await takeStep(folder(), title, files);
    save(file, (text) => `${text}\nElse.\n`);
    const back = { file, from, before: old };
    await expect(moveBack(folder(), { ...back, after: old })).rejects.toThrow(/has changed since/);
    await moveBack(folder(), { ...back, after: written(file) });
    expect(bytes()).toEqual(before);
  }
});

test("nothing is put back where something would be wrong then", async () => {
  const [from, file] = ["pages/data.mdx", "pages/collected.mdx"] as const;
  const before = written(from);
  const { title, files } = await move({ file: from, id: "collected" });
  await takeStep(folder(), title, files);
  save(file, (text) => `${text}\n## New\n`);
  save("pages/rights.mdx", (text) => `${text}\nSee [it](/collected/#new).\n`);
  const now = bytes();
  await expect(moveBack(folder(), { file, from, before, after: written(file) })).rejects.toThrow(
    /^something would be wrong then:\n.*pages\/rights\.mdx: there is no "#new" on the page/,
  );
  expect(bytes()).toEqual(now);
});

test("what was wrong before keeps no page where it is", async () => {
  save("pages/rights.mdx", (text) => `${text}\nSee [one](/data/#gone) and [another](/gone/).\n`);
  const before = (await errors()).length;
  const { files, title } = await move({ file: "pages/data.mdx", id: "collected" });
  await takeStep(folder(), title, files);
  expect(written("pages/rights.mdx")).toContain(
    "See [one](/collected/#gone) and [another](/gone/).",
  );
  expect((await errors()).length).toBe(before);
});

test("a page moves back to where it was", async () => {
  const first = await move({ file: "pages/data.mdx", id: "collected" });
  const before = bytes();
  await takeStep(folder(), first.title, first.files);
  expect(existsSync(at("pages/data.mdx"))).toBe(false);
  const back = await move({ file: "pages/collected.mdx", id: "data" });
  expect(back.files.find(({ to }) => to !== undefined)?.text).toContain("formerly: [collected]");
  const id = await takeStep(folder(), back.title, back.files);
  expect(await errors()).toEqual([]);
  expect((await takenSteps(folder())).map(({ title }) => title)).toEqual([back.title]);
  await takeBack(folder(), id);
  const [last] = await takenSteps(folder());
  await takeBack(folder(), last?.id ?? "");
  expect(bytes()).toEqual(before);
});

test("a record gets another id in fields, components and links, and its row is found by the old one", async () => {
  save(
    "pages/rights.mdx",
    (text) =>
      `${text}\n[There](/contacts/#contact-privacy), [all](/everything/#contacts_contact-privacy). <Contact id="privacy" />\n\n<Contacts only="security, privacy" />\n`,
  );
  const plan = await planRename(await groundOf(folder()), {
    file: "facts/contacts.yaml",
    record: "privacy",
    id: "data-protection",
  });
  const after = (file: string) => plan.files.find((planned) => planned.file === file)?.text ?? "";
  expect(after("pages/rights.mdx")).toContain(
    '[There](/contacts/#contact-data-protection), [all](/everything/#contacts_contact-data-protection). <Contact id="data-protection" />\n\n<Contacts only="security, data-protection" />',
  );
  expect(after("pages/contacts.mdx")).toContain(
    "formerIds:\n  contact-privacy: contact-data-protection\n",
  );
  expect(after("templates/privacy-request.yaml")).toContain("to: data-protection");
});

const refusedWith = async (step: FilledStep) => {
  const { hindrance, remarks, review } = await viewOfStep(folder(), step, true);
  expect(review).toBe(undefined);
  return [hindrance ?? "", ...remarks.map(({ message }) => message)].join("\n");
};
const moving = (file: string, id: string): FilledStep => ({
  step: { kind: "move", file },
  typed: { id },
});

test("an id that is in use, was in use, or is none is refused in a sentence", async () => {
  save("pages/rights.mdx", (text) => text.replace(/^owner:/m, "formerly: [your-rights]\nowner:"));
  for (const [id, said] of [
    ["rights", /the id "rights" is taken; write another, such as rights-2/],
    ["your-rights", /the id "your-rights" is taken/],
    ["search", /the site itself uses the address \/search\//],
    ["index", /the id "index" is taken/],
    ["My Page", /an id can have only lowercase letters, digits, and single hyphens/],
    ["con", /Windows cannot have a folder named "con"/],
    ["../../etc", /an id can have only/],
    ["größe", /an id can have only/],
    ["", /this is missing/],
    ["data", /where it is already/],
  ] as const)
    expect(await refusedWith(moving("pages/data.mdx", id))).toMatch(said);
  expect(await refusedWith(moving("faq/who-to-contact.mdx", "securing-data"))).toMatch(/is taken/);
  for (const file of [
    "pages/index.mdx",
    "statements/privacy-shield.mdx",
    "../secrets.mdx",
    "site.yaml",
  ])
    expect(await refusedWith(moving(file, "other"))).toMatch(/needs this page|stays|no page/);
  expect(
    await refusedWith({
      step: { kind: "rename", file: "facts/contacts.yaml", record: "privacy" },
      typed: { id: "security" },
    }),
  ).toMatch(/the id "security" is taken/);
});

test("what cannot be read in full and may refer to it keeps a page where it is, and is named", async () => {
  const before = "pages/security.mdx";
  for (const spoil of [
    (text: string) => `${text}\n<Contact id="x"\n\nSee /data/.\n`,
    (text: string) => text.replace("title:", "title: a: b # data\nx:"),
    (text: string) => `${text}\n<<<<<<< ours\nNew.\n=======\nSee [it](/data/).\n>>>>>>> theirs\n`,
  ]) {
    const text = written(before);
    save(before, spoil);
    expect(await refusedWith(moving("pages/data.mdx", "collected"))).toMatch(
      /might be missed in what cannot be read in full: pages\/security\.mdx/,
    );
    writeFileSync(at(before), text);
  }
  const text = written(before);
  writeFileSync(at(before), Buffer.from(text.replace("owner:", "# \u00e9\nowner:"), "latin1"));
  expect(await refusedWith(moving("pages/data.mdx", "collected"))).toContain(before);
});

test("a link to another place is neither moved nor written through", async () => {
  const outside = join(realpathSync(tmpdir()), "desk-steps-outside.mdx");
  writeFileSync(outside, written("pages/data.mdx"));
  rmSync(at("pages/data.mdx"));
  symlinkSync(outside, at("pages/data.mdx"));
  expect(await refusedWith(moving("pages/data.mdx", "collected"))).toMatch(/cannot be opened/);
  expect(await refusedWith(moving("faq/retention-of-data.mdx", "kept"))).toMatch(
    /might be missed .* pages\/data\.mdx/,
  );
  rmSync(at("pages/data.mdx"));
  rmSync(outside);
});

test("what was shown is done as a whole, or not at all", async () => {
  const step = moving("pages/data.mdx", "collected");
  const stampOf = async () => (await viewOfStep(folder(), step, true)).review?.stamp ?? "";
  const stamp = await stampOf();
  save("pages/index.mdx", (text) => `${text}\nA word more.\n`);
  const before = bytes();
  await expect(carryOut(folder(), step, stamp)).rejects.toThrow(/has changed since this was shown/);
  const { files, title } = await move({ file: "pages/data.mdx", id: "collected" });
  const stale = files.map((file, at) => (at === 0 ? { ...file, hash: "another" } : file));
  await expect(takeStep(folder(), title, stale)).rejects.toThrow(/somebody else has changed/);
  save("pages/collected.mdx", () => "Somebody was faster.\n");
  await expect(takeStep(folder(), title, files)).rejects.toThrow(/is already there/);
  rmSync(at("pages/collected.mdx"));
  await expect(
    takeStep(folder(), title, [...files, { file: "faq/x.mdx", text: "\ud800" }]),
  ).rejects.toThrow(/character/);
  const long = moving("pages/data.mdx", "long-".repeat(60).slice(0, -1));
  const longStamp = (await viewOfStep(folder(), long, true)).review?.stamp ?? "";
  await expect(carryOut(folder(), long, longStamp)).rejects.toThrow(/so long a name/);
  expect(bytes()).toEqual(before);
  const done = await carryOut(folder(), step, await stampOf());
  expect(done).toMatchObject({
    show: "/collected/",
    edit: "/desk/edit/?file=pages%2Fcollected.mdx",
  });
  save("pages/index.mdx", (text) => `${text}\nMore.\n`);
  await expect(takeBack(folder(), done.id)).rejects.toThrow(/changed since: pages\/index\.mdx/);
  save("pages/index.mdx", (text) => text.replace("\nMore.\n", ""));
  await takeBack(folder(), done.id);
  expect(bytes()).toEqual(before);
  await expect(takeBack(folder(), done.id)).rejects.toThrow(/cannot be undone any more/);
  await expect(takeBack(folder(), "../x")).rejects.toThrow(/cannot be undone any more/);
});

test("what was left half done by a preview that was killed is taken back by the next", async () => {
  const before = bytes();
  const { files, title } = await move({ file: "pages/data.mdx", id: "collected" });
  const old = written("pages/index.mdx");
  const id = await takeStep(folder(), title, files);
  const journal = join(journals(), `${id}.json`);
  const kept = JSON.parse(readFileSync(journal, "utf8")) as { files: { staged?: string }[] };
  writeFileSync(journal, JSON.stringify({ ...kept, isDone: false }));
  /* One file was not written yet, and what should take its place is still there. */
  writeFileSync(at("pages/index.mdx"), old);
  for (const { staged } of kept.files) if (staged) writeFileSync(at(`pages/${staged}`), "…");
  expect(await takenSteps(folder())).toEqual([]);
  await recoverSteps(folder());
  expect(bytes()).toEqual(before);
  expect(readdirSync(journals())).toEqual([]);
});

test("a form starts what the command starts", async () => {
  const typed = {
    question: "Which cookies are set: “all”?",
    topic: "data-ownership-and-retention",
    "also-asked": "tracker, beacon",
    answer: "We set three.\n\nThey are listed.",
  };
  const step: FilledStep = { step: { kind: "new", what: "question" }, typed: {} };
  const empty = await viewOfStep(folder(), step, false);
  expect(empty.remarks.filter(({ severity }) => severity === "error")).toEqual([]);
  const missing = await viewOfStep(folder(), step, true);
  expect(missing.remarks.map(({ path }) => path?.[0])).toEqual(
    expect.arrayContaining(["question", "topic", "answer"]),
  );
  const filled = { ...step, typed };
  const { remarks, review } = await viewOfStep(folder(), filled, true);
  expect(remarks.map(({ message }) => message)).toContain(
    "left empty, it is: which-cookies-set-all",
  );
  const done = await carryOut(folder(), filled, review?.stamp ?? "");
  const byForm = written("faq/which-cookies-set-all.mdx");
  await takeBack(folder(), done.id);
  const today = new Intl.DateTimeFormat("sv").format(new Date());
  const options = Object.entries(typed).flatMap(([name, words]) => [`--${name}`, words]);
  const context = { folder: folder(), today };
  await scaffold(["question", ...options], context, { say: () => undefined });
  expect(byForm).toBe(written("faq/which-cookies-set-all.mdx"));
  expect(await refusedWith(filled)).toMatch(/already asks this question/);
});

test("what the check says of something new stands under its field", async () => {
  const step: FilledStep = {
    step: { kind: "new", what: "page" },
    typed: {
      title: "Cookies",
      description: "The cookies that we set.",
      navigation: "Cookies",
      text: "See [that](/nowhere/).",
    },
  };
  const { remarks, review } = await viewOfStep(folder(), step, true);
  expect(review).toBe(undefined);
  expect(remarks.find(({ path }) => path?.[0] === "text")?.message).toMatch(
    /no page at "\/nowhere\/"/,
  );
});

test("a page becomes an archived statement, word for word, and its address leads on", async () => {
  save("pages/rights.mdx", (text) =>
    `${text}\nSee [that](/security/#top-x) and [it](/security/).\n`.replace("#top-x", ""),
  );
  const own = written("pages/security.mdx");
  const step: FilledStep = {
    step: { kind: "archive", file: "pages/security.mdx" },
    typed: { summary: "Others look after it: now.", "replaced-by": "hosting" },
  };
  expect(await refusedWith({ ...step, typed: {} })).toMatch(/choose one/);
  expect(
    await refusedWith({ ...step, typed: { ...step.typed, "replaced-by": "security" } }),
  ).toMatch(/cannot replace itself/);
  const before = bytes();
  const { review, about } = await viewOfStep(folder(), step, true);
  expect(about.join(" ")).toContain(
    "Its old address, /security/, will lead to “Where data is hosted”.",
  );
  const done = await carryOut(folder(), step, review?.stamp ?? "");
  expect(await errors()).toEqual([]);
  const statement = written("statements/security.mdx");
  const body = (text: string) => text.split("\n---\n")[1]?.trim();
  const [, lead = ""] = /^lead: (.*)$/m.exec(own) ?? [];
  expect(body(statement)).toBe(`${lead}\n\n${body(own) ?? ""}`);
  expect(statement).toMatch(
    /^---\ntitle: .*\ndescription: .*\nstatus: archived\nsummary: "Others look after it: now\."\nreplacedBy: hosting\nlastReviewed: "2026-11-22"\nowner: Legal\n---\n/,
  );
  expect(written("pages/hosting.mdx")).toContain("formerly: [security]");
  expect(written("pages/rights.mdx")).toContain(
    "See [that](/statements/security/) and [it](/statements/security/).",
  );
  await takeBack(folder(), done.id);
  expect(bytes()).toEqual(before);
});
