import { meantId } from "../parse/nearest.ts";
import { readContent, type Content } from "../parse/content.ts";
import { issuesOf } from "../check/index.ts";
import { placeAt } from "../parse/issue.ts";
import { allLists } from "./lists.ts";
import { UserError, type Change, type Context } from "./generator.ts";
import { exampleOf, purposeOf, type Field } from "./fields.ts";
import { choicesOf } from "./choices.ts";
import { collectAnswers, type Dialogue, type CollectedAnswers } from "./ask.ts";
import { findGenerator, kinds, type NamedGenerator } from "./generators.ts";
import { parseOptions } from "./options.ts";
import { command } from "./notation.ts";
import { write } from "./write.ts";

/** The help text: for all kinds of content, or for one. */
const usage = (content: Content, found?: NamedGenerator): string[] => {
  if (found)
    return [
      `npm run new -- ${found.what.join(" ")}`,
      ...found.generator.fields.map((field) => `  --${field.name.padEnd(20)} ${purposeOf(field)}`),
    ];
  return [
    "npm run new adds something to the content and asks for what it needs:",
    ...Object.entries(kinds).map(([kind, title]) => `  npm run new -- ${kind.padEnd(16)} ${title}`),
    `The lists of facts are: ${allLists(content)
      .map(({ name }) => name)
      .join(", ")}.`,
    "Answers can also be given as options, such as --question; see `npm run new -- question --help`.",
  ];
};

/** What is wrong with the answers, and a command that would work. */
const describeFaults = (
  { what }: NamedGenerator,
  { typed, faults, missing, invalid }: CollectedAnswers,
  { content }: Context,
): string[] => {
  const idsFor = (field: Field) => choicesOf(field, content)?.map(({ id }) => id);
  /** The ids typed, or those probably meant. */
  const meant = (field: Field, ids: readonly string[]): string =>
    (typed.get(field.name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .map((part) => (ids.includes(part) ? part : (meantId(part, ids) ?? "…")))
      .join(", ");
  const described = (field: Field) => {
    const ids = idsFor(field);
    return `--${field.name} is missing. ${purposeOf(field)}${ids === undefined ? "" : `: ${ids.join(", ")}`}`;
  };
  const examples = [
    ...invalid.flatMap((field): [string, string][] => {
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
      ? ["Type this, with your own words:", `  ${command(what, new Map([...typed, ...examples]))}`]
      : []),
  ];
};

const describePlace = (folder: string, changes: readonly Change[]): string => {
  const [first] = changes;
  if (!first || changes.length > 1)
    return `${folder}, a folder with ${String(changes.length)} files`;
  return `${folder}/${first.path}:${String(placeAt(first.text, first.offset ?? 0).line)}`;
};

/**
 * Runs `npm run new` with the words of a command: adds a question, a page, a fact, or a statement, or
 * starts a site. Missing answers are asked for. `today` is an ISO date.
 * @throws {UserError} if nothing was written
 */
export const scaffold = async (
  args: readonly string[],
  { folder: current, today }: Omit<Context, "content">,
  dialogue: Dialogue,
): Promise<void> => {
  const context = { folder: current, today, content: await readContent(current) };
  const { say } = dialogue;
  const isHelp = args.some((arg) => arg === "--help" || arg === "-h");
  const firstOption = args.findIndex((arg) => arg.startsWith("-"));
  const words = firstOption === -1 ? args : args.slice(0, firstOption);
  const found = await findGenerator(words, context, isHelp ? { say } : dialogue);
  if (isHelp) {
    usage(context.content, found).forEach(say);
    return;
  }
  if (!found) throw new UserError(usage(context.content).join("\n"));
  const { what, generator } = found;
  const names = generator.fields.map(({ name }) => name);
  const { given, faults } = parseOptions(args.slice(Math.min(args.length, what.length)), names);
  if (faults.length > 0) throw new UserError(faults.join("\n"));
  const collected = await collectAnswers(
    generator.fields,
    generator.schema,
    given,
    context.content,
    dialogue,
  );
  if (collected.faults.length + collected.missing.length > 0)
    throw new UserError(describeFaults(found, collected, context).join("\n"));

  const folder = generator.folder(collected.answers);
  const changes = await generator.changes(collected.answers);
  const known = folder === current ? issuesOf(current, context.content) : [];
  const { issues, isKept } = await write(folder, changes, known);
  const lines = issues
    .filter(({ severity }) => severity !== "note")
    .map(
      ({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} – ${message}`,
    );
  if (!isKept)
    throw new UserError(
      [...lines, "To correct it and try again, type:", `  ${command(what, collected.typed)}`].join(
        "\n",
      ),
    );
  lines.forEach(say);
  say(`Written: ${describePlace(folder, changes)}`);
  generator.next?.(collected.answers).forEach(say);
};
