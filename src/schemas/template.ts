import { z } from "zod";
import { reference, words } from "./fields.ts";

const blank = (example: string) => words("What stands in the blank until it is filled", example);

/**
 * `content/templates/privacy-request.yaml`: the e-mail that a requester sends. The body names its
 * blanks in braces.
 */
export const requestTemplate = z.strictObject({
  to: reference("contacts"),
  subject: words("The subject of the e-mail", "Privacy Request"),
  body: words("The text, with its blanks in braces", "Name: {name}").refine(
    (body) => [...body.matchAll(/\{([^}]*)\}/g)].every(([, name]) => isBlank(name)),
    { error: "the blanks are {name}, {request} and {country}; write one of these" },
  ),
  blanks: z.strictObject({
    name: blank('"[Your Name]"'),
    request: blank('"[Your Request]"'),
    country: blank('"[Your Country]"'),
  }),
  copied: words("Said when the request has been copied", "Copied to clipboard!"),
  notCopied: words("Said when it could not be copied", "Press Ctrl+C or Cmd+C."),
});

const isBlank = (name: string | undefined) =>
  name === "name" || name === "request" || name === "country";

export type RequestTemplate = z.infer<typeof requestTemplate>;
export type Blanks = RequestTemplate["blanks"];
