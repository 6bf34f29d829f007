import type { BlankName, RequestTemplate } from "../schemas/template.ts";
import type { Words } from "../words/index.ts";
import { oneLine } from "./plain-text.ts";

/** An e-mail: whom it goes to (nobody yet, where empty), what it is about, what it says. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Lines end in a line feed. */
  readonly body: string;
}

/** What of a template makes the text of a request. */
export type Wording = Pick<RequestTemplate, "subject" | "body" | "blanks">;

/** What the requester has filled in, as typed. */
export type Filled = Partial<Record<BlankName, string>>;

const blank = /\{(\w+)\}/g;

/**
 * The lines of the body with their blanks filled, one for each line of the template; undefined
 * where a line is left out, since nothing fills its blank. Filled in one pass: what fills a blank
 * is never read as a blank.
 */
export const bodyLines = ({ body, blanks }: Wording, filled: Filled): (string | undefined)[] => {
  const unfilled: Partial<Record<string, string>> = blanks;
  const value = (name: string) => oneLine(filled[name as BlankName] ?? "") || unfilled[name];
  return body
    .trimEnd()
    .split("\n")
    .map((line) =>
      [...line.matchAll(blank)].every(([, name = ""]) => value(name) !== undefined)
        ? line.replaceAll(blank, (_, name: string) => value(name) ?? "")
        : undefined,
    );
};

/**
 * The request that a template gives with its blanks filled. The subject takes nothing from the
 * requester, so nothing typed can add a header or a recipient.
 */
export const compose = (wording: Wording, to: string, filled: Filled = {}): Message => ({
  to,
  subject: wording.subject,
  body: bodyLines(wording, filled)
    .filter((line) => line !== undefined)
    .join("\n"),
});

/** The line that says what a request is about, with its line feed. */
export const subjectLine = ({ subject }: Message, words: Words["request"]): string =>
  `${words.subjectLine(subject)}\n`;

/** The whole request as text: the line of its subject, then the body. */
export const asText = (message: Message, words: Words["request"]): string =>
  `${subjectLine(message, words)}${message.body}`;
