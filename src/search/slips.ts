import { folded } from "./letters.ts";

/** The shortest word in which a slip is forgiven: one slip leaves no doubt which is meant. */
const shortest = 7;

/** A word that has a slip that is forgiven, or is what somebody may have meant by one. */
export const forgivable = /^\p{L}{6,}$/u;

/** Whether one word is another with a letter too many, too few or wrong, or two letters swapped. */
const differsByOne = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (word: string, from: number) => word.slice(start + from);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  return (
    rest(short, 1) === rest(long, 1) ||
    (short[start] === long[start + 1] &&
      short[start + 1] === long[start] &&
      rest(short, 2) === rest(long, 2))
  );
};

/**
 * The words that somebody may have meant who typed another, with one slip.
 * @param typed a word as `folded` returns it
 * @param list of words of the site, one a line
 */
export const withOneSlip = (typed: string, list: string): string[] =>
  list.split("\n").filter((word) => {
    const meant = folded(word);
    return Math.max(typed.length, meant.length) >= shortest && differsByOne(typed, meant);
  });
