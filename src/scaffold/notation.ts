import { typedOut, type Field } from "./fields.ts";
import type { Notation } from "../parse/schema-errors.ts";

/** Words as one types them into a shell: in quotes where it would take them apart or change them. */
const quoted = (words: string): string => {
  if (/^[\w@%+=:,./-]+$/.test(words)) return words;
  return /["$`\\!]/.test(words) ? `'${words.replaceAll("'", String.raw`'\''`)}'` : `"${words}"`;
};

/** The command that fills in what is given, as one types it. */
export const command = (what: readonly string[], given: ReadonlyMap<string, string>): string =>
  [
    "npm run new --",
    ...what,
    ...[...given].map(([name, words]) => `--${name} ${quoted(words)}`),
  ].join(" ");

/** How faults of a field are told to somebody who typed a command. */
export const inCommand = ({ name }: Field): Notation => ({
  name: (field) => (field === name ? `--${name}` : `"${field}"`),
  line: (field, value) => (field === name ? `--${name} ${quoted(value)}` : value),
  typed: typedOut,
  such: "",
});

/** How they are told to somebody who has just been asked. */
export const inAnswer = ({ name }: Field): Notation => ({
  name: (field) => (field === name ? "this" : `"${field}"`),
  line: (_, value) => value,
  typed: typedOut,
  such: "",
});
