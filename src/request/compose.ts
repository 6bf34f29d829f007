import type { BlankName, RequestTemplate } from "../schemas/template.ts";
import type { Words } from "../words/index.ts";
import { oneLine } from "./plain-text.ts";

/** An e-mail. */
export interface Message {
  /** An address; empty while the recipient is not known. */
  readonly to: string;
  readonly subject: string;
  /** Lines end in a line feed. */
  readonly body: string;
}

/** The parts of a template that make the text of a request. */
export type Wording = Pick<RequestTemplate, "subject" | "body" | "blanks">;

/** What the requester has typed, by the blank that it fills. */
export type FilledBlanks = Partial<Record<BlankName, string>>;

const blankPattern = /\{(\w+)\}/g;

/**
 * Fills the blanks of the template's body, in one pass: typed text that looks like a blank stays as
 * it is.
 * @returns a line for each line of the template, or undefined for a line that is left out because
 * nothing fills its blank
 */
export const bodyLines = (
  { body, blanks }: Wording,
  filled: FilledBlanks,
): (string | undefined)[] => {
  const unfilled: Partial<Record<string, string>> = blanks;
  const value = (name: string) => oneLine(filled[name as BlankName] ?? "") || unfilled[name];
  return body
    .trimEnd()
    .split("\n")
    .map((line) =>
      [...line.matchAll(blankPattern)].every(([, name = ""]) => value(name) !== undefined)
        ? line.replaceAll(blankPattern, (_, name: string) => value(name) ?? "")
        : undefined,
    );
};

/**
 * Fills a template. The subject contains nothing that the requester types, so no input can add a
 * header or a recipient.
 */
export const compose = (wording: Wording, to: string, filled: FilledBlanks = {}): Message => ({
  to,
  subject: wording.subject,
  body: bodyLines(wording, filled)
    .filter((line) => line !== undefined)
    .join("\n"),
});

/** The line that states the subject of a request, with its line feed. */
export const subjectLine = ({ subject }: Message, words: Words["request"]): string =>
  `${words.subjectLine(subject)}\n`;

/** The whole request as text: the subject line, then the body. */
export const asText = (message: Message, words: Words["request"]): string =>
  `${subjectLine(message, words)}${message.body}`;
