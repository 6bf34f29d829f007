import { element } from "../../components/element.ts";
import type { Conflict } from "../../parse/conflicts.ts";
import type { Clash } from "../changes/three-way.ts";
import { differenceOf, textBlock } from "../editor/difference-block.ts";
import type { Place } from "./place.ts";

const inWords = (words: string) => element("p", "", words);

/** A version beside what was there before it, where anything was. */
const versionOf = (name: string, before: string | undefined, after: string | undefined) => {
  if (after === undefined || after === "") return inWords("Nothing: it was taken out.");
  return before === undefined ? textBlock(name, after) : differenceOf(name, before, after);
};

/** A place that was changed in the file, and here in another way. */
export const placeOfClash = (clash: Clash): Place => {
  const { key, place: title, before, mine, theirs, isJoinable, isText } = clash;
  return {
    key,
    title,
    versions: [
      {
        name: "Before",
        shown:
          before === undefined
            ? inWords("Nothing stood here.")
            : textBlock(`Before: ${title}`, before),
      },
      { name: "In the file now", shown: versionOf(`In the file now: ${title}`, before, theirs) },
      { name: "Yours", shown: versionOf(`Yours: ${title}`, before, mine) },
    ],
    options: [
      { choice: "theirs", label: "What is in the file now" },
      { choice: "mine", label: "Yours" },
      ...(isJoinable
        ? [{ choice: "both", label: "Both: that in the file first, then yours" }]
        : []),
      ...(before === undefined ? [] : [{ choice: "before", label: "As it was before" }]),
    ],
    words: isText ? (mine ?? theirs ?? "") : undefined,
    of: JSON.stringify([before, theirs, mine]),
  };
};

/** A place where Git has left two versions between its marks. */
export const placeOfConflict = (
  { first, second, before, names }: Conflict,
  at: number,
  line: number,
): Place => {
  const title = `Place ${String(at + 1)}, from line ${String(line)}`;
  const named = (words: string, name: string) =>
    name === "" ? words : `${words}, which Git calls “${name}”`;
  const [one, two] = [
    named("The first version", names[0]),
    named("The second version", names[1]),
  ] as const;
  return {
    key: String(at),
    title,
    versions: [
      ...(before === undefined
        ? []
        : [{ name: "Before", shown: textBlock(`Before: ${title}`, before) }]),
      { name: one, shown: versionOf(`The first version: ${title}`, before, first) },
      { name: two, shown: versionOf(`The second version: ${title}`, before ?? first, second) },
    ],
    options: [
      { choice: "first", label: one },
      { choice: "second", label: two },
      { choice: "both", label: "Both: the first, then the second" },
      ...(before === undefined ? [] : [{ choice: "before", label: "As it was before" }]),
    ],
    words: first || second,
    of: JSON.stringify([before, first, second]),
  };
};
