import { z } from "zod";
import type { FactName } from "./facts.ts";
import { id } from "./fields.ts";

/**
 * The closed vocabulary that Legal may write in MDX: every component, whether it stands alone or
 * within a sentence, the properties it takes, and what a property refers to. The components
 * themselves are in `src/components/mdx`.
 */
interface Word {
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
  Contact: { place: "inline", props: idOnly, refersTo: { id: "contacts" } },
  Policy: {
    place: "inline",
    props: z.strictObject({ id, children: z.unknown().optional() }),
    refersTo: { id: "policies" },
  },
  Answer: { place: "block", props: z.strictObject({ to: id }), refersTo: { to: "faq" } },
  Contacts: {
    place: "block",
    props: z.strictObject({ only }),
    refersTo: { only: "contacts" },
  },
  Controller: { place: "inline", props: idOnly, refersTo: { id: "relationships" } },
  DataCategories: { place: "block", props: noProps },
  Deadlines: { place: "block", props: noProps },
  Frameworks: { place: "block", props: noProps },
  Handlers: { place: "block", props: noProps },
  HostingMap: { place: "block", props: noProps },
  HostingRegions: { place: "block", props: noProps },
  Laws: { place: "block", props: noProps },
  Pledge: { place: "block", props: noProps },
  Providers: { place: "block", props: noProps },
  Recipients: { place: "block", props: noProps },
  Representatives: { place: "block", props: noProps },
  RequestTemplate: { place: "block", props: noProps },
  Retention: { place: "block", props: noProps },
  RetentionTimeline: { place: "block", props: noProps },
  Rights: { place: "block", props: noProps },
  WaysIn: { place: "block", props: noProps },
  WayIn: {
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
