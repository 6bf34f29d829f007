import { z } from "zod";
import { facts, isFactName, type FactName } from "./facts.ts";
import { isRecord } from "./introspection.ts";
import {
  alongside,
  confirmationFields,
  countryCode,
  day,
  emailAddress,
  id,
  obeying,
  record,
  reference,
  words,
} from "./fields.ts";
import { webAddressFault } from "./written-addresses.ts";

/** The kinds of column in a declared list, and what each contains. */
const columnKinds = {
  words: "A line of words",
  date: "A day",
  address: "An e-mail address",
  country: "The code of a country, which is shown by its name",
  reference: "The id of a record in another list, which is shown by its title",
  link: "A web address, or the address of a page of this site",
  choice: "One of the options that the column names",
} as const;

type ColumnKind = keyof typeof columnKinds;

/** Fields that every record has, and options of the command `npm run new`. */
const reservedColumns = ["id", ...confirmationFields, "unconfirmed", "help"];

interface ColumnInput {
  readonly kind?: unknown;
  readonly of?: unknown;
  readonly options?: unknown;
}

/** A column of a declared list. */
const column = z
  .strictObject({
    id: id
      .refine((name) => !reservedColumns.includes(name), {
        error: ({ input }) =>
          `"${String(input)}" is a field that every list has; give the column another id`,
      })
      .meta({ description: "The name of the field in each record", examples: ["purpose"] }),
    label: words("What stands at the head of the column", "Purpose"),
    kind: z
      .enum(
        Object.keys(columnKinds) as [ColumnKind, ...ColumnKind[]],
        `a column holds ${new Intl.ListFormat("en", { type: "disjunction" }).format(Object.keys(columnKinds))}`,
      )
      .meta({ description: "What it holds", examples: ["words"] }),
    of: id
      .meta({ description: "The list that a reference is to", examples: ["recipients"] })
      .optional(),
    options: z
      .array(words("One of the options", "Adequacy decision"))
      .min(1)
      .meta({
        description: "What can be chosen, where it is a choice",
        examples: [["Adequacy decision", "Standard contractual clauses"]],
      })
      .optional(),
    optional: z
      .boolean("true or false, without quotes")
      .meta({ description: "true where a record can do without it", examples: [true] })
      .default(false),
  })
  .refine(({ kind, options }: ColumnInput) => kind !== "choice" || options !== undefined, {
    ...alongside,
    path: ["kind"],
    error: "a choice has options; add a line like this: options: [Yes, No]",
  })
  .refine(({ kind, options }: ColumnInput) => kind === "choice" || options === undefined, {
    ...alongside,
    path: ["options"],
    error: "options are those of a choice; write `kind: choice`, or delete this line",
  })
  .refine(({ kind, of }: ColumnInput) => kind !== "reference" || of !== undefined, {
    ...alongside,
    path: ["kind"],
    error: "a reference says to which list; add a line like this: of: recipients",
  })
  .refine(({ kind, of }: ColumnInput) => kind === "reference" || of === undefined, {
    ...alongside,
    path: ["of"],
    error: "only a reference is to a list; write `kind: reference`, or delete this line",
  })
  .refine(({ of }: ColumnInput) => of !== "countries", {
    ...alongside,
    path: ["of"],
    error: "a country is a kind of its own; write `kind: country`, and delete this line",
  });

export type Column = z.infer<typeof column>;

/** The columns of a declared list. The first is the header of each row, and the title of its record. */
const columns = z
  .array(column)
  .min(1)
  .superRefine((declared, context) => {
    declared.forEach(({ id }, at) => {
      if (declared.findIndex((other) => other.id === id) < at)
        context.addIssue({
          code: "custom",
          path: [at, "id"],
          message: `"${id}" is the id of a column above; give one of the two another id`,
        });
    });
    const [first] = declared;
    if (first?.kind === "reference")
      context.addIssue({
        code: "custom",
        path: [0, "kind"],
        message:
          "the first column names each record and cannot be a reference; put another column before it",
      });
    if (first?.optional)
      context.addIssue({
        code: "custom",
        path: [0, "optional"],
        message: "the first column names each record, which cannot do without it; delete this line",
      });
  })
  .meta({
    description: "What each record has, in the order of the table; the first heads the row",
    examples: [[{ id: "name", label: "Name", kind: "words" }]],
  });

/** What all files `content/lists/*.yaml` have in common: the fields of their records are declared in each. */
export const listDeclaration = z.strictObject({
  title: words("What the list is of, above its table", "Sub-processors"),
  columns,
  records: z.array(z.unknown()).meta({ description: "What it lists", examples: [[]] }),
});

/** The name of a list of records: a file of facts, or a list that the organization declares. */
export type ListName = FactName | `lists/${string}`;

/** The file of a list, relative to the content folder. */
export const fileOfList = (list: ListName): string =>
  list.startsWith("lists/") ? `${list}.yaml` : `facts/${list}.yaml`;

/** The list that a column refers to, from the name in its `of`. */
export const targetOfColumn = (of: string): ListName => (isFactName(of) ? of : `lists/${of}`);

const siteLink = (description: string) =>
  obeying((link) => {
    if (/^\/\S*$/.test(link)) return undefined;
    return /^https:/i.test(link)
      ? webAddressFault(link)
      : "a link starts with https://, or with / for a page of this site";
  }).meta({ description, examples: ["https://www.acme.org/"] });

const fieldOf = ({ label, kind, of = "", options = [] }: Column): z.ZodType => {
  switch (kind) {
    case "words":
      return words(label, label);
    case "date":
      return day(label);
    case "address":
      return emailAddress.meta({ description: label });
    case "country":
      return countryCode(label);
    case "reference":
      return reference(targetOfColumn(of)).meta({ description: label });
    case "link":
      return siteLink(label);
    case "choice":
      return z
        .enum(options, `it is one of: ${options.join("; ")}`)
        .meta({ description: label, examples: [options[0]] });
  }
};

/** The schema of a declared list's records, from its columns. */
export const recordOfColumns = (columns: readonly Column[]) =>
  record(
    Object.fromEntries(
      columns.map((column) => [
        column.id,
        column.optional ? fieldOf(column).optional() : fieldOf(column),
      ]),
    ),
  );

/** The schema of a declared list, including its records, from its columns. */
export const listOfColumns = (columns: readonly Column[]) =>
  listDeclaration.extend({
    records: z
      .array(recordOfColumns(columns))
      .meta({ description: "What it lists", examples: [[]] }),
  });

/** The columns that a file declares; undefined if they are invalid. */
export const columnsOf = (file: unknown): readonly Column[] | undefined =>
  columns.safeParse(isRecord(file) ? file["columns"] : undefined).data;

/** The schema of a file of `content/lists`, from the columns that it declares. */
export const schemaOfList = (file: unknown): z.ZodObject => {
  const declared = columnsOf(file);
  return declared === undefined ? listDeclaration : listOfColumns(declared);
};

/** A record of a declared list: its values by column id. */
export type DeclaredRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** A list that the organization declares itself. */
export interface DeclaredList {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly records: readonly DeclaredRecord[];
}

/** The names of all lists that a column can refer to: those of facts, and the declared ones. */
export const listNames = (declared: readonly { readonly id: string }[]): string[] => [
  ...Object.keys(facts),
  ...declared.map(({ id }) => id),
];
