import type { Message } from "./compose.ts";

const utf8 = new TextEncoder();

const base64 = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/**
 * The most bytes of text in one encoded word: a line with one has at most 76 characters, the
 * header's name included (RFC 2047, 2).
 */
const wordBytes = 39;

/** A header's text as encoded words, none of which ends within a character (RFC 2047, 2 and 5). */
const encodedWords = (text: string): string => {
  const words: string[] = [""];
  for (const character of text) {
    const word = `${words.at(-1) ?? ""}${character}`;
    if (utf8.encode(word).length > wordBytes) words.push(character);
    else words[words.length - 1] = word;
  }
  return words.map((word) => `=?utf-8?B?${base64(utf8.encode(word))}?=`).join("\r\n ");
};

/* What looks like an encoded word would be read as one, and spaces at the ends would be lost. */
const isMarkdownOnly = (text: string) =>
  /^(?! )[\x20-\x7e]{0,66}(?<! )$/.test(text) && !text.includes("=?");

const header = (text: string) => (isMarkdownOnly(text) ? text : encodedWords(text));

/**
 * The request as a draft that mail programs open for sending (RFC 5322; X-Unsent is understood by
 * the common ones). It names no sender and no date: those are the mail program's.
 */
export const eml = ({ to, subject, body }: Message): string =>
  [
    "X-Unsent: 1",
    ...(to === "" ? [] : [`To: ${to}`]),
    `Subject: ${header(subject)}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(base64(utf8.encode(body.replaceAll("\n", "\r\n"))).match(/.{1,76}/g) ?? []),
    "",
  ].join("\r\n");
