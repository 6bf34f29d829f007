import { nearest } from "../parse/nearest.ts";
import { parseArgs, type ParseArgsConfig } from "node:util";

/** Prints why a command cannot go on, and ends it with exit code 1. */
export const exitWithError = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

/** The message for the first mistyped argument, if any. */
const faultIn = ({ options = {}, allowPositionals = false }: ParseArgsConfig) => {
  const knownOptions = Object.keys(options).map((name) => `--${name}`);
  const { tokens } = parseArgs({ options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional" && !allowPositionals) {
      const meant = nearest(`--${token.value}`, knownOptions);
      return `"${token.value}" is not recognized; ${meant ? `did you mean ${meant}?` : "remove it"}`;
    }
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (!option) {
      const meant = nearest(token.rawName, knownOptions);
      return `${token.rawName} is not recognized; ${
        meant
          ? `did you mean ${meant}?`
          : knownOptions.length === 0
            ? "remove it"
            : `remove it, or write one of: ${knownOptions.join(", ")}`
      }`;
    }
    if (option.type === "boolean" && token.value !== undefined)
      return `${token.rawName} takes no value; write it on its own`;
    if (option.type === "string" && token.value === undefined)
      return `${token.rawName} has no value; write it like this: ${token.rawName}=…`;
  }
  return undefined;
};

/**
 * The arguments of a command, as Node's `parseArgs` returns them. If one is mistyped, the command ends
 * with a message that says what to type.
 */
export const readCommandLine = <const Config extends ParseArgsConfig>(config: Config) => {
  const fault = faultIn(config);
  if (fault !== undefined) exitWithError(fault);
  return parseArgs(config);
};
