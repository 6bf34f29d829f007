import { nearest } from "../parse/nearest.ts";
import { parseArgs, type ParseArgsConfig } from "node:util";

/** Ends a command that cannot do what it was asked for, with a sentence that says why. */
export const exitWithError = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

/** What is wrong with the words behind a command, or nothing. */
const faultIn = ({ options = {}, allowPositionals = false }: ParseArgsConfig) => {
  const known = Object.keys(options).map((name) => `--${name}`);
  const { tokens } = parseArgs({ options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional" && !allowPositionals) {
      const meant = nearest(`--${token.value}`, known);
      return `"${token.value}" is not known here; ${meant ? `did you mean ${meant}?` : "leave it out"}`;
    }
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (!option) {
      const meant = nearest(token.rawName, known);
      return `${token.rawName} is not known here; ${
        meant
          ? `did you mean ${meant}?`
          : known.length === 0
            ? "leave it out"
            : `leave it out, or write one of: ${known.join(", ")}`
      }`;
    }
    if (option.type === "boolean" && token.value !== undefined)
      return `${token.rawName} takes no value; write it alone`;
    if (option.type === "string" && token.value === undefined)
      return `${token.rawName} has no value; write it as in: ${token.rawName}=…`;
  }
  return undefined;
};

/**
 * The options and words behind a command, as Node's `parseArgs` gives them. Where one is mistyped,
 * the command ends with a sentence that says what to type.
 */
export const readCommandLine = <const Config extends ParseArgsConfig>(config: Config) => {
  const fault = faultIn(config);
  if (fault !== undefined) exitWithError(fault);
  return parseArgs(config);
};
