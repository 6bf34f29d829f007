import { createHash, randomBytes } from "node:crypto";

/** A word that nothing else contains, to be typed and then looked for: letters and digits only. */
export const newCanary = (): string => `canary${randomBytes(6).toString("hex")}`;

/** What base64 (RFC 4648) makes of some bytes, wherever in a text they begin: without the ends, which depend on their neighbours. */
const base64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((before) => {
    const whole = before + bytes.length;
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return text.slice(Math.ceil((before * 4) / 3), Math.floor((whole * 4) / 3));
  });

/** Every shape in which a word could travel without being readable. */
const disguises = (word: string): readonly string[] => {
  const encodings = [Buffer.from(word), Buffer.from(word, "utf16le")];
  const codes = [...Buffer.from(word)];
  const digests = ["md5", "sha1", "sha256", "sha512"].map((name) =>
    createHash(name).update(word).digest(),
  );
  return [
    word,
    Array.from(word).reverse().join(""),
    word.replaceAll(/[a-z]/g, (letter) =>
      String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
    ),
    ...[",", ", ", " ", "-"].map((gap) => codes.join(gap)),
    ...encodings.flatMap((bytes) => [bytes.toString("hex"), ...base64(bytes)]),
    ...digests.flatMap((bytes) => [
      bytes.toString("hex"),
      bytes.toString("base64").replace(/=+$/, ""),
    ]),
  ];
};

const character = (_: string, hex: string): string =>
  String.fromCodePoint(Number.parseInt(hex, 16));

/** Text as it was before it was made fit for an address or for JSON, in small letters. */
const decodings = (text: string): string[] => {
  const once = text.replaceAll(/%([\da-f]{2})/gi, character);
  const twice = once.replaceAll(/%([\da-f]{2})/gi, character);
  return [text, twice.replaceAll(/\\[ux]([\da-f]{2,4})/gi, character)].flatMap((decoded) => {
    const small = decoded.toLowerCase().replaceAll("\0", "");
    return [small, small.replaceAll("-", "+").replaceAll("_", "/")];
  });
};

/**
 * Whether a text gives a word away: as it is, in other letters, percent-encoded, in hexadecimal,
 * base64 or UTF-16, as character codes, backwards, shifted by 13 letters, or as a digest of it.
 */
export const carries = (text: string, word: string): boolean => {
  const shapes = disguises(word).map((shape) => shape.toLowerCase());
  return decodings(text).some((decoded) => shapes.some((shape) => decoded.includes(shape)));
};
