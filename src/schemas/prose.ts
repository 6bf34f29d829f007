import { z } from "zod";
import { day, formerly, reference, webAddress, whole, words } from "./fields.ts";

/** Who is responsible for a page or question, and when they last reviewed it. */
const stewardship = {
  lastReviewed: day("The day on which it was last reviewed"),
  owner: words("Who is responsible for it", "Legal"),
};

/** Words that people use and the text does not. The search finds it by them, and shows them nowhere. */
const alsoAsked = z
  .array(words("What people ask, in their words", "credit card"))
  .meta({
    description: "What people also ask that it answers, in words that it does not have",
    examples: [["credit card", "invoice"]],
  })
  .default([]);

/** Ids of what stands on a page that have changed: links from outside still lead to what has them now. */
const formerIds = z
  .record(z.string().min(1), z.string().min(1))
  .meta({
    description:
      "Ids that headings or rows of the page had, each with the one that has replaced it",
    examples: [{ "old-heading": "new-heading" }],
  })
  .default({});

/** Front matter of `content/pages/*.mdx`. The file name is the address; `index` is the overview. */
const page = z.strictObject({
  title: words("The page's heading", "Your privacy rights"),
  description: words(
    "A sentence for search engines and link previews",
    "The rights you have and how to use them.",
  ),
  lead: words("The first words of the page, shown large", "Your data is yours.").optional(),
  navigation: words("Its name in the navigation", "Your rights"),
  order: whole("Its place in the navigation", 0, 3),
  alsoAsked,
  linkedIn: z
    .enum(["header", "footer"], "a page is linked in the header or in the footer")
    .meta({ description: "Where every page links to it", examples: ["footer"] })
    .default("header"),
  formerly,
  formerIds,
  ...stewardship,
});

/** Front matter of `content/faq/*.mdx`. The file name is the question's permanent id. */
const question = z.strictObject({
  question: words("The question as readers ask it", "Where is my data stored?"),
  topic: reference("topics"),
  order: whole("Its place within the topic", 1, 7),
  alsoAsked,
  formerly,
  ...stewardship,
});

/** Front matter of `content/statements/*.mdx`: a statement that is kept because it was public once. */
const statement = z.strictObject({
  title: words("The statement's title", "Privacy Shield Compliance Statement"),
  description: words(
    "A sentence for search engines and link previews",
    "A statement that no longer applies, kept for the record.",
  ),
  status: z
    .literal("archived", "the only status a statement can have is: archived")
    .meta({ description: "Archived: it no longer applies", examples: ["archived"] }),
  summary: words("Why it no longer applies, in a sentence", "The framework was declared invalid."),
  replacedBy: reference("pages"),
  firstPublished: webAddress("Where it was first published").optional(),
  history: z
    .array(
      z.strictObject({
        date: day("When it happened"),
        event: words("What happened", "The decision was declared invalid."),
        source: webAddress("Where this can be read").optional(),
      }),
    )
    .default([])
    .meta({ description: "What has happened to it since", examples: [[]] }),
  contradictions: z
    .array(
      z.strictObject({
        topic: words("What it is about", "EU hosting"),
        current: words("What applies now", "Ireland and Germany"),
        archived: words("What the statement says", "Frankfurt"),
      }),
    )
    .default([])
    .meta({ description: "Where it differs from what applies now", examples: [[]] }),
  formerIds,
  ...stewardship,
});

/** The kinds of prose, by the folder they live in. */
export const prose = { pages: page, faq: question, statements: statement };

export type ProseName = keyof typeof prose;
export type PageMatter = z.infer<typeof page>;
export type QuestionMatter = z.infer<typeof question>;
export type StatementMatter = z.infer<typeof statement>;
