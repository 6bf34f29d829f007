import { meantId } from "../parse/nearest.ts";
import { readContent, type Content } from "../parse/content.ts";
import { issuesOf } from "../check/index.ts";
import { placeAt } from "../parse/issue.ts";
import { allLists } from "./lists.ts";
import { UserError, type Change, type Context } from "./generator.ts";
import { faultyFields } from "./faulty-answers.ts";
import { exampleOf, purposeOf, type Answers, type Field } from "./fields.ts";
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

/** What was written, and what the check says of it, line by line. */
interface Written {
  readonly changes: readonly Change[];
  readonly lines: readonly string[];
  readonly answers: Answers;
}

/** The command that gives the same answers once more. */
const toTryAgain = (what: readonly string[], typed: ReadonlyMap<string, string>): string =>
  `To correct it and try again, type:\n  ${command(what, typed)}`;

/**
 * Collects the answers and writes them. Where the check then finds an error in one of them, only that
 * one is asked for again.
 * @throws {UserError} if nothing was written
 */
const writeAnswers = async (
  found: NamedGenerator,
  given: ReadonlyMap<string, string>,
  context: Context,
  dialogue: Dialogue,
  again?: ReadonlySet<string>,
): Promise<Written> => {
  const { what, generator } = found;
  const { fields, schema } = generator;
  const { content, folder: current } = context;
  const collected = await collectAnswers(fields, schema, given, content, dialogue, again);
  const { answers, typed } = collected;
  if (collected.faults.length + collected.missing.length > 0)
    throw new UserError(describeFaults(found, collected, context).join("\n"));

  const folder = generator.folder(answers);
  const changes = await generator.changes(answers);
  const known = folder === current ? issuesOf(current, content) : [];
  const { issues, isKept } = await write(folder, changes, known).catch((reason: unknown) => {
    throw reason instanceof UserError
      ? new UserError(`${reason.message}\n${toTryAgain(what, typed)}`)
      : reason;
  });
  const lines = issues
    .filter(({ severity }) => severity !== "note")
    .map(
      ({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} – ${message}`,
    );
  if (isKept) return { changes, lines, answers };
  const answered = fields.filter(({ name }) => answers.has(name));
  const faulty = faultyFields(answered, changes, issues, folder);
  if (dialogue.ask === undefined || faulty.size === 0)
    throw new UserError([...lines, toTryAgain(what, typed)].join("\n"));
  issues
    .filter(({ severity }) => severity === "error")
    .forEach(({ message }) => {
      dialogue.say(message);
    });
  const kept = new Map([...typed].filter(([name]) => !faulty.has(name)));
  return writeAnswers(found, kept, context, dialogue, faulty);
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
  await generator.prepare?.();
  const { changes, lines, answers } = await writeAnswers(found, given, context, dialogue);
  lines.forEach(say);
  say(`Written: ${describePlace(generator.folder(answers), changes)}`);
  generator.next?.(answers).forEach(say);
};
