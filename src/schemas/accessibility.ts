import { z } from "zod";
import { confirmable, day, record, reference, webAddress, whole, words } from "./fields.ts";

/** How far a site conforms to a standard, in the terms of the W3C's template for statements. */
const statuses = ["full", "partial", "none", "not-assessed"] as const;

/** Something that not everybody can use, and what helps meanwhile. */
export const limitation = record({
  what: words("What cannot be used, or not by everybody", "Videos have no captions."),
  affects: words("Whom it affects", "People who cannot hear"),
  alternative: words("What they can do instead", "We send a transcript on request."),
  until: day("The day by which it is to be mended; leave out while none is set").optional(),
});

const several = (description: string, example: string) =>
  z
    .array(words("An entry", example))
    .min(1)
    .meta({ description, examples: [[example]] });

/**
 * `content/facts/accessibility.yaml`: what a person says of the site's accessibility. It need not be
 * there; the page of the statement exists only with it.
 */
export const accessibility = confirmable({
  commitment: words(
    "The first words of the statement",
    "Everybody should be able to use this site.",
  ),
  measures: several("What the organization does for accessibility", "We train our editors."),
  standard: words(
    "The standard that the site is held to",
    "Web Content Accessibility Guidelines (WCAG) 2.2",
  ),
  level: z
    .enum(["A", "AA", "AAA"], "the level is A, AA, or AAA")
    .meta({ description: "The level of conformance that is aimed at", examples: ["AA"] }),
  status: z.enum(statuses, `the status is one of: ${statuses.join(", ")}`).meta({
    description: "How far the site conforms, as a person has assessed it",
    examples: ["not-assessed"],
  }),
  assessment: confirmable({
    method: z.enum(["self", "external"], "the method is self or external").meta({
      description: "Whether the organization assessed the site itself, or somebody else did",
      examples: ["self"],
    }),
    by: words("Who assessed it", "The accessibility team"),
    date: day("The day on which that ended"),
    approach: words("What was looked at, and how", "Each page, with the keyboard and by ear."),
    report: webAddress("Where the report can be read").optional(),
  })
    .meta({ description: "How a person assessed the site; leave out while nobody has" })
    .optional(),
  limitations: z
    .array(limitation)
    .default([])
    .meta({ description: "What not everybody can use", examples: [[]] }),
  feedback: confirmable({
    contact: reference("contacts").meta({ examples: ["support"] }),
    answerDays: whole("Working days within which an answer comes", 1, 5).optional(),
  }).meta({ description: "Where people tell of barriers" }),
  compatibility: confirmable({
    works: several("What the site was tried with and works with", "Firefox with NVDA"),
    fails: several("What it is known not to work with", "Internet Explorer").optional(),
  })
    .meta({ description: "The browsers and assistive technologies it was tried with" })
    .optional(),
  technologies: several("The technologies that the site relies on", "HTML"),
  approval: confirmable({
    by: words("Who approved the statement, with their role", "Jo Doe, Head of Legal"),
    date: day("The day on which they did"),
  })
    .meta({ description: "Who approved the statement; leave out while nobody has" })
    .optional(),
  complaints: confirmable({
    procedure: words("Where to complain if an answer does not help", "Write to the ombudsman."),
    url: webAddress("Where more can be read").optional(),
  })
    .meta({ description: "Where to complain; leave out where there is no such place" })
    .optional(),
  prepared: day("The day on which the statement was first written"),
  lastReviewed: day("The day on which it was last reviewed"),
  owner: words("Who is responsible for it", "Legal"),
});

export type Accessibility = z.infer<typeof accessibility>;
