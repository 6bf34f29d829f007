import type { Message } from "./compose.ts";

const utf8 = new TextEncoder();

const base64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/**
 * The most bytes of text in an encoded word, since its line may have 76 characters, including the
 * name of the header (RFC 2047, 2).
 */
const maxWordBytes = 39;

/** Encodes the text of a header as encoded words, split between characters (RFC 2047, 2 and 5). */
const encodedWords = (text: string): string => {
  const words: string[] = [""];
  for (const character of text) {
    const word = `${words.at(-1) ?? ""}${character}`;
    if (utf8.encode(word).length > maxWordBytes) words.push(character);
    else words[words.length - 1] = word;
  }
  return words.map((word) => `=?utf-8?B?${base64(utf8.encode(word))}?=`).join("\r\n ");
};

/** Whether a header can carry a text as it is: short ASCII that no reader takes for an encoded word, and no spaces at its ends, which would be lost. */
const needsNoEncoding = (text: string) =>
  /^(?! )[\x20-\x7e]{0,66}(?<! )$/.test(text) && !text.includes("=?");

const header = (text: string) => (needsNoEncoding(text) ? text : encodedWords(text));

/** An email address with its domain as the DNS has it (RFC 5891), which every mail program can read. */
const inAscii = (email: string) => {
  const at = email.lastIndexOf("@") + 1;
  return email.slice(0, at) + new URL(`https://${email.slice(at)}`).hostname;
};

/**
 * The request as a draft that mail programs open for sending (RFC 5322; the common ones understand
 * X-Unsent). It has no sender and no date: the mail program adds them.
 */
export const eml = ({ to, subject, body }: Message): string =>
  [
    "X-Unsent: 1",
    ...(to === "" ? [] : [`To: ${inAscii(to)}`]),
    `Subject: ${header(subject)}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(base64(utf8.encode(body.replaceAll("\n", "\r\n"))).match(/.{1,76}/g) ?? []),
    "",
  ].join("\r\n");
