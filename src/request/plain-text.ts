/* Directional formatting characters, which are removed. */
const directional = /[\u202a-\u202e\u2066-\u2069]+/g;
/* Control characters, line and paragraph separators: a run of them becomes a space. */
const controls = /[\p{Cc}\u2028\u2029]+/gu;

/* A character with the marks that follow it, or the parts of a Hangul or Kirat Rai syllable. */
const combining = /.[\p{M}\u1161-\u1175\u11a8-\u11c2\u{16d67}]+/gsu;

const isStable = (character: string) => character.normalize("NFC") === character;

/**
 * Composes what was typed in parts, and nothing else. Unicode NFC also replaces single characters
 * with others that it takes for the same, such as the form of a Han character that a name has.
 */
const composed = (text: string): string =>
  text.replaceAll(combining, (typed) => {
    const nfc = typed.normalize("NFC");
    return Array.from(typed).every(isStable) || /^.$/su.test(nfc) ? nfc : typed;
  });

const clean = (line: string): string =>
  line.toWellFormed().replaceAll(directional, "").replaceAll(controls, " ");

/**
 * What somebody typed as one line of plain text: well-formed (no lone surrogate), with letters and
 * their marks composed, without controls, line ends or marks that could reorder the text around
 * it. Every other character stays: joiners, which names and emoji need, and variants of a
 * character, which names are written with.
 */
export const oneLine = (typed: string): string => composed(clean(typed).trim());

/* Neither half can hold what ends an address or begins another (RFC 5322, RFC 6068). */
const address =
  /^[^\s\p{C}@,;:<>()[\]"\\.]+(?:\.[^\s\p{C}@,;:<>()[\]"\\.]+)*@(?:(?!-)[\p{L}\p{M}\p{N}-]+(?<!-)\.)+(?=.*\p{L})[\p{L}\p{M}\p{N}]+$/u;

/**
 * A single email address as somebody typed it, or nothing: what is typed adds no second recipient,
 * and no header.
 */
export const emailAddress = (typed: string): string =>
  address.test(typed) && URL.canParse(`https://${typed.split("@")[1] ?? ""}`) ? typed : "";

/** The same for text of several lines; trailing empty lines are removed. */
export const manyLines = (typed: string): string =>
  typed
    .split(/\r\n?|\n/)
    .map((line) => composed(clean(line).trimEnd()))
    .join("\n")
    .trimEnd();
