import { distance } from "fastest-levenshtein";

/** The name in `known` spelled most like `name`, if one is similar enough. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const [best] = known
    .map((candidate) => ({
      candidate,
      far: distance(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(name.length / 2)) ? best.candidate : undefined;
};

/** The only id in `known` that starts with the words of `name`. */
const onlyIdStartingWith = (name: string, known: readonly string[]): string | undefined => {
  const matches = known.filter((id) => id.startsWith(`${name.toLowerCase()}-`));
  return matches.length === 1 ? matches[0] : undefined;
};

/** The id that somebody probably meant by `name`, if one is similar enough. */
export const meantId = (name: string, known: readonly string[]): string | undefined =>
  onlyIdStartingWith(name, known) ?? nearest(name, known);
