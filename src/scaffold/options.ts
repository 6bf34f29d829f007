import { nearest } from "../parse/nearest.ts";
import { parseArgs } from "node:util";

/** What a command gives, by the names of the fields, and what of it cannot be understood. */
export interface Options {
  readonly given: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

/** Reads `--name words` for each of the names that are known. */
export const optionsIn = (args: readonly string[], names: readonly string[]): Options => {
  const given = new Map<string, string>();
  const faults: string[] = [];
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    // What is not known gets a sentence of ours below.
    strict: false,
    tokens: true,
  });
  const isStrange = (at: number) => {
    const token = tokens[at];
    return token?.kind === "option" && !names.includes(token.name);
  };
  for (const [at, token] of tokens.entries()) {
    // The words of an option that is not known are not a second fault.
    if (token.kind === "positional" && !isStrange(at - 1))
      faults.push(
        `"${token.value}" does not belong here; put words with spaces between them in "quotes", and all options behind \`npm run new --\``,
      );
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!names.includes(name)) {
      const meant = nearest(name, names);
      faults.push(
        `${rawName} is not known here; ${meant === undefined ? `write one of: ${names.map((one) => `--${one}`).join(", ")}` : `did you mean --${meant}?`}`,
      );
    } else if (value === undefined || value.startsWith("--"))
      faults.push(`${rawName} has no words behind it; write them after it, in "quotes"`);
    else given.set(name, value);
  }
  return { given, faults };
};
