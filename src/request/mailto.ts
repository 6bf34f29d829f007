import type { Message } from "./compose.ts";

/** Longer links are cut or refused by some mail programs (encoded characters). */
export const longestLink = 1900;

/* RFC 6068: every part percent-encoded, line ends as CRLF. */
const link = ({ to, subject, body }: Message) =>
  `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

/**
 * A link that opens the request in the reader's mail program.
 * @param pasteHere what the e-mail says instead where the request is too long for a link
 * @returns the link, and whether it carries the whole request
 */
export const mailto = (
  message: Message,
  pasteHere: string,
): { readonly href: string; readonly whole: boolean } => {
  const href = link(message);
  return href.length <= longestLink
    ? { href, whole: true }
    : { href: link({ ...message, body: pasteHere }), whole: false };
};
