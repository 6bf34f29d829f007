import { changesOf, orderChanged, placeOf, type Change } from "./changes.ts";
import { differencesOf, paired, textOf, withPath, type Difference } from "./difference.ts";
import { keyOf, type Part } from "./parts.ts";

/** A record or passage that both sides have changed, each in its own way. */
interface Clash {
  /** Tells it from the others of the file. */
  readonly key: string;
  /** Where it is, in titles. */
  readonly place: string;
  /** What stands there in each version; undefined where there is nothing. */
  readonly before: string | undefined;
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
}

export type Choice = "before" | "mine" | "theirs";

/** Three versions of a file put together. */
export interface Merge {
  /** What only one side has changed, and is taken. */
  readonly taken: { readonly mine: readonly Change[]; readonly theirs: readonly Change[] };
  readonly clashes: readonly Clash[];
  /**
   * The text with what was taken and chosen.
   * @param choices by the keys of clashes
   * @throws if there is a clash without a choice
   */
  readonly text: (choices: ReadonlyMap<string, Choice>) => string;
}

const isWithin = (inner: readonly string[], outer: readonly string[]) =>
  outer.every((step, at) => inner[at] === step);

const isShared = (one: Difference, other: Difference) =>
  isWithin(one.path, other.path) || isWithin(other.path, one.path);

const under = (parts: readonly Part[], path: readonly string[]) =>
  parts.filter((part) => isWithin(part.path, path));

const shown = (parts: readonly Part[]): string | undefined =>
  parts.length === 0 ? undefined : textOf(parts).trim();

/** Puts two versions of a file together that were both made from a third. */
export const threeWay = (file: string, before: string, mine: string, theirs: string): Merge => {
  const [old, own, other] = paired(file, [before, mine, theirs]);
  if (!old || !own || !other) throw new Error("Each version has its parts.");
  const ownDifferences = differencesOf(old.parts, own.parts);
  const otherDifferences = differencesOf(old.parts, other.parts);
  const clashing = ownDifferences.flatMap((one) =>
    otherDifferences
      .filter((two) => isShared(one, two))
      .map((two) => (one.path.length <= two.path.length ? one.path : two.path)),
  );
  const paths = [...new Map(clashing.map((path) => [keyOf(path), path])).values()].filter(
    (path, _, all) => all.every((wider) => wider === path || !isWithin(path, wider)),
  );
  const clashes = paths.flatMap((path): (Clash & { path: readonly string[] })[] => {
    const [was, one, two] = [old, own, other].map(({ parts }) => under(parts, path));
    if (textOf(one ?? []) === textOf(two ?? [])) return [];
    return [
      {
        path,
        key: keyOf(path),
        place: placeOf(file, path, [own, other, old]),
        before: shown(was ?? []),
        mine: shown(one ?? []),
        theirs: shown(two ?? []),
      },
    ];
  });
  const isFree = ({ path }: Difference) => paths.every((taken) => !isWithin(path, taken));
  const [mineTaken, theirsTaken] = [ownDifferences, otherDifferences].map((all) =>
    all.filter(isFree),
  );
  const keys = (differences: readonly Difference[] | undefined) =>
    new Set((differences ?? []).map(({ path }) => keyOf(path)));
  /* The order of records is that of whoever has changed it. */
  const isOwnOrder = orderChanged(old, own) && !orderChanged(old, other);
  const [base, source, applied] = isOwnOrder ? [own, other, theirsTaken] : [other, own, mineTaken];

  return {
    clashes,
    taken: {
      mine: changesOf({ file, before, after: mine }).filter(({ key }) => keys(mineTaken).has(key)),
      theirs: changesOf({ file, before, after: theirs }).filter(({ key }) =>
        keys(theirsTaken).has(key),
      ),
    },
    text: (choices) => {
      const versions = { before: old, mine: own, theirs: other };
      let parts = base.parts;
      for (const { path } of applied ?? []) parts = withPath(parts, source.parts, path);
      for (const { path, key } of clashes) {
        const choice = choices.get(key);
        if (choice === undefined) throw new Error("Each clash needs a choice.");
        parts = withPath(parts, versions[choice].parts, path);
      }
      return textOf(parts);
    },
  };
};
