import { programCode } from "./program-code.ts";

/** Sentences for what people write in angle brackets, by how it looks; the first that fits. */
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
    () => 'a component has curly quotes in it; write straight ones, as in id="terms"',
  ],
  [
    /^<\/[\w.]*>?/,
    (found) => `${found} closes what was never opened; delete it, or open it before`,
  ],
  [
    /^<[A-Za-z][^<>\n]*>/,
    (found) => `${found} cannot be read as a component; leave the angle brackets out`,
  ],
  [/^</, () => 'what follows "<" cannot be read as a component; write "less than"'],
];

/** What is wrong with what begins with a "<" at `offset` and cannot be read. */
export const angleMessage = (text: string, offset: number): string => {
  const rest = text.slice(offset);
  for (const [looks, say] of inAngleBrackets) {
    const [found] = looks.exec(rest) ?? [];
    if (found !== undefined) return say(found);
  }
  return "this cannot be read";
};
