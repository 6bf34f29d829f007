import { z } from "zod";
import { reference, words } from "./fields.ts";

/** The blanks that the body of the request can contain. */
export const blankNames = [
  "introduction",
  "name",
  "request",
  "country",
  "address",
  "detail",
] as const;

export type BlankName = (typeof blankNames)[number];

const isBlank = (name: string | undefined): boolean => blankNames.some((blank) => blank === name);

const unfilled = (example: string) => words("What the blank shows until it is filled in", example);

/**
 * `content/templates/privacy-request.yaml`: the email that a requester sends, and what the page
 * says about it. The body names its blanks in braces; a line whose blank is empty, and has no
 * words to stand in it, is left out.
 */
export const requestTemplate = z.strictObject({
  to: reference("contacts"),
  subject: words("The subject of the email", "Privacy Request").refine(
    (subject) => !subject.includes("\n"),
    "a subject is one line; write all of it after the colon",
  ),
  body: words("The text, with its blanks in braces", "Name: {name}").refine(
    (body) => [...body.matchAll(/\{([^}]*)\}/g)].every(([, name]) => isBlank(name)),
    {
      error: `the blanks are ${blankNames.map((name) => `{${name}}`).join(", ")}; write one of these`,
    },
  ),
  blanks: z.strictObject({
    name: unfilled("[Your Name]"),
    request: unfilled("[Your Request]"),
    country: unfilled("[Your Country]"),
    introduction: words(
      "How the letter begins, unless the relationship has an introduction of its own",
      "I make this request to you as the controller.",
    ).optional(),
  }),
  copied: words("Shown when the request has been copied", "Copied to clipboard!"),
  notCopied: words("Shown when it could not be copied", "Press Ctrl+C or Cmd+C."),
  nothingOpened: words("Shown next to the email link", "If nothing opened, copy the request."),
  pasteHere: words("Shown in an email that the request is to be pasted into", "Paste it here."),
  tooLong: words("Shown when a request is too long for an email link", "Copy it instead."),
  disclaimer: words("What the deadlines are not", "This is not legal advice."),
});

export type RequestTemplate = z.infer<typeof requestTemplate>;
