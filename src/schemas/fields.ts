import { z } from "zod";
import { countryNameFault, countryNamed, isCountryCode } from "./country-names.ts";
import { emailFault, webAddressFault } from "./written-addresses.ts";

/**
 * The kinds of field that every record and page is made of. Each carries an example in its
 * metadata, as a value: error messages print it and editors complete it, so that whoever edits
 * content sees what to type.
 */

/** What fields say of themselves to the check, the commands and the desk: no keywords of JSON Schema. */
export const ownKeywords = ["refersTo", "countryBy"] as const;

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

/** Names of devices, which Windows refuses as those of files and folders, whatever their extension. */
const deviceName = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])$/i;

/** Whether Windows refuses a name, so that nobody there could check the project out or unpack the site. */
export const isRefusedByWindows = (name: string): boolean =>
  deviceName.test(name.split(".", 1)[0]?.trim() ?? "") || /[<>:"/\\|?*\p{Cc}]|[. ]$/u.test(name);

const folderIdOr = (remedy: (name: string) => string) =>
  id.refine((name) => !isRefusedByWindows(name), {
    error: ({ input }) =>
      `Windows cannot have a folder named "${String(input)}", and the address needs one; ${remedy(String(input))}`,
  });

/** An id that is the name of a folder of the site, in which a page lies. */
export const folderId = folderIdOr((name) => `write another id, such as about-${name}`);

/** The id of a record in another file, named in its metadata. The model of the site resolves it. */
export const reference = (to: string) =>
  id.meta({ description: `The id of one of the ${to}`, examples: ["the-id"], refersTo: to });

/** The present code, in lowercase, of the country that a code means; undefined if there is none. */
const countryMeant = (code: string): string | undefined => {
  if (!/^[a-z]{2}$/i.test(code)) return undefined;
  const present = new Intl.Locale(`und-${code}`).region?.toLowerCase() ?? "";
  return isCountryCode(present) ? present : undefined;
};

const unknownCode = ({ input }: { readonly input?: unknown }): string => {
  const written = String(input);
  const meant = countryMeant(written) ?? countryNamed(written);
  return `"${written}" is not the code of a country; write ${
    meant ?? "its two letters as ISO 3166-1 has them, in small letters, such as de"
  }`;
};

/** The ISO 3166-1 alpha-2 code of a country, in lowercase as in all ids. */
export const countryCode = (description: string) =>
  z
    .string()
    .refine(isCountryCode, { error: unknownCode })
    .meta({ description, examples: ["de"], countryBy: "code" });

/** Whether a code is that of a part of a country, such as us-ca. */
export const isPartCode = (code: string): boolean => code.includes("-");

/** The code that CLDR has for no country in particular; the record that a new site begins with has it. */
const noPlace = "zz";

/** The code of a country (ISO 3166-1), or of a part of one (ISO 3166-2). */
const placeCode = z
  .string()
  .refine(
    (code) =>
      code === noPlace ||
      (/^[a-z]{2}(?:-[a-z0-9]{1,3})?$/.test(code) && isCountryCode(code.slice(0, 2))),
    { error: unknownCode },
  )
  .meta({
    description: "The country's code in small letters; for a part of a country, such as us-ca",
    examples: ["de"],
    countryBy: "place",
  });

const dayRule = "a date is written year-month-day, in quotes";

/** Years that a date can be of without being a slip: laws are older than the web, and contracts end. */
const years = { first: 1800, last: 2199 };

/**
 * A calendar date. A string, since YAML's own dates silently roll over (31 February is 3 March).
 * Editors complete it in quotes and show its rule, from the metadata here; for front matter, through
 * Astro's schemas.
 */
export const day = (description: string) =>
  z.iso
    .date(dayRule)
    .superRefine((date, context) => {
      const year = Number(/^\d{4}(?=-)/.exec(date)?.[0] ?? years.first);
      if (year < years.first || year > years.last)
        context.addIssue({
          code: "invalid_format",
          format: "year",
          input: date,
          message: `the year ${String(year)} is not one that this site could speak of`,
        });
    })
    .meta({
      description,
      examples: ["2026-03-31"],
      errorMessage: dayRule,
      defaultSnippets: [{ label: '"2026-03-31"', body: '"${1:2026-03-31}"' }],
    });

/** A text that breaks no rule, with the one that it breaks as the reason. */
export const obeying = (fault: (text: string) => string | undefined, format = "address") =>
  z.string().superRefine((text, context) => {
    const message = text === "" ? "" : fault(text);
    if (message !== undefined)
      context.addIssue({ code: "invalid_format", format, input: text, message });
  });

/** A country by its name, in English or in the language of a site. */
export const country = (description: string) =>
  obeying(countryNameFault, "country").meta({
    description,
    examples: ["Ireland"],
    countryBy: "name",
  });

/** A web address that starts with https. */
export const webAddress = (description: string) =>
  obeying(webAddressFault).meta({
    description,
    examples: ["https://www.acme.org/terms/"],
    /* For editors, which know patterns only. */
    pattern: "^https://\\S+$",
    errorMessage: "a web address starts with https:// and has no spaces",
  });

/** An email address. */
export const emailAddress = obeying(emailFault).meta({
  description: "The address people write to",
  examples: ["privacy@acme.org"],
  pattern: "^[^\\s@]+@[^\\s@]+$",
  errorMessage: "an email address has one @ and no spaces",
});

/** A color as six hexadecimal digits. */
export const color = (description: string) =>
  z
    .string()
    .regex(
      /^#[0-9a-f]{6}$/i,
      "a color is written as # and six characters from 0 to 9 or a to f, in quotes",
    )
    .meta({ description, examples: ["#0a5a4c"] });

/** A whole number that is at least `min`. */
export const whole = (description: string, min: number, example: number) =>
  z
    .int("it must be a whole number, without quotes, periods, or commas")
    .min(min)
    .meta({ description, examples: [example] });

/** Ids that a moved page or question used to have; its old addresses keep working. */
export const formerly = z
  .array(folderIdOr(() => "delete it"))
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
  confirmedBy: words("Who confirmed the fact", "Jo Doe, Head of Legal").optional(),
  confirmedOn: day("The day on which it was confirmed").optional(),
  confirmedFrom: words(
    "What it was confirmed from: a document, a contract, somebody who knows",
    "Data processing agreement of 3 March 2026",
  ).optional(),
};

/** The names of the fields that say whether a fact is confirmed, and how it was. */
export const confirmationFields: readonly string[] = Object.keys(confirmation);

interface Confirmable {
  readonly confirmed?: unknown;
  readonly question?: unknown;
}

/** A value that is neither true nor false is a separate error. */
const isConfirmed = (confirmed: unknown) => confirmed === undefined || confirmed === true;

/** Lets a rule report its error together with all others of a group of fields, not only after them. */
export const alongside = {
  when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null,
};

/** A strict object that may await confirmation: an unknown key or a missing question is an error. */
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

/** A record whose id is the code of a place. */
export const placeRecord = <Shape extends z.ZodRawShape>(shape: Shape) =>
  confirmable({ id: placeCode, ...shape });
