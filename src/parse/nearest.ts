import { distance } from "fastest-levenshtein";

/** The name among `known` that is spelt most like `name`, if one is spelt at all like it. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const [best] = known
    .map((candidate) => ({
      candidate,
      far: distance(name.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(name.length / 2)) ? best.candidate : undefined;
};

/** The only id among `known` whose first words are `name`. */
const longer = (name: string, known: readonly string[]): string | undefined => {
  const found = known.filter((id) => id.startsWith(`${name.toLowerCase()}-`));
  return found.length === 1 ? found[0] : undefined;
};

/** The id that somebody may have meant by a name, if one is like it. */
export const meantId = (name: string, known: readonly string[]): string | undefined =>
  longer(name, known) ?? nearest(name, known);
