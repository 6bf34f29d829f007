import { meantId } from "../centre/references.ts";
import { readContent } from "../check/content.ts";
import { issuesOf } from "../check/index.ts";
import { placeAt } from "../check/issue.ts";
import { facts } from "../schemas/facts.ts";
import { Refusal, type Change, type Setting } from "./beginning.ts";
import { exampleOf, purposeOf, type Blank } from "./blanks.ts";
import { choicesOf } from "./choices.ts";
import { fill, type Dialogue, type Filled } from "./fill.ts";
import { kinds, named, type Named } from "./kinds.ts";
import { optionsIn } from "./options.ts";
import { command } from "./typing.ts";
import { write } from "./write.ts";

/** What one can type, as a whole or for one kind of beginning. */
const usage = (found?: Named): string[] => {
  if (found)
    return [
      `npm run new -- ${found.what.join(" ")}`,
      ...found.beginning.blanks.map((blank) => `  --${blank.name.padEnd(20)} ${purposeOf(blank)}`),
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
  { typed, faults, missing, refused }: Filled,
  { content }: Setting,
): string[] => {
  const idsFor = (blank: Blank) => choicesOf(blank, content)?.map(({ id }) => id);
  /** Ids of the content in place of what was typed for them. */
  const meant = (blank: Blank, ids: readonly string[]): string =>
    (typed.get(blank.name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .map((part) => (ids.includes(part) ? part : (meantId(part, ids) ?? ids[0] ?? part)))
      .join(", ");
  const described = (blank: Blank) => {
    const ids = idsFor(blank);
    return `--${blank.name} is missing. ${purposeOf(blank)}${ids === undefined ? "" : `: ${ids.join(", ")}`}`;
  };
  const examples = [
    ...refused.flatMap((blank): [string, string][] => {
      const ids = idsFor(blank);
      return ids === undefined ? [] : [[blank.name, meant(blank, ids)]];
    }),
    ...missing.map((blank): [string, string] => [
      blank.name,
      idsFor(blank)?.[0] ?? exampleOf(blank.schema),
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
 * @throws {Refusal} where nothing was written, and everything is as it was
 */
export const begin = async (
  args: readonly string[],
  { folder: current, today }: Omit<Setting, "content">,
  dialogue: Dialogue,
): Promise<void> => {
  const setting = { folder: current, today, content: await readContent(current) };
  const { say } = dialogue;
  const isHelp = args.some((one) => one === "--help" || one === "-h");
  const options = args.findIndex((one) => one.startsWith("-"));
  const words = options === -1 ? args : args.slice(0, options);
  const found = await named(words, setting, isHelp ? { say } : dialogue);
  if (isHelp) {
    usage(found).forEach(say);
    return;
  }
  if (!found) throw new Refusal(usage().join("\n"));
  const { what, beginning } = found;
  const names = beginning.blanks.map(({ name }) => name);
  const { given, faults } = optionsIn(args.slice(Math.min(args.length, what.length)), names);
  if (faults.length > 0) throw new Refusal(faults.join("\n"));
  const filled = await fill(beginning.blanks, beginning.schema, given, setting.content, dialogue);
  if (filled.faults.length + filled.missing.length > 0)
    throw new Refusal(shortcomings(found, filled, setting).join("\n"));

  const folder = beginning.folder(filled.said);
  const changes = await beginning.changes(filled.said);
  const known = folder === current ? issuesOf(current, setting.content) : [];
  const { issues, isKept } = await write(folder, changes, known);
  const told = issues
    .filter(({ severity }) => severity !== "note")
    .map(
      ({ file, line, column, message }) => `${file}:${String(line)}:${String(column)} – ${message}`,
    );
  if (!isKept)
    throw new Refusal(
      [...told, "To mend it and try again, type:", `  ${command(what, filled.typed)}`].join("\n"),
    );
  told.forEach(say);
  say(`Written: ${placesOf(folder, changes)}`);
  beginning.next?.(filled.said).forEach(say);
};
