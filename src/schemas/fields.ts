import { z } from "zod";

/**
 * The kinds of field that every record and page is made of. Each carries an example in its
 * metadata, as a value: error messages print it and editors complete it, so that whoever edits
 * content sees what to type.
 */

/** A line or a paragraph of words; never empty. */
export const words = (description: string, example: string) =>
  z
    .string()
    .trim()
    .min(1)
    .meta({ description, examples: [example] });

/** Permanent name of a record: part of addresses and of references between files. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "an id has small letters, digits and single hyphens only")
  .meta({
    description: "Permanent name, never changed once published",
    examples: ["data-protection"],
  });

/** The id of a record in another file, which its metadata names. The centre checks that it exists. */
export const reference = (to: string) =>
  id.meta({ description: `The id of one of the ${to}`, examples: ["the-id"], refersTo: to });

const dayRule = "a date is written year-month-day, in quotes";

/**
 * A calendar day. A string, since YAML's own dates silently roll over (31 February is 3 March).
 * Editors complete it in quotes and say its rule; front matter has its schemas from Astro, which
 * knows of them what stands here.
 */
export const day = (description: string) =>
  z.iso.date(dayRule).meta({
    description,
    examples: ["2026-03-31"],
    errorMessage: dayRule,
    defaultSnippets: [{ label: '"2026-03-31"', body: '"${1:2026-03-31}"' }],
  });

/** A web address that begins with https. */
export const webAddress = (description: string) =>
  z
    .url({
      protocol: /^https$/,
      hostname: z.regexes.domain,
      error: "a web address begins with https:// and has no spaces",
    })
    .meta({ description, examples: ["https://www.acme.org/terms/"] });

/** An e-mail address. */
export const emailAddress = z
  .email("an e-mail address has one @ and no spaces")
  .meta({ description: "The address people write to", examples: ["privacy@acme.org"] });

/** A colour as six hexadecimal digits. */
export const colour = (description: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, "a colour is written as # and six digits from 0 to f, in quotes")
    .meta({ description, examples: ["#0a5a4c"] });

/** A whole number from `from` on. */
export const whole = (description: string, from: number, example: number) =>
  z
    .int("a whole number, without quotes, dots or commas")
    .min(from)
    .meta({ description, examples: [example] });

/** Ids that a moved page or question used to have; its old addresses keep working. */
export const formerly = z
  .array(id)
  .meta({ description: "Ids it had before it moved", examples: [["old-id"]] })
  .default([]);

/**
 * Marks a fact that Legal must still confirm. While one is open the site is a draft; the
 * question says what has to be settled.
 */
const confirmation = {
  confirmed: z
    .boolean("true or false, without quotes")
    .meta({ description: "false while the fact awaits confirmation", examples: [false] })
    .default(true),
  question: words(
    "What has to be settled before the fact is confirmed",
    "Is this still the address for privacy requests?",
  ).optional(),
};

interface Confirmable {
  readonly confirmed?: unknown;
  readonly question?: unknown;
}

/** What is neither true nor false is a fault of its own. */
const isConfirmed = (confirmed: unknown) => confirmed === undefined || confirmed === true;

/** Said in the same run as whatever else is wrong with the record. */
const alongside = {
  when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null,
};

/** A strict object that may await confirmation: an unknown key, or a question missing, is an error. */
export const confirmable = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject({ ...shape, ...confirmation })
    .refine(
      ({ confirmed, question }: Confirmable) => confirmed !== false || question !== undefined,
      {
        ...alongside,
        path: ["confirmed"],
        error:
          "an unconfirmed fact says what has to be settled: add a line `question:` beside `confirmed: false`",
      },
    )
    .refine(
      ({ confirmed, question }: Confirmable) => !isConfirmed(confirmed) || question === undefined,
      {
        ...alongside,
        path: ["question"],
        error:
          "a confirmed fact has no open question: delete the line `question:`, or write `confirmed: false`",
      },
    );

/** A record in `content/facts`. */
export const record = <Shape extends z.ZodRawShape>(shape: Shape) => confirmable({ id, ...shape });
