import { nearest } from "../parse/nearest.ts";
import { parseArgs } from "node:util";

/** The values of a command's options by field name, and messages for what cannot be understood. */
export interface ParsedOptions {
  readonly given: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

/** Parses `--name words` for each known name. */
export const parseOptions = (args: readonly string[], names: readonly string[]): ParsedOptions => {
  const given = new Map<string, string>();
  const faults: string[] = [];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    // Unknown options get a message of ours below.
    strict: false,
    tokens: true,
  });
  const isUnknownOption = (at: number) => {
    const token = tokens[at];
    return token?.kind === "option" && !names.includes(token.name);
  };
  for (const [at, token] of tokens.entries()) {
    // The value of an unknown option is not a second fault.
    if (token.kind === "positional" && !isUnknownOption(at - 1))
      faults.push(
        `"${token.value}" does not belong here; put text with spaces in "quotes", and all options after \`npm run new --\``,
      );
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      faults.push(
        `${rawName} is not recognized; ${meant === undefined ? `write one of: ${names.map((name) => `--${name}`).join(", ")}` : `did you mean --${meant}?`}`,
      );
    } else if (value === undefined || value.startsWith("--"))
      faults.push(`${rawName} has no value; write one after it, in "quotes"`);
    else given.set(name, value);
  }
  return { given, faults };
};
