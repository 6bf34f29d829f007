import { diffArrays } from "diff";
import { keyOf, partsOf, passage, type Part, type Parts } from "./parts.ts";

/** Lists without ids that have not the same length in all versions: their entries have no names. */
const uneven = (versions: readonly Parts[]): ReadonlySet<string> => {
  const keys = new Set(versions.flatMap(({ lengths }) => [...lengths.keys()]));
  return new Set(
    [...keys].filter((key) => new Set(versions.map(({ lengths }) => lengths.get(key))).size > 1),
  );
};

const isPassage = ({ path }: Part) => path[0] === passage;

/** Whether two passages are likely the same one, before and after somebody has worked on it. */
const isRelated = (one: string, other: string): boolean => {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [left, right] = [words(one), words(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared * 3 >= Math.max(left.size, right.size);
};

/**
 * The parts of a later version with its passages numbered as those of an earlier one that they were
 * made from; new ones are named for the one that they follow.
 */
const numbered = (before: readonly Part[], after: readonly Part[]): readonly Part[] => {
  const old = before.filter(isPassage);
  const paths: string[][] = [];
  let at = 0;
  let removed: Part[] = [];
  const isSame = (one: Part, other: Part) => one.shown === other.shown;
  for (const change of diffArrays(old, after.filter(isPassage), { comparator: isSame })) {
    if (change.removed) {
      removed.push(...change.value);
      continue;
    }
    if (change.added) {
      let added = 0;
      /* As many in place of as many: the last that is left is the same, however little of it is. */
      const isEven = removed.length === change.value.length;
      for (const [step, { shown }] of change.value.entries()) {
        const isLast = isEven && removed.length === 1 && step === change.value.length - 1;
        const match = removed.findIndex((part) => isLast || isRelated(part.shown, shown));
        if (match !== -1) {
          at += match + 1;
          removed = removed.slice(match + 1);
          paths.push([passage, String(at - 1)]);
          added = 0;
        } else {
          added += 1;
          paths.push([passage, `${String(at - 1)}+${String(added)}`]);
        }
      }
      continue;
    }
    at += removed.length;
    removed = [];
    paths.push(...Array.from(change.value, (_, step) => [passage, String(at + step)]));
    at += change.value.length;
  }
  return after.map((part) =>
    isPassage(part) ? { ...part, path: paths.shift() ?? part.path } : part,
  );
};

/** Versions of a file in parts, all named as in the first. */
export const paired = (file: string, texts: readonly string[]): readonly Parts[] => {
  const read = (whole: ReadonlySet<string>) => texts.map((text) => partsOf(file, text, whole));
  let versions = read(new Set());
  const whole = new Set<string>();
  for (;;) {
    const more = [...uneven(versions)].filter((key) => !whole.has(key));
    if (more.length === 0) break;
    for (const key of more) whole.add(key);
    versions = read(whole);
  }
  /* A version that cannot be read is one part, and so are then all others. */
  const isWhole = ({ parts: [first] }: Parts) => first?.path.length === 0;
  if (versions.some(isWhole) && !versions.every(isWhole))
    versions = texts.map((text) => ({
      parts: [{ path: [], text, shown: text }],
      names: new Map(),
      lengths: new Map(),
    }));
  const [first] = versions;
  return versions.map((version, at) =>
    at === 0 || !first ? version : { ...version, parts: numbered(first.parts, version.parts) },
  );
};

/** A difference of two versions of a file: a field, a passage, or all that stands under a path. */
export interface Difference {
  readonly path: readonly string[];
  readonly before: readonly Part[];
  readonly after: readonly Part[];
}

const isUnder = (path: readonly string[]) => (part: Part) =>
  path.every((step, at) => part.path[at] === step);

/** The paths that lead to a part, and those on the way there. */
interface Ways {
  readonly ends: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

const waysOf = (parts: readonly Part[]): Ways => ({
  ends: new Set(parts.map(({ path }) => keyOf(path))),
  all: new Set(parts.flatMap(({ path }) => path.map((_, at) => keyOf(path.slice(0, at + 1))))),
});

/** The start of a path up to where another version has nothing, or no more below. */
const comparable = (path: readonly string[], { ends, all }: Ways): readonly string[] => {
  const isLast = (key: string) => ends.has(key) || !all.has(key);
  const at = path.findIndex((_, at) => isLast(keyOf(path.slice(0, at + 1))));
  return at === -1 ? path : path.slice(0, at + 1);
};

/** Where two versions of a file differ, in the order of the later one. */
export const differencesOf = (
  before: readonly Part[],
  after: readonly Part[],
): readonly Difference[] => {
  const [old, now] = [waysOf(before), waysOf(after)];
  const [oldTexts, texts] = [before, after].map(
    (parts) => new Map(parts.map(({ path, text }) => [keyOf(path), text])),
  );
  const isSame = ({ path }: Part) => oldTexts?.get(keyOf(path)) === texts?.get(keyOf(path));
  const paths = new Map(
    [
      ...after.filter((part) => !isSame(part)).map(({ path }) => comparable(path, old)),
      ...before.filter((part) => !isSame(part)).map(({ path }) => comparable(path, now)),
    ].map((path) => [keyOf(path), path]),
  );
  return [...paths.values()].flatMap((path): Difference[] => {
    const under = isUnder(path);
    const difference = { path, before: before.filter(under), after: after.filter(under) };
    return textOf(difference.before) === textOf(difference.after) ? [] : [difference];
  });
};

/** Texts one after the other, each on lines of its own. */
const joined = (texts: readonly string[]): string =>
  texts.reduce((all, text) => {
    const lineBreak = all.includes("\r\n") ? "\r\n" : "\n";
    return all === "" || text === "" || all.endsWith("\n") ? all + text : all + lineBreak + text;
  }, "");

/** The text that parts make up. */
export const textOf = (parts: readonly Part[]): string => joined(parts.map(({ text }) => text));

/** Where in some parts others belong that stand elsewhere behind a part. */
const placeFor = (
  parts: readonly Part[],
  source: readonly Part[],
  path: readonly string[],
): number => {
  const parent = path.slice(0, -1);
  const start = source.findIndex(isUnder(path));
  for (let at = start - 1; at >= 0; at -= 1) {
    const other = source[at]?.path ?? [];
    if (!parent.every((step, depth) => other[depth] === step)) break;
    const found = parts.findLastIndex(isUnder(other.slice(0, path.length)));
    if (found !== -1) return found + 1;
  }
  return Math.max(0, parts.findIndex(isUnder(parent)));
};

/** Parts in which what stands under a path is as in another version. */
export const withPath = (
  parts: readonly Part[],
  source: readonly Part[],
  path: readonly string[],
): readonly Part[] => {
  const under = isUnder(path);
  const taken = source.filter(under);
  const rest = parts.filter((part) => !under(part));
  const at = parts.findIndex(under);
  const place = at === -1 && taken.length > 0 ? placeFor(rest, source, path) : at;
  return [...rest.slice(0, place), ...taken, ...rest.slice(place)];
};
