import { meantId } from "../parse/nearest.ts";
import { readContent } from "../parse/content.ts";
import { issuesOf } from "../check/index.ts";
import { placeAt } from "../parse/issue.ts";
import { facts } from "../schemas/facts.ts";
import { UserError, type Change, type Context } from "./generator.ts";
import { exampleOf, purposeOf, type Field } from "./fields.ts";
import { choicesOf } from "./choices.ts";
import { fillIn, type Dialogue, type Outcome } from "./ask.ts";
import { kinds, named, type Named } from "./generators.ts";
import { optionsIn } from "./options.ts";
import { command } from "./notation.ts";
import { write } from "./write.ts";

/** What one can type, as a whole or for one kind of thing to start. */
const usage = (found?: Named): string[] => {
  if (found)
    return [
      `npm run new -- ${found.what.join(" ")}`,
      ...found.generator.fields.map((field) => `  --${field.name.padEnd(20)} ${purposeOf(field)}`),
    ];
  return [
    "npm run new starts something new and asks for the words that it needs:",
    ...Object.entries(kinds).map(([kind, title]) => `  npm run new -- ${kind.padEnd(16)} ${title}`),
    `The lists of facts are: ${Object.keys(facts).join(", ")}.`,
    "Words can be given at once, such as --question; see `npm run new -- question --help`.",
  ];
};

/** What is wrong with what was given, and the command that would do. */
const shortcomings = (
  { what }: Named,
  { typed, faults, missing, refused }: Outcome,
  { content }: Context,
): string[] => {
  const idsFor = (field: Field) => choicesOf(field, content)?.map(({ id }) => id);
  /** Ids of the content in place of what was typed for them. */
  const meant = (field: Field, ids: readonly string[]): string =>
    (typed.get(field.name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .map((part) => (ids.includes(part) ? part : (meantId(part, ids) ?? ids[0] ?? part)))
      .join(", ");
  const described = (field: Field) => {
    const ids = idsFor(field);
    return `--${field.name} is missing. ${purposeOf(field)}${ids === undefined ? "" : `: ${ids.join(", ")}`}`;
  };
  const examples = [
    ...refused.flatMap((field): [string, string][] => {
      const ids = idsFor(field);
      return ids === undefined ? [] : [[field.name, meant(field, ids)]];
    }),
    ...missing.map((field): [string, string] => [
      field.name,
      idsFor(field)?.[0] ?? exampleOf(field.schema),
    ]),
  ];
  return [
    ...faults,
    ...missing.map(described),
    ...(examples.length > 0
      ? ["Type, with your words for these:", `  ${command(what, new Map([...typed, ...examples]))}`]
      : []),
  ];
};

const placesOf = (folder: string, changes: readonly Change[]): string => {
  const [first] = changes;
  if (!first || changes.length > 1)
    return `${folder}, a folder with ${String(changes.length)} files`;
  return `${folder}/${first.path}:${String(placeAt(first.text, first.offset ?? 0).line)}`;
};

/**
 * Starts something new, as the words of a command say: a question, a page, a fact, a statement or
 * a centre. What they leave open is asked for. `today` is an ISO date.
 * @throws {UserError} where nothing was written, and everything is as it was
 */
export const scaffold = async (
  args: readonly string[],
  { folder: current, today }: Omit<Context, "content">,
  dialogue: Dialogue,
): Promise<void> => {
  const context = { folder: current, today, content: await readContent(current) };
  const { say } = dialogue;
  const isHelp = args.some((one) => one === "--help" || one === "-h");
  const options = args.findIndex((one) => one.startsWith("-"));
  const words = options === -1 ? args : args.slice(0, options);
  const found = await named(words, context, isHelp ? { say } : dialogue);
  if (isHelp) {
    usage(found).forEach(say);
    return;
  }
  if (!found) throw new UserError(usage().join("\n"));
  const { what, generator } = found;
  const names = generator.fields.map(({ name }) => name);
  const { given, faults } = optionsIn(args.slice(Math.min(args.length, what.length)), names);
  if (faults.length > 0) throw new UserError(faults.join("\n"));
  const outcome = await fillIn(
    generator.fields,
    generator.schema,
    given,
    context.content,
    dialogue,
  );
  if (outcome.faults.length + outcome.missing.length > 0)
    throw new UserError(shortcomings(found, outcome, context).join("\n"));

  const folder = generator.folder(outcome.answers);
  const changes = await generator.changes(outcome.answers);
  const known = folder === current ? issuesOf(current, context.content) : [];
  const { issues, isKept } = await write(folder, changes, known);
  const told = issues
    .filter(({ severity }) => severity !== "note")
    .map(
      ({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} – ${message}`,
    );
  if (!isKept)
    throw new UserError(
      [...told, "To mend it and try again, type:", `  ${command(what, outcome.typed)}`].join("\n"),
    );
  told.forEach(say);
  say(`Written: ${placesOf(folder, changes)}`);
  generator.next?.(outcome.answers).forEach(say);
};
