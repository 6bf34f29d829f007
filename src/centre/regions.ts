import type { Fact } from "../schemas/facts.ts";
import type { Words } from "../words/index.ts";

/**
 * A hosting region as written in a list, with its places in parentheses unless its name contains
 * them: European Union (Ireland and Germany).
 */
export const regionInWords = ({ name, places }: Fact<"regions">, { list }: Words): string => {
  const within = places.map((place) => place.name).filter((place) => !name.includes(place));
  if (within.length === 0) return name;
  return `${name} (${list(within)})`;
};
