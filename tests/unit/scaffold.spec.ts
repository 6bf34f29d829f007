import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { scaffold } from "../../src/scaffold/scaffold.ts";
import { UserError } from "../../src/scaffold/generator.ts";
import { freeId, idFrom } from "../../src/scaffold/ids.ts";
import { readContent, recordsOf } from "../../src/parse/content.ts";
import { contentFolder } from "../../src/environment.ts";
import { checkContent } from "../../src/check/index.ts";
import { openPointsOf } from "../../src/check/facts/open-points.ts";
import { splitProse } from "../../src/parse/front-matter.ts";
import { copyForTests } from "../content-copy.ts";
import { sound } from "../faulty-content.ts";

const root = join(import.meta.dirname, "../..");
const results = join(root, "test-results");

/** A copy of a sound centre, as a path within the project. */
let folder: string;

const copy = copyForTests(sound, results);

test.beforeEach(() => {
  folder = relative(root, copy());
});

const read = (path: string) => readFile(join(root, folder, path), "utf8");

/** Every file of the copy with what stands in it. */
const all = async (): Promise<Map<string, string>> => {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(root, folder), join(entry.parentPath, entry.name)));
  return new Map(await Promise.all(files.map(async (path) => [path, await read(path)] as const)));
};

/** The day on which everything is begun. */
const today = "2026-03-31";

/** Begins without anybody to ask, and returns what is said. */
const begun = async (...args: readonly string[]): Promise<string> => {
  const lines: string[] = [];
  await scaffold(args, { folder, today }, { say: (line) => lines.push(line) });
  return `${lines.join("\n")}\n`;
};

const typed = (options: Record<string, string>) =>
  Object.entries(options).flatMap(([name, words]) => [`--${name}`, words]);

/** Begins with these options, and expects something to be written. */
const written = async (what: readonly string[], options: Record<string, string>) => {
  const said = await begun(...what, ...typed(options));
  expect(said).toMatch(/^Written: /m);
  return said;
};

/** Begins without anybody to ask, expects a refusal, and everything to be as it was. */
const refused = async (what: readonly string[], options: Record<string, string> = {}) => {
  const before = await all();
  const reason: unknown = await begun(...what, ...typed(options)).catch((error: unknown) => error);
  expect(reason).toBeInstanceOf(UserError);
  expect(await all()).toEqual(before);
  return (reason as UserError).message;
};

const matterOf = async (path: string): Promise<unknown> =>
  parse(splitProse(await read(path)).matter ?? "");

const errorsIn = async (path: string) =>
  (await checkContent(path)).filter(({ severity }) => severity === "error");

test.describe("a question", () => {
  const options = {
    topic: "hosting-and-transfers",
    question: 'Where: is "my" data @home, #1 or <2>?',
    answer: 'It is in *two* regions. Write to <Contact id="privacy" />.',
  };

  test("is written after the last of its topic, and says where it is", async () => {
    const { faq } = recordsOf(await readContent(join(root, folder)));
    const orders = faq
      .filter(({ data }) => data.topic === options.topic)
      .map(({ data }) => data.order);
    expect(await written(["question"], { ...options, id: "where-at-home" })).toContain(
      `Written: ${folder}/faq/where-at-home.mdx:9\n`,
    );
    const text = await read("faq/where-at-home.mdx");
    expect(text.split("\n").slice(8)).toEqual([options.answer, ""]);
    expect(text).toContain(`lastReviewed: "${today}"\n`);
    expect(await matterOf("faq/where-at-home.mdx")).toEqual({
      question: options.question,
      topic: options.topic,
      order: Math.max(...orders) + 1,
      lastReviewed: today,
      owner: "Legal",
    });
    expect(await errorsIn(folder)).toEqual([]);
  });

  test("gets a short id from its words, and a number where that is taken", async () => {
    const question = "How long do you keep the backups of our data?";
    const id = "how-long-keep-backups-data";
    expect(await written(["question"], { ...options, question })).toContain(`/${id}.mdx:9`);
    const before = await read(`faq/${id}.mdx`);
    const alike = question.replace("the backups", "backups");
    expect(await written(["question"], { ...options, question: alike })).toContain(
      `/${id}-2.mdx:9`,
    );
    expect(await read(`faq/${id}.mdx`)).toBe(before);
  });

  test("never takes an id that another has, had, or shows on the page", async () => {
    const path = join(root, folder, "faq/bug-bounty-program.mdx");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace("owner:", "formerly: [old-name]\nowner:"));
    for (const id of ["bug-bounty-program", "old-name", "topic-privacy-requests"])
      expect(await refused(["question"], { ...options, id })).toContain(
        `the id "${id}" is taken; write another, such as ${id}-2`,
      );
  });

  test("that is asked already is refused, however it is typed", async () => {
    const again = "who owns the  DATA stored in vtiger";
    const sentence = `${folder}/faq/who-owns-data.mdx already asks this question; reword it, or change the answer there`;
    expect(await refused(["question"], { ...options, question: again })).toContain(sentence);
  });

  test("needs an id where its words give none", async () => {
    const said = await refused(["question"], { ...options, question: "数据在哪里？" });
    expect(said).toContain("--id is missing.");
    expect(said).toContain(' --question "数据在哪里？" ');
    await written(["question"], { ...options, question: "数据在哪里？", id: "where-in-chinese" });
    expect(await matterOf("faq/where-in-chinese.mdx")).toMatchObject({ question: "数据在哪里？" });
  });

  test("takes the owner of most of the content, or the one that is named", async () => {
    await written(["question"], { ...options, owner: "Security: team", id: "one" });
    expect(await matterOf("faq/one.mdx")).toMatchObject({ owner: "Security: team" });
  });

  test("of a topic that is not there is told the one that is meant, and the command with it", async () => {
    const said = await refused(["question"], { ...options, topic: "hosting" });
    expect(said).toContain(
      `there is no "hosting" in ${contentFolder}/facts/topics.yaml; did you mean "hosting-and-transfers"?`,
    );
    expect(said).toContain("Type this, with your own words:\n  npm run new -- question ");
    expect(said).toContain(" --topic hosting-and-transfers ");
  });

  test("with an answer that will not do is given no other answer to type", async () => {
    expect(await refused(["question"], { ...options, answer: "  " })).not.toContain(
      "Type this, with",
    );
  });

  for (const [answer, sentence] of [
    ["Fewer than <16 people.", 'cannot be read as a component; write "less than"'],
    ["It is {here}.", "brace"],
    ["It is <company name>.", "remove the angle brackets"],
    ["It is <Hosting />.", "<Hosting> is not a component"],
    ["It is TBD.", '"TBD" is a placeholder; write what belongs there, or delete it'],
    ["  ", '--answer is empty; write --answer "'],
    ["Look at https://example.com.", "is an example address"],
  ] as const)
    test(`with the answer "${answer}" is refused with the checker's sentence`, async () => {
      expect(await refused(["question"], { ...options, answer })).toContain(sentence);
    });

  test("that is refused is given back as a command to mend", async () => {
    const answer = "It's TBD, for $5.";
    expect(
      await refused(["question"], { topic: options.topic, question: "Where?", answer }),
    ).toContain(
      `To correct it and try again, type:\n  npm run new -- question --topic ${options.topic} --question "Where?" --answer 'It'\\''s TBD, for $5.'`,
    );
  });

  test("of which something is missing is answered with the whole command", async () => {
    const said = await refused(["question"], { question: "Where is it?" });
    expect(said).toContain("--topic is missing. The id of one of the topics: privacy-and-");
    expect(said).toContain("--answer is missing. The answer, in whole sentences");
    expect(said).toMatch(
      /^ {2}npm run new -- question --question "Where is it\?" --topic \S+ --answer "/m,
    );
  });

  test("is written though other files are faulty", async () => {
    await appendFile(join(root, folder, "facts/providers.yaml"), "\t- id: x\n");
    expect(await written(["question"], { ...options, id: "one" })).toContain("/faq/one.mdx:9");
  });
});

test.describe("a page", () => {
  const options = {
    title: "Cookies: which & why",
    description: "The cookies # that we set",
    navigation: "'Cookies'",
    text: "We set three.\n\nThey are small.",
  };

  test("is written at the address of its title, after the last", async () => {
    expect(await written(["page"], options)).toContain(`${folder}/pages/cookies-which-why.mdx:10`);
    const { title, description, navigation } = options;
    expect(await matterOf("pages/cookies-which-why.mdx")).toEqual({
      ...{ title, description, navigation, order: 8 },
      ...{ lastReviewed: today, owner: "Legal" },
    });
    expect(await read("pages/cookies-which-why.mdx")).toMatch(
      /\n---\n\nWe set three\.\n\nThey are small\.\n$/,
    );
  });

  for (const title of ["Search", "Everything", "Draft", "Statements", "404", "2026-11-27"])
    test(`cannot be at the address of "${title}", which the site uses`, async () => {
      expect(await refused(["page"], { ...options, title })).toContain(
        `the site itself uses the address /${title.toLowerCase()}/; write another id`,
      );
    });
});

test.describe("a statement", () => {
  const options = {
    title: "An old promise",
    description: "A promise that no longer holds.",
    summary: "The product: it is gone.",
    "replaced-by": "hosting",
    text: "We promise.",
  };

  test("is written archived, in a folder that is made for it", async () => {
    await rm(join(root, folder, "statements"), { recursive: true });
    expect(await written(["statement"], options)).toContain("/statements/old-promise.mdx:11");
    expect(await matterOf("statements/old-promise.mdx")).toMatchObject({
      status: "archived",
      summary: options.summary,
      replacedBy: "hosting",
    });
  });

  test("that is refused leaves no folder behind", async () => {
    await rm(join(root, folder, "statements"), { recursive: true });
    await refused(["statement"], { ...options, text: "TODO" });
    expect(await readdir(join(root, folder))).not.toContain("statements");
    expect(await refused(["statement"], { ...options, "replaced-by": "hostin" })).toContain(
      'did you mean "hosting"?',
    );
  });
});

test.describe("a fact", () => {
  /** Adds a record to a list, and returns it as it is read; all before it must be as it was. */
  const added = async (list: string, options: Record<string, string>): Promise<unknown> => {
    const path = `facts/${list}.yaml`;
    const before = await read(path);
    const said = await written(["fact", list], options);
    const after = await read(path);
    expect(after.startsWith(before)).toBe(true);
    const line = Number(/\.yaml:(\d+)/.exec(said)?.[1]);
    expect(after.split("\n")[line - 1]).toMatch(/^ *- (?:id: |\{ ?id: )/);
    expect(line).toBeGreaterThan(before.split("\n").length - 1);
    return (parse(after) as unknown[]).at(-1);
  };

  test("is added below the others, whose text stays as it is", async () => {
    expect(
      await added("contacts", { topic: "Press: the #1 desk", email: "press@acme.org" }),
    ).toEqual({ id: "press-1-desk", topic: "Press: the #1 desk", email: "press@acme.org" });
  });

  test("can await confirmation", async () => {
    expect(
      await added("providers", { name: "Acme Cloud", unconfirmed: "Since when: this year?" }),
    ).toEqual({
      id: "acme-cloud",
      name: "Acme Cloud",
      confirmed: false,
      question: "Since when: this year?",
    });
  });

  test("can have groups, lists of ids and lists of entries", async () => {
    expect(
      await added("laws", {
        ...{
          name: "Act",
          "request-citation": "The Act",
          "request-rights": "access, deletion, portability",
        },
        "request-periods": "access, 30, days, high; portability, deletion, 2, business days, low",
        "request-authority-name": "Authority, the",
        ...{ "request-confidence": "low", "request-reviewed-on": "2026-03-31" },
        "request-provisions": "Part 1",
      }),
    ).toEqual({
      ...{ id: "act", name: "Act" },
      request: {
        ...{ citation: "The Act", rights: ["access", "deletion", "portability"] },
        provisions: "Part 1",
        periods: [
          { for: ["access"], count: 30, unit: "days", confidence: "high" },
          {
            ...{ for: ["portability", "deletion"], count: 2, unit: "business days" },
            confidence: "low",
          },
        ],
        ...{ authority: { name: "Authority, the" }, confidence: "low", reviewedOn: "2026-03-31" },
      },
    });
    expect(await added("laws", { name: "Other Act", order: "7" })).toEqual({
      ...{ id: "other-act", name: "Other Act", order: 7 },
    });
    const rule = "Closed after 30 days, deleted after 60 days.";
    expect(
      await added("retention", {
        ...{ account: "Old", rule, from: "closure", steps: "closed, 30; deleted, 60" },
      }),
    ).toMatchObject({
      steps: [
        { action: "closed", afterDays: 30 },
        { action: "deleted", afterDays: 60 },
      ],
    });
    expect(
      await added("regions", {
        name: "Lakes",
        places: "Erie, Ontario, 42.2, -81.2; Huron, 44.8, -82.4",
      }),
    ).toMatchObject({
      places: [
        { name: "Erie, Ontario", latitude: 42.2, longitude: -81.2 },
        { name: "Huron", latitude: 44.8, longitude: -82.4 },
      ],
    });
  });

  test("in a list of rows is a row", async () => {
    expect(await added("countries", { id: "us-ut", part: "Utah", laws: "gdpr" })).toEqual({
      ...{ id: "us-ut", part: "Utah", laws: ["gdpr"] },
    });
    expect((await read("facts/countries.yaml")).trimEnd().split("\n").at(-1)).toMatch(/^- \{.*\}$/);
  });

  test("keeps the indentation and the line ends of the list", async () => {
    const path = join(root, folder, "facts/providers.yaml");
    await writeFile(path, "# A remark.\r\n  - id: one\r\n    name: One # of two");
    await added("providers", { name: "Two" });
    expect(await readFile(path, "utf8")).toBe(
      "# A remark.\r\n  - id: one\r\n    name: One # of two\r\n\r\n  - id: two\r\n    name: Two\r\n",
    );
  });

  test("can be the first of a list", async () => {
    const path = join(root, folder, "facts/providers.yaml");
    await writeFile(path, "# A remark.\n[]\n# Another.\n");
    await written(["fact", "providers"], { name: "One" });
    expect(await readFile(path, "utf8")).toBe("# A remark.\n# Another.\n- id: one\n  name: One\n");
  });

  test("is added to a list that the organization declares", async () => {
    const path = join(root, folder, "lists/auditors.yaml");
    const declaration = [
      "title: Auditors",
      "columns:",
      "  - { id: name, label: Name, kind: words }",
      "  - { id: city, label: City, kind: choice, options: [Oslo, Bergen] }",
      "records:",
    ].join("\n");
    await mkdir(join(root, folder, "lists"));
    for (const [before, indent] of [
      [`${declaration}\n  - id: one\n    name: One\n    city: Oslo\n`, "\n"],
      [`${declaration} []\n`, ""],
    ] as const) {
      await writeFile(path, before);
      await written(["fact", "auditors"], { name: "Two", city: "Bergen" });
      const kept = before.replace(/ \[\]\n$/, "\n");
      expect(await readFile(path, "utf8")).toBe(
        `${kept}${indent}  - id: two\n    name: Two\n    city: Bergen\n`,
      );
    }
    expect(await refused(["fact", "auditors"], { name: "Three", city: "Rome" })).toContain(
      '--city cannot be "Rome": it is one of: Oslo; Bergen\nType this, with your own words:\n  npm run new -- fact auditors --name Three --city "…"',
    );
    expect(await begun("fact", "auditors", "--help")).toMatch(/^ {2}--city +City$/m);
    await writeFile(path, `records: []\n${declaration.replace("\nrecords:", "")}\n`);
    expect(await refused(["fact", "auditors"], { name: "Two", city: "Oslo" })).toContain(
      "move `records:` and what it lists to the end of the file",
    );
  });

  test("is not added to a list in brackets", async () => {
    await writeFile(join(root, folder, "facts/providers.yaml"), "[{ id: one, name: One }]\n");
    expect(await refused(["fact", "providers"], { name: "Two" })).toContain(
      `${folder}/facts/providers.yaml lists its records in brackets`,
    );
  });

  for (const [list, options, sentence] of [
    [
      "contacts",
      { topic: "Press", email: "press" },
      '--email cannot be "press": an email address has one @ and no spaces; write --email privacy@acme.org',
    ],
    ["contacts", { topic: "Press" }, "--email is missing. The address people write to"],
    [
      "contacts",
      { topic: "Press", email: "a@acme.org", id: "privacy" },
      'the id "privacy" is taken',
    ],
    ["contacts", { topic: "Press", email: "press@acme.example" }, "is an example address"],
    ["frameworks", { name: "A", description: "B.", policy: "term" }, 'did you mean "terms"?'],
    [
      "laws",
      { "request-rights": "acces" },
      `there is no "acces" in ${contentFolder}/facts/rights.yaml; did you mean "access"?`,
    ],
    ["laws", { "request-last-day-rule": "A." }, "--request-last-day-provision is missing."],
    ["laws", { "request-periods": "access, 30" }, '"unit" is missing; add one of: days'],
    [
      "laws",
      {
        ...{ name: "Act", "request-citation": "The Act", "request-rights": "access" },
        ...{ "request-provisions": "Part 1", "request-authority-name": "Authority" },
        ...{ "request-confidence": "high", "request-periods": "deletion, 30, days, high" },
      },
      '"deletion" is not one of the rights that this law gives',
    ],
    ["laws", { "request-confidence": "sure" }, "the confidence is high, medium, or low"],
    ["countries", { id: "uk" }, '"uk" is not the code of a country; write gb'],
    ["countries", { id: "DE" }, '"DE" is not the code of a country; write de'],
    ["countries", { id: "us-ut" }, "a part of a country says which"],
    ["countries", { id: "xk", part: "Kosovo" }, "a country has its name from its code"],
    ["regions", { name: "Lakes" }, "this does not say where the region is"],
    ["regions", { name: "Lakes" }, '--countries "Ireland, Germany"'],
    ["regions", { name: "Lakes", countries: "Swizerland" }, 'did you mean "Switzerland"?'],
    ["regions", { name: "Lakes", countries: "Ireland and Malta" }, "write [Ireland, Malta]"],
    ["regions", { name: "Lakes", places: "Erie, north, -81" }, '"latitude" cannot be "north"'],
    [
      "retention",
      { account: "A", rule: "Deleted after 9 days.", from: "B", steps: "deleted, 8" },
      "the rule says 9 days",
    ],
    [
      "representatives",
      { name: "A", laws: "gdpr", url: "http://acme.org" },
      "a web address starts with https://",
    ],
  ] as const)
    test(`among the ${list} is refused with ${JSON.stringify(options)}: ${sentence}`, async () => {
      expect(await refused(["fact", list], options)).toContain(sentence);
    });
});

test.describe("another organization's site", () => {
  const options = {
    name: 'Finch & "Ostrea"',
    "legal-name": "Finch: Ltd #1",
    url: "https://www.acme.org/",
  };
  const address = "https://privacy.acme.org";

  let made: string;
  test.beforeEach(() => {
    made = `${folder}-site`;
  });
  test.afterEach(() => rm(join(root, made), { recursive: true, force: true }));

  test("is a draft without an error or a warning", async () => {
    const said = await written(["site"], { ...options, folder: made, address });
    expect(said).toContain(`CONTENT_DIR=${made} npm run edit`);
    expect(
      (await checkContent(join(root, made))).filter(({ severity }) => severity !== "note"),
    ).toEqual([]);
    const { site, facts, accessibility, pages, faq } = recordsOf(
      await readContent(join(root, made)),
    );
    expect(site.organization).toEqual({
      ...{ name: options.name, legalName: options["legal-name"], url: options.url },
    });
    expect(site.center).toMatchObject({ url: address, confirmed: true });
    expect([...pages, ...faq].every(({ data }) => data.lastReviewed === today)).toBe(true);
    expect(accessibility).toMatchObject({
      ...{ prepared: today, lastReviewed: today, status: "not-assessed", confirmed: false },
    });
    expect(facts.laws.every(({ confirmed, request = { confirmed } }) => !request.confirmed)).toBe(
      true,
    );
  });

  test("stays a draft while it says what it began with, whatever its records say", async () => {
    await written(["site"], { ...options, folder: made });
    const at = join(root, made);
    const pointsOf = async () =>
      openPointsOf(await readContent(at)).map(({ file, id = "" }) => `${file} ${id}`.trim());
    const before = await pointsOf();
    for (const file of await readdir(join(at, "facts"))) {
      const path = join(at, "facts", file);
      const text = await readFile(path, "utf8");
      await writeFile(path, text.replaceAll(/^ *(?:confirmed: false|question: .*)\n/gm, ""));
    }
    const flagged = before.filter(
      (point) => point.startsWith("facts/") && !/laws\.yaml/.test(point),
    );
    expect(flagged.length).toBeGreaterThan(8);
    expect(await pointsOf()).toEqual(
      expect.arrayContaining([...flagged, "facts/laws.yaml first-law"]),
    );
    expect(await pointsOf()).toContain("pages/index.mdx");
    const providers = join(at, "facts/providers.yaml");
    await writeFile(providers, "- { id: first-provider, name: Acme Cloud }\n");
    const page = join(at, "pages/index.mdx");
    await writeFile(
      page,
      (await readFile(page, "utf8")).replace("These pages say", "Here you read"),
    );
    const after = await pointsOf();
    expect(after).not.toContain("facts/providers.yaml first-provider");
    expect(after).not.toContain("pages/index.mdx");
  });

  test("says nothing of the organization at hand, and takes over the laws alone", async () => {
    await written(["site"], { ...options, folder: made });
    const records = recordsOf(await readContent(join(root, folder)));
    const own = await readContent(join(root, made));
    const { name } = records.site.organization;
    expect([...own.texts.values()].filter((text) => text.includes(name))).toEqual([]);
    expect(own.texts.get("facts/countries.yaml")).toBe(await read("facts/countries.yaml"));
    const requests = records.facts.laws.filter(({ request }) => request !== undefined);
    const [named, ...taken] = own.facts.laws;
    expect(named).toMatchObject({ order: 1, confirmed: false });
    expect(named?.request).toBeUndefined();
    expect(taken.map(({ id, name, request }) => ({ id, name, request }))).toEqual(
      requests.map(({ id, name, request }) => ({ id, name, request })),
    );
    expect(taken.filter(({ order }) => order !== undefined)).toEqual([]);
    expect(own.site.center).toMatchObject({ confirmed: false });
  });

  test("has laws that its own counsel is still to review", async () => {
    const path = join(root, folder, "facts/laws.yaml");
    const [first = ""] = (await readFile(path, "utf8")).split("\n\n");
    await writeFile(path, `${first.replace(/confirmed: false\n.*/, 'reviewedOn: "2026-03-31"')}\n`);
    await writeFile(join(root, folder, "facts/representatives.yaml"), "[]\n");
    await rm(join(root, folder, "pages/contacts.mdx"));
    await writeFile(join(root, folder, "facts/countries.yaml"), "- { id: de, laws: [gdpr] }\n");
    expect(await errorsIn(folder)).toEqual([]);
    await written(["site"], { ...options, folder: made });
    const { facts } = recordsOf(await readContent(join(root, made)));
    const [, law, ...others] = facts.laws;
    expect(others).toEqual([]);
    expect(law).toMatchObject({ id: "gdpr", request: { confirmed: false } });
    expect(law?.request?.reviewedOn).toBeUndefined();
  });

  test("does without laws that name the organization at hand or rights of its own", async () => {
    const path = join(root, folder, "facts/laws.yaml");
    const { name } = recordsOf(await readContent(join(root, folder))).site.organization;
    await writeFile(path, (await readFile(path, "utf8")).replace("Has counsel", `Has ${name}`));
    await written(["site"], { ...options, folder: made });
    const { facts } = recordsOf(await readContent(join(root, made)));
    expect(facts.laws).toHaveLength(1);
    expect(await errorsIn(made)).toEqual([]);
  });

  test("never overwrites a folder, and lies in one of its own", async () => {
    await mkdir(join(root, made));
    await writeFile(join(root, made, "notes.txt"), "Mine.");
    for (const [name, sentence] of [
      [made, "is not empty"],
      [`${folder}/acme`, "is used for something else"],
      ["src/acme", "is used for something else"],
      ["../acme", "the name of a folder in the project can have"],
    ] as const)
      expect(await refused(["site"], { ...options, folder: name })).toContain(sentence);
    expect(await readdir(join(root, made))).toEqual(["notes.txt"]);
  });
});

test.describe("what is typed", () => {
  test("is answered with how it is used, and what a kind takes", async () => {
    expect(await begun("--help")).toContain("npm run new -- statement");
    expect(await begun("fact", "regions", "--help")).toMatch(
      /^ {2}--area-radius +The area on the map, .+ – Degrees of arc around the center$/m,
    );
    expect(await refused([])).toContain("npm run new -- question");
    expect(await refused(["fact"])).toContain("The lists of facts are: contacts, ");
  });

  for (const [args, sentence] of [
    [["questoin"], '"questoin" is not one of the choices; did you mean "question"?'],
    [["fact", "contact"], '"contact" is not one of the choices; did you mean "contacts"?'],
    [["question", "--topik", "x"], "--topik is not recognized; did you mean --topic?"],
    [["question", "--topic", "--answer", "x"], "--topic has no value"],
    [["question", "--topic"], "--topic has no value"],
    [["question", "Where", "--topic", "x"], '"Where" does not belong here'],
  ] as const)
    test(`such as ${args.join(" ")} is refused in a sentence`, async () => {
      expect(await refused(args)).toContain(sentence);
    });

  test("never writes over a file that the content does not know", async () => {
    const path = join(root, folder, "pages/cookies.mdx");
    const pages = join(root, folder, "pages");
    await rename(join(pages, "data.mdx"), join(pages, "elsewhere"));
    await mkdir(path);
    const options = { title: "Cookies", description: "A", navigation: "B", text: "C." };
    const before = await readdir(pages);
    expect(await refused(["page"], options)).toContain("/pages/cookies.mdx already exists");
    expect(await readdir(pages)).toEqual(before);
  });
});

test.describe("asked", () => {
  /** Runs the command with somebody who answers, and returns all that was said. */
  const dialogue = async (args: readonly string[], answers: readonly string[]) => {
    const rest = [...answers];
    const said: string[] = [];
    await scaffold(
      args,
      { folder: join(root, folder), today },
      {
        ask: (prompt) => {
          said.push(prompt);
          const answer = rest.shift();
          if (answer === undefined) throw new Error(`nobody answers: ${prompt}`);
          return Promise.resolve(answer);
        },
        say: (line) => said.push(line),
      },
    );
    expect(rest).toEqual([]);
    return said;
  };

  test("one chooses from numbered lists, and says again what cannot stand", async () => {
    const said = await dialogue(
      [],
      [
        "questoin",
        "",
        "1",
        "Where are the backups?",
        "99",
        "",
        "hosting and Transfers",
        "",
        "In <16 places.",
        "In two regions.",
      ],
    );
    expect(said.join("\n")).toContain("\n   2  Hosting and transfers (hosting-and-transfers)\n");
    expect(said).toContain('"questoin" is not one of the choices; did you mean "question"?');
    expect(said).toContain("type a number from 1 to 5");
    expect(said).toContain('"99" is not one of these; type a number from 1 to 8');
    expect(said).toContain("type a number from 1 to 8");
    expect(said).toContain("this is empty; write We keep it in two regions.");
    expect(said).toContainEqual(expect.stringMatching(/^the text after "<" cannot be read/));
    expect(await matterOf("faq/where-backups.mdx")).toMatchObject({
      ...{ topic: "hosting-and-transfers", lastReviewed: "2026-03-31" },
    });
    expect(await read("faq/where-backups.mdx")).toContain("\n\nIn two regions.\n");
  });

  test("one is asked only for what was not given", async () => {
    const said = await dialogue(["fact", "providers", "--name", "Acme Cloud"], []);
    expect(said.at(-1)).toContain("/facts/providers.yaml:");
  });

  test("one can choose several, and is asked for what they then lack", async () => {
    const said = await dialogue(
      ["fact", "laws", "--request-last-day-rule", "It ends on a Monday."],
      ["Act", "The Act", "1, portability", "Part 1", "Article 3", "Authority", "2"],
    );
    expect(said.join("\n")).toContain(
      "its note and its periods are shown only if it is high:\n   1  high\n   2  medium\n",
    );
    const law = (parse(await read("facts/laws.yaml")) as unknown[]).at(-1);
    expect(law).toMatchObject({
      request: {
        rights: ["access", "portability"],
        lastDay: { rule: "It ends on a Monday.", provision: "Article 3" },
        confidence: "medium",
      },
    });
  });

  test("one needs to say no more of a region than the name of its country", async () => {
    await dialogue(["fact", "regions"], ["Switzerland"]);
    const region = (parse(await read("facts/regions.yaml")) as unknown[]).at(-1);
    expect(region).toEqual({ id: "switzerland", name: "Switzerland" });
    expect(await errorsIn(folder)).toEqual([]);
  });

  test("one is asked for the countries of a region that is none", async () => {
    const said = await dialogue(["fact", "regions"], ["Alps", "Swizerland", "Austria, Schweiz"]);
    expect(said).toContainEqual(expect.stringMatching(/^this does not say where the region is/));
    expect(said).toContainEqual(expect.stringMatching(/did you mean "Switzerland"\?$/));
    const region = (parse(await read("facts/regions.yaml")) as unknown[]).at(-1);
    expect(region).toEqual({ id: "alps", name: "Alps", countries: ["Austria", "Schweiz"] });
  });

  test("one is asked for other words at once where a question is there already", async () => {
    const said = await dialogue(
      ["question"],
      ["Who owns the data stored in Vtiger?", "Who owns the backups?", "2", "You do."],
    );
    expect(said[1]).toContain("/faq/who-owns-data.mdx already asks this question");
    expect(await read("faq/who-owns-backups.mdx")).toContain("\n\nYou do.\n");
  });

  for (const refused of [
    "It is {here}.",
    "It is <16.",
    "It is <Hosting />.",
    "It is TBD.",
    "Look at [this](/nowhere/).",
    "It is \u0007 here.",
    "   ",
  ])
    test(`one is asked again for the answer ${JSON.stringify(refused)} alone`, async () => {
      const said = await dialogue(
        ["question"],
        ["Where do backups lie?", "2", refused, "In two regions."],
      );
      const asked = (what: string) => said.filter((line) => line.startsWith(what)).length;
      expect(asked("The question as readers ask it")).toBe(1);
      expect(asked("The answer, in whole sentences")).toBe(2);
      expect(await matterOf("faq/where-backups-lie.mdx")).toMatchObject({
        ...{ question: "Where do backups lie?", topic: "hosting-and-transfers" },
      });
      expect(await read("faq/where-backups-lie.mdx")).toMatch(/\n\nIn two regions\.\n$/);
    });

  for (const question of [
    "What does {name} mean?",
    "What is <16?",
    'Is it "so": yes #1?',
    "- is this a question?",
    "'single' or \"double\"?",
    "* what & why! | > @ %?",
    "true",
    "2026-03-31",
    "0b11",
    "null",
    "a: b",
    "x".repeat(5000),
  ])
    test(`one is not asked again for a question like ${JSON.stringify(question.slice(0, 30))}`, async () => {
      const said = await dialogue(
        ["question", "--id", "asked"],
        [question, "2", "In two regions."],
      );
      expect(said.filter((line) => line.startsWith("The question as"))).toHaveLength(1);
      expect(await matterOf("faq/asked.mdx")).toMatchObject({ question });
    });

  test("one is asked again for the title where its words will not do, and gets its id", async () => {
    await dialogue(["page"], ["Cookies **TBD**", "About.", "Cookies", "We set none.", "Cookies"]);
    expect(await matterOf("pages/cookies.mdx")).toMatchObject({
      ...{ title: "Cookies", description: "About.", navigation: "Cookies" },
    });
  });

  test("one is asked again for the field of a record that the check refuses", async () => {
    await dialogue(["fact", "contacts"], ["Press", "press@acme.example", "press@acme.org"]);
    expect((parse(await read("facts/contacts.yaml")) as unknown[]).at(-1)).toEqual({
      ...{ id: "press", topic: "Press", email: "press@acme.org" },
    });
  });

  test("nothing is asked where the list cannot take what would be answered", async () => {
    await writeFile(join(root, folder, "facts/providers.yaml"), "[{ id: a, name: A }]\n");
    const reason: unknown = await dialogue(["fact", "providers"], []).catch(
      (error: unknown) => error,
    );
    expect(String(reason)).toContain("lists its records in brackets");
  });

  test("one gets what one typed back where the file cannot be written", async () => {
    await mkdir(join(root, folder, "faq/asked.mdx"));
    const reason: unknown = await dialogue(
      ["question", "--id", "asked"],
      ["Where?", "2", "In two regions."],
    ).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(UserError);
    expect(String(reason)).toContain(
      'npm run new -- question --id asked --question "Where?" --topic hosting-and-transfers --answer "In two regions."',
    );
  });

  test("one can leave the address of a site open", async () => {
    const made = `${folder}-asked`;
    try {
      const said = await dialogue(
        ["site", "--folder", made],
        ["Acme", "Acme Ltd", "https://acme.org", ""],
      );
      expect(said[2]).toBe("The organization's own website, such as: https://www.acme.org/\n> ");
      const { site } = recordsOf(await readContent(join(root, made)));
      expect(site.center.confirmed).toBe(false);
    } finally {
      await rm(join(root, made), { recursive: true, force: true });
    }
  });
});

for (const [words, id, language = "en"] of [
  ["Where is my data stored?", "where-data-stored"],
  ["Does Acme Ltd share our customers’ data with others?", "share-customers-data-others"],
  ["Who are you?", "who"],
  ["What is it?", "what-is-it"],
  ["Où sont conservées mes données ?", "ou-sont-conservees-mes-donnees", "fr"],
  ["Wie lange werden Daten in München aufbewahrt?", "lange-daten-muenchen-aufbewahrt", "de"],
  ["Don't you sell data?", "dont-sell-data"],
  ["Große Straße in Łódź", "grosse-strasse-lodz"],
  ["Đặc điểm của dữ liệu", "dac-diem-cua-du-lieu", "vi"],
  ["Işık ve Iğdır İzmir’de", "isik-ve-igdir-izmirde", "tr"],
  ["Żółć, gęślą jaźń", "zolc-gesla-jazn", "pl"],
  ["Þórður Ægisson", "thordur-aegisson", "is"],
  ["Ħal Għaxaq", "hal-ghaxaq", "mt"],
  ["Şəxsi məlumat", "sexsi-melumat", "az"],
  ["Ｆｕｌｌ ｗｉｄｔｈ", "full-width"],
  ["The year 2025", "year-2025"],
  ["2025", "2025"],
  ["数据", undefined],
  ["Данные 2025", undefined, "ru"],
  ["Ποια δεδομένα;", undefined, "el"],
  ["データ Office", "office", "ja"],
] as const)
  test(`the id that follows from "${words}" is ${String(id)}`, () => {
    expect(idFrom(words, language, "Acme Ltd")).toBe(id);
  });

test("an id has no more letters than a file name can have", () => {
  expect(idFrom("a".repeat(300), "en")).toBe("a".repeat(60));
});

test("an id is no name that Windows refuses", () => {
  expect(freeId("con", [])).toBe("con-2");
  expect(freeId("console", [])).toBe("console");
});

test("an id that is taken gets the next number that is free", () => {
  expect(freeId("one", ["one", "one-2", "one-4"])).toBe("one-3");
  expect(freeId("two", ["one"])).toBe("two");
});
