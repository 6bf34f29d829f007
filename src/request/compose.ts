import type { Blanks, RequestTemplate } from "../schemas/template.ts";

/** An e-mail: whom it goes to, what it is about, what it says. */
export interface Request {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * The request that a template gives with its blanks filled, in one pass: what fills a blank is
 * never read as a blank. Blanks that are not filled keep the words that stand in them.
 */
export const compose = (
  template: Pick<RequestTemplate, "subject" | "body" | "blanks">,
  to: string,
  filled: Partial<Blanks> = {},
): Request => {
  const blanks: Record<string, string> = { ...template.blanks, ...filled };
  return {
    to,
    subject: template.subject,
    body: template.body.trim().replaceAll(/\{(\w+)\}/g, (all, name: string) => blanks[name] ?? all),
  };
};

/** The whole request as text: the subject's line, then the body. */
export const asText = ({ subject, body }: Request): string => `Subject: ${subject}\n${body}`;

/**
 * A link that opens the request in the reader's mail program (RFC 6068): every part
 * percent-encoded, line ends as CRLF.
 */
export const mailto = ({ to, subject, body }: Request): string =>
  `mailto:${encodeURIComponent(to).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll(/\r?\n/g, "\r\n"))}`;
