import { programCode } from "./program-code.ts";

/** Messages for what people write in angle brackets, by pattern; the first match applies. */
const inAngleBrackets: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^<!--/, () => programCode.comment],
  [
    /^<[^\s<>@]+@[^\s<>]+>/,
    (found) => `${found} is read as a component; write the address without angle brackets`,
  ],
  [
    /^<https?:[^\s<>]*>/,
    (found) => `${found} is read as a component; write [words](${found.slice(1, -1)})`,
  ],
  [
    /^<[A-Za-z][^>]*[“”„‘’]/,
    () => 'this component has curly quotes; write straight quotes, as in id="terms"',
  ],
  [
    /^<\/[\w.]*>?/,
    (found) =>
      `${found} closes a component that was never opened; delete it, or open the component first`,
  ],
  [
    /^<[A-Za-z][^<>\n]*>/,
    (found) => `${found} cannot be read as a component; remove the angle brackets`,
  ],
  [/^</, () => 'the text after "<" cannot be read as a component; write "less than"'],
];

/** The message for unreadable text that starts with a "<" at `offset`. */
export const angleMessage = (text: string, offset: number): string => {
  const rest = text.slice(offset);
  for (const [pattern, messageFor] of inAngleBrackets) {
    const [found] = pattern.exec(rest) ?? [];
    if (found !== undefined) return messageFor(found);
  }
  return "this cannot be read";
};
