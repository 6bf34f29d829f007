import { z } from "zod";
import type { FactName } from "./facts.ts";
import { id } from "./fields.ts";

/**
 * The closed vocabulary that Legal may write in MDX: every component, whether it stands alone or
 * within a sentence, the properties it takes, what a property refers to, and, for editors that
 * complete it, what it shows and how it is written. The components themselves are in
 * `src/components/mdx`.
 */
interface Word {
  readonly shows: string;
  readonly example: string;
  readonly place: "block" | "inline";
  readonly props: z.ZodObject;
  readonly refersTo?: Readonly<Record<string, FactName | "pages" | "faq">>;
}

const noProps = z.strictObject({});
const idOnly = z.strictObject({ id });

/** Ids separated by commas; only these records are shown, in the file's order. */
const only = z
  .string()
  .transform((list) => list.split(",").map((one) => one.trim()))
  .pipe(z.array(id).min(1))
  .optional();

export const vocabulary = {
  Contact: {
    shows: "An address, within a sentence",
    example: '<Contact id="privacy" />',
    place: "inline",
    props: idOnly,
    refersTo: { id: "contacts" },
  },
  Policy: {
    shows: "A link to a document, within a sentence",
    example: '<Policy id="terms">Terms of Service</Policy>',
    place: "inline",
    props: z.strictObject({ id, children: z.unknown().optional() }),
    refersTo: { id: "policies" },
  },
  Answer: {
    shows: "The answer to a question",
    example: '<Answer to="who-owns-data" />',
    place: "block",
    props: z.strictObject({ to: id }),
    refersTo: { to: "faq" },
  },
  Contacts: {
    shows: "The contacts: all, or those of which the ids are given",
    example: '<Contacts only="privacy, security" />',
    place: "block",
    props: z.strictObject({ only }),
    refersTo: { only: "contacts" },
  },
  Controller: {
    shows: "What a relationship says of the controller, within a sentence or list",
    example: '<Controller id="company" />',
    place: "inline",
    props: idOnly,
    refersTo: { id: "relationships" },
  },
  DataCategories: {
    shows: "What is collected, and why: a table",
    example: "<DataCategories />",
    place: "block",
    props: noProps,
  },
  Deadlines: {
    shows: "What the laws expect of an answer to a request",
    example: "<Deadlines />",
    place: "block",
    props: noProps,
  },
  Frameworks: {
    shows: "The standards, policies and agreements: a table",
    example: "<Frameworks />",
    place: "block",
    props: noProps,
  },
  Handlers: {
    shows: "Who handles data, step by step",
    example: "<Handlers />",
    place: "block",
    props: noProps,
  },
  HostingMap: {
    shows: "Where data is hosted: a map",
    example: "<HostingMap />",
    place: "block",
    props: noProps,
  },
  HostingRegions: {
    shows: "The regions in which data is hosted",
    example: "<HostingRegions />",
    place: "block",
    props: noProps,
  },
  Laws: {
    shows: "The laws that the centre answers to",
    example: "<Laws />",
    place: "block",
    props: noProps,
  },
  Pledge: {
    shows: "A sentence that stands out",
    example: "<Pledge>A sentence.</Pledge>",
    place: "block",
    props: noProps,
  },
  Providers: {
    shows: "The providers of the infrastructure",
    example: "<Providers />",
    place: "block",
    props: noProps,
  },
  Recipients: {
    shows: "Who data is shared with, and why",
    example: "<Recipients />",
    place: "block",
    props: noProps,
  },
  Representatives: {
    shows: "The representatives and their laws",
    example: "<Representatives />",
    place: "block",
    props: noProps,
  },
  RequestTemplate: {
    shows: "The privacy request to fill in",
    example: "<RequestTemplate />",
    place: "block",
    props: noProps,
  },
  Retention: {
    shows: "How long data is kept: a table",
    example: "<Retention />",
    place: "block",
    props: noProps,
  },
  RetentionTimeline: {
    shows: "How long data is kept: a timeline",
    example: "<RetentionTimeline />",
    place: "block",
    props: noProps,
  },
  Rights: {
    shows: "The rights over personal data",
    example: "<Rights />",
    place: "block",
    props: noProps,
  },
  WaysIn: {
    shows: "The ways into the centre, on the overview",
    example: '<WaysIn>\n  <WayIn page="data" title="What we collect">A line.</WayIn>\n</WaysIn>',
    place: "block",
    props: noProps,
  },
  WayIn: {
    shows: "One of the ways into the centre",
    example: '<WayIn page="data" title="What we collect">A line.</WayIn>',
    place: "block",
    props: z.strictObject({ page: id, title: z.string().min(1) }),
    refersTo: { page: "pages" },
  },
} as const satisfies Record<string, Word>;

export type WordName = keyof typeof vocabulary;

/**
 * The properties of a component as Legal wrote them, checked. Unknown or missing ones throw; the
 * content check has named file and line before a build gets this far.
 */
export const propsOf = <Name extends WordName>(
  name: Name,
  props: Record<string, unknown>,
): z.infer<(typeof vocabulary)[Name]["props"]> =>
  vocabulary[name].props.parse(props) as z.infer<(typeof vocabulary)[Name]["props"]>;
