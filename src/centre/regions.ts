import type { Fact } from "../schemas/facts.ts";

/**
 * A hosting region as it stands in a list, its places in brackets where they say more than its
 * name: European Union (Ireland and Germany).
 */
export const regionInWords = ({ name, places }: Fact<"regions">, language: string): string => {
  const within = places.map((place) => place.name).filter((place) => !name.includes(place));
  if (within.length === 0) return name;
  return `${name} (${new Intl.ListFormat(language).format(within)})`;
};
