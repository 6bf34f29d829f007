import { expect, test } from "@playwright/test";
import { splitAddress } from "../../src/centre/addresses.ts";
import { layOutQuestions, partsOf, type Questions } from "../../src/centre/questions.ts";
import { currentAddress, redirectsOf } from "../../src/centre/redirects.ts";
import type { QuestionMatter } from "../../src/schemas/prose.ts";
import type { Prose } from "../../src/schemas/records.ts";

const topics = ["securing-data", "requests", "nothing-asked"].map((id) => ({
  id,
  title: id,
  confirmed: true,
}));

/** Text that compresses as an answer does. */
const answer = (seed: number) =>
  Array.from({ length: 200 }, (_, at) => ((seed * 7919 + at * 104_729) % 99_991).toString(36)).join(
    " ",
  );

const ask = (count: number): Prose<QuestionMatter>[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `question-${String(at)}`,
    data: {
      question: `What about ${answer(at).slice(0, 40)}?`,
      topic: at % 10 === 0 ? "requests" : "securing-data",
      order: at,
      alsoAsked: [],
      formerly: at === 0 ? ["old-question"] : [],
      lastReviewed: "2026-01-01",
      owner: "Legal",
    },
    body: answer(at),
  }));

const page = {
  id: "new-home",
  href: "/new-home/",
  title: "New home",
  description: "",
  navigation: "",
  order: 1,
  alsoAsked: [],
  linkedIn: "header" as const,
  formerly: ["hosting"],
  formerIds: {},
  lastReviewed: "2026-01-01",
  owner: "Legal",
};

/** As few and as many questions as give each layout. */
const layouts = { "one page": 3, "pages of topics": 60, "pages of questions": 700 };

const laidOut = (count: number) => {
  const questions = layOutQuestions(topics, ask(count));
  return { questions, redirects: redirectsOf({ pages: [page], topics, questions }) };
};

/** Where one gets from an address, as a host and a browser take one there. */
const arrivalAt = ({ questions, redirects }: ReturnType<typeof laidOut>, address: string) => {
  const [path, fragment] = splitAddress(address);
  if (questions.paths.has(path) || path === "/faq/") return address;
  const to = redirects.find(({ from }) => from === path)?.to;
  if (to === undefined) return undefined;
  return fragment === "" || to.includes("#") ? to : `${to}#${fragment}`;
};

const isLong = ({ topics }: Questions) => topics.some((topic) => topic.isLong);

test("the layouts are those that questions can have", () => {
  const [few, some, many] = Object.values(layouts).map((count) => laidOut(count).questions);
  expect([few, some, many].map((layout) => layout?.onOnePage)).toEqual([true, false, false]);
  expect([few, some, many].map((layout) => layout && isLong(layout))).toEqual([false, true, true]);
  expect(few?.topics.map(({ id }) => id)).toEqual(["securing-data", "requests"]);
  expect([some, many].map((layout) => layout?.areAllNamed)).toEqual([true, false]);
});

for (const [name, count] of Object.entries(layouts)) {
  test(`every address that a layout gives exists with ${name}`, () => {
    const layout = laidOut(count);
    for (const other of Object.values(layouts)) {
      const { questions } = laidOut(other);
      const given = [
        ...questions.paths,
        ...questions.topics.map(({ href }) => href),
        ...ask(Math.min(count, other)).flatMap(({ id, data }) =>
          [id, ...data.formerly].map((name) => `/faq/${name}/`),
        ),
      ];
      const asked = new Set(ask(count).map(({ id }) => `/faq/${id}/`));
      for (const address of given.filter(
        (path) => !path.startsWith("/faq/question-") || asked.has(path),
      ))
        expect(arrivalAt(layout, address), address).toBeDefined();
    }
  });

  test(`a question is reached from each of its addresses with ${name}`, () => {
    const layout = laidOut(count);
    const [first] = layout.questions.topics.flatMap(({ questions }) =>
      questions.filter(({ id }) => id === "question-0"),
    );
    for (const id of ["question-0", "old-question"])
      expect(currentAddress(layout, `/faq/#${id}`)).toBe(first?.href);
    expect(arrivalAt(layout, "/faq/old-question/")).toBe(first?.href);
    expect(arrivalAt(layout, "/faq/question-0/")).toBe(first?.href);
    /* Where a page holds the questions of the topic, the fragment does the rest. */
    const byTopic = arrivalAt(layout, "/faq/requests/#question-0");
    expect(byTopic).toMatch(/^\/faq\/(?:requests\/)?#question-0$/);
    for (const address of ["/faq/question-0/", "/faq/requests/#question-0"])
      expect(currentAddress(layout, address), address).toBe(first?.href);
  });

  test(`no address leads on twice, or to one that leads on, with ${name}`, () => {
    const { questions, redirects } = laidOut(count);
    const from = redirects.map((redirect) => redirect.from);
    expect(new Set(from).size).toBe(from.length);
    for (const { to, start } of redirects)
      for (const target of [to, start]) {
        const [path] = splitAddress(target);
        expect(from, target).not.toContain(path);
        expect([...questions.paths, "/faq/", page.href], target).toContain(path);
      }
  });
}

test("a topic that nothing is asked about any more leads to the questions", () => {
  for (const count of Object.values(layouts))
    expect(arrivalAt(laidOut(count), "/faq/nothing-asked/")).toBe("/faq/");
});

test("what a host cannot know is left to the page that leads on: a topic's own place", () => {
  const topic = laidOut(3).redirects.find(({ from }) => from === "/faq/securing-data/");
  expect(topic).toMatchObject({ to: "/faq/", start: "/faq/#topic-securing-data" });
});

test("a part of a page is led to by an address that the page had", () => {
  const layout = laidOut(3);
  expect(arrivalAt(layout, "/hosting/#regions")).toBe("/new-home/#regions");
  expect(currentAddress(layout, "/hosting/#regions")).toBe("/new-home/#regions");
  expect(currentAddress(layout, "/hosting/")).toBe("/new-home/");
  expect(currentAddress(layout, "/new-home/#regions")).toBe("/new-home/#regions");
  expect(currentAddress(layout, "https://www.acme.org/hosting/")).toBe(
    "https://www.acme.org/hosting/",
  );
});

test("a topic is named in no more parts than there are addresses for", () => {
  const { questions } = laidOut(4_000);
  const [long] = questions.topics;
  const parts = long ? partsOf(long) : [];
  expect(parts).toHaveLength(9);
  expect(parts.flat()).toHaveLength(3_600);
});
