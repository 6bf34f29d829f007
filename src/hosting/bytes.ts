const hex = (byte: number) => `\\x${byte.toString(16).padStart(2, "0")}`;

/**
 * A pattern for one of these characters, for servers that match paths byte by byte: each byte by its
 * number, so that no configuration takes one for its own.
 */
export const anyOf = (characters: string): string =>
  Array.from(characters, (one) => Array.from(Buffer.from(one), hex).join("")).join("|");
