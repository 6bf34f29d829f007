import { typedInAnswer, type Field } from "./fields.ts";
import type { Notation } from "../parse/schema-errors.ts";

/** Words as typed into a shell: in quotes where it would split or change them. */
const quoted = (words: string): string => {
  if (/^[\w@%+=:,./-]+$/.test(words)) return words;
  return /["$`\\!]/.test(words) ? `'${words.replaceAll("'", String.raw`'\''`)}'` : `"${words}"`;
};

/** The command, as typed, with an option for each given value. */
export const command = (what: readonly string[], given: ReadonlyMap<string, string>): string =>
  [
    "npm run new --",
    ...what,
    ...[...given].map(([name, words]) => `--${name} ${quoted(words)}`),
  ].join(" ");

/** The notation for messages to somebody who typed a command. */
export const commandNotation = ({ name }: Field): Notation => ({
  name: (field) => (field === name ? `--${name}` : `"${field}"`),
  line: (field, value) => (field === name ? `--${name} ${quoted(value)}` : value),
  typed: typedInAnswer,
  intro: "",
});

/** The notation for messages to somebody who answered a question. */
export const answerNotation = ({ name }: Field): Notation => ({
  name: (field) => (field === name ? "this" : `"${field}"`),
  line: (_, value) => value,
  typed: typedInAnswer,
  intro: "",
});
