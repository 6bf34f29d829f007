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
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "an id can have only lowercase letters, digits, and single hyphens",
  )
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

/** A web address that starts with https. */
export const webAddress = (description: string) =>
  z
    .url({
      protocol: /^https$/,
      hostname: z.regexes.domain,
      error: "a web address starts with https:// and has no spaces",
    })
    .meta({ description, examples: ["https://www.acme.org/terms/"] });

/** An email address. */
export const emailAddress = z
  .email("an email address has one @ and no spaces")
  .meta({ description: "The address people write to", examples: ["privacy@acme.org"] });

/** A color as six hexadecimal digits. */
export const colour = (description: string) =>
  z
    .string()
    .regex(
      /^#[0-9a-f]{6}$/i,
      "a color is written as # and six characters from 0 to 9 or a to f, in quotes",
    )
    .meta({ description, examples: ["#0a5a4c"] });

/** A whole number from `from` on. */
export const whole = (description: string, from: number, example: number) =>
  z
    .int("it must be a whole number, without quotes, periods, or commas")
    .min(from)
    .meta({ description, examples: [example] });

/** Ids that a moved page or question used to have; its old addresses keep working. */
export const formerly = z
  .array(id)
  .meta({ description: "Ids it had before it moved", examples: [["old-id"]] })
  .default([]);

/**
 * Marks a fact that Legal must still confirm. While one is open the site is a draft; the
 * question says what must be settled.
 */
const confirmation = {
  confirmed: z
    .boolean("it must be true or false, without quotes")
    .meta({ description: "false until the fact is confirmed", examples: [false] })
    .default(true),
  question: words(
    "What must be settled before the fact is confirmed",
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
          "an unconfirmed fact says what must be settled: add a line `question:` next to `confirmed: false`",
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
