import type { Message } from "./compose.ts";

/** The maximum length of a link, in encoded characters: some mail programs cut or refuse longer ones. */
export const maxLinkLength = 1900;

/* RFC 6068: every part is percent-encoded, and lines end in CRLF. */
const link = ({ to, subject, body }: Message) =>
  `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

/**
 * A link that opens the request in the visitor's mail program.
 * @param pasteHere the body of the e-mail if the request is too long for a link
 * @returns the link, and whether it carries the whole request
 */
export const mailto = (
  message: Message,
  pasteHere: string,
): { readonly href: string; readonly whole: boolean } => {
  const href = link(message);
  return href.length <= maxLinkLength
    ? { href, whole: true }
    : { href: link({ ...message, body: pasteHere }), whole: false };
};
