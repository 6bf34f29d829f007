import { isDeepStrictEqual } from "node:util";
import { dataOf, withEdit } from "../store/edit.ts";
import { lineBreakOf } from "../store/passages.ts";
import { Refusal } from "../store/refusal.ts";
import { changesOf, namesInOrder, order, orderChanged, placeOf, type Change } from "./changes.ts";
import { differencesOf, paired, textOf, withPath, type Difference } from "./difference.ts";
import { isFrame, keyOf, partsOf, type Part, type Parts } from "./parts.ts";
import { countPassages, isPassage, oneAfterTheOther, rewritten } from "./passages.ts";
import { fieldPathOf, valueUnder } from "./values.ts";

/** A record, field or passage that both sides have changed, each in its own way. */
export interface Clash {
  /** Tells it from the others of the file. */
  readonly key: string;
  /** Where it is, in titles. */
  readonly place: string;
  /** What stands there in each version; undefined where there is nothing. */
  readonly before: string | undefined;
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
  /** Whether both can stand there, one after the other. */
  readonly isJoinable: boolean;
  /** Whether other words can be written there. */
  readonly isText: boolean;
}

type Side = "before" | "mine" | "theirs";

/** What is to stand where both sides have changed something: one of the versions, both, or other words. */
export type Choice = Side | "both" | { readonly words: string };

/** Three versions of a file put together. */
export interface Merge {
  /** What only one side has changed, and is taken. */
  readonly taken: { readonly mine: readonly Change[]; readonly theirs: readonly Change[] };
  readonly clashes: readonly Clash[];
  /**
   * The text with what was taken and chosen.
   * @param choices by the keys of clashes
   * @throws {Refusal} if there is a clash without a choice, or the text would not be read as it must be
   */
  readonly text: (choices: ReadonlyMap<string, Choice>) => string;
}

type Path = readonly string[];

const isWithin = (inner: Path, outer: Path) => outer.every((step, at) => inner[at] === step);

const isShared = (one: Difference, other: Difference) =>
  isWithin(one.path, other.path) || isWithin(other.path, one.path);

const under = (parts: readonly Part[], path: Path) =>
  parts.filter((part) => isWithin(part.path, path));

const linesIn = (parts: readonly Part[]): string | undefined =>
  parts.length === 0 ? undefined : textOf(parts).trim();

/** Whether there is a comment in a part, as far as can be told without reading it. */
const hasComment = ({ text }: Part) => /^(?:[^"'\n]*[ \t])?#/m.test(text);

/** What is shown of the versions of a place: values, where these tell them apart, or else the lines. */
const shownOf = (versions: readonly (readonly Part[])[]): readonly (string | undefined)[] => {
  const there = versions.flat();
  const different = (texts: readonly string[]) => new Set(texts).size;
  const isTold =
    versions.every((parts) => parts.length < 2) &&
    /* A value does not tell the comments beside it. */
    there.every((part) => !isFrame(part) && (isPassage(part.path) || !hasComment(part))) &&
    different(there.map(({ shown }) => shown)) === different(there.map(({ text }) => text.trim()));
  return versions.map((parts) => (isTold ? parts[0]?.shown : linesIn(parts)));
};

/** Parts in which others stand in place of what is under a path. */
const withParts = (parts: readonly Part[], path: Path, taken: readonly Part[]): readonly Part[] => {
  const at = parts.findIndex((part) => isWithin(part.path, path));
  const rest = parts.filter((part) => !isWithin(part.path, path));
  return [...rest.slice(0, at), ...taken, ...rest.slice(at)];
};

/** The order of records, where both sides have changed it. */
const orderClash = (file: string, [old, own, other]: readonly [Parts, Parts, Parts]): Clash[] => {
  if (![own, other].every((now) => orderChanged(old, now)) || !orderChanged(own, other)) return [];
  const listed = (version: Parts, others: Parts) =>
    namesInOrder(version, others)
      .map((key) => version.names.get(key) ?? "")
      .join("\n");
  return [
    {
      key: order,
      place: `${placeOf(file, [], [own, other, old])}: the order`,
      before: listed(old, own),
      mine: listed(own, old),
      theirs: listed(other, old),
      isJoinable: false,
      isText: false,
    },
  ];
};

/** A text with the line ends of another, where each has one kind only. */
const withLineEndsOf = (other: string, text: string): string => {
  const isMixed = (all: string) => all.includes("\r\n") && /(?:^|[^\r])\n/.test(all);
  if (isMixed(text) || isMixed(other) || !other.includes("\n")) return text;
  return text.replaceAll(/\r?\n/g, lineBreakOf(other));
};

/**
 * Puts two versions of a file together that were both made from a third.
 * @param given what the file was, what it is with the changes made here, and what it is now
 */
export const threeWay = (file: string, ...given: readonly [string, string, string]): Merge => {
  const [, , theirs] = given;
  const [before, mine] = [withLineEndsOf(theirs, given[0]), withLineEndsOf(theirs, given[1])];
  const [old, own, other] = paired(file, [before, mine, theirs]);
  if (!old || !own || !other) throw new Error("Each version has its parts.");
  const versions = { before: old, mine: own, theirs: other };
  const texts = { before, mine, theirs };
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
  const clashAt = (path: Path): Clash[] => {
    const there = [old, own, other].map(({ parts }) => under(parts, path));
    const [, one = [], two = []] = there;
    if (linesIn(one) === linesIn(two)) return [];
    const [was, here, now] = shownOf(there);
    return [
      {
        key: keyOf(path),
        place: placeOf(file, path, [own, other, old]),
        before: was,
        mine: here,
        theirs: now,
        isJoinable: isPassage(path) && one.length > 0 && two.length > 0,
        isText:
          isPassage(path) ||
          path.length === 0 ||
          [mine, theirs].every((text) => typeof valueUnder(file, text, path) === "string"),
      },
    ];
  };
  const clashes = paths.flatMap((path) => clashAt(path).map((clash) => ({ path, clash })));
  const orders = orderClash(file, [old, own, other]);
  const isFree = ({ path }: Difference) => paths.every((taken) => !isWithin(path, taken));
  const mineTaken = ownDifferences.filter(isFree);
  const theirsTaken = otherDifferences.filter(isFree);
  const changesAt = (after: string, differences: readonly Difference[]) => {
    const keys = new Set(differences.map(({ path }) => keyOf(path)));
    if (orders.length === 0) keys.add(order);
    return changesOf({ file, before, after }).filter(({ key }) => keys.has(key));
  };

  /** What stands under the path of a clash once it is decided; words of a field are written later. */
  const decided = (parts: readonly Part[], path: Path, choice: Choice): readonly Part[] => {
    if (typeof choice === "string" && choice !== "both")
      return withPath(parts, versions[choice].parts, path);
    const [one, two] = [under(own.parts, path), under(other.parts, path)];
    const side = one.length > 0 ? own : other;
    const placed = withPath(parts, side.parts, path);
    if (choice === "both") return withParts(placed, path, oneAfterTheOther(two, one));
    if (isValue(path)) return placed;
    return withParts(placed, path, rewritten(under(side.parts, path), path, choice.words));
  };

  /** Whether a text is read as what was put together, with the values of versions at some paths. */
  const isRead = (text: string, at: readonly (readonly [Path, Side])[]): boolean =>
    (dataOf(file, text) !== undefined ||
      [mine, theirs].some((version) => dataOf(file, version) === undefined)) &&
    at.every(([path, side]) =>
      isDeepStrictEqual(valueUnder(file, text, path), valueUnder(file, texts[side], path)),
    );

  return {
    clashes: [...clashes.map(({ clash }) => clash), ...orders],
    taken: { mine: changesAt(mine, mineTaken), theirs: changesAt(theirs, theirsTaken) },
    text: (choices) => {
      const choiceOf = (key: string): Choice => {
        const choice = choices.get(key);
        if (choice === undefined) throw new Refusal("something is not chosen yet");
        return choice;
      };
      /* The order of records is that of whoever has changed it. */
      const isOwnOrder =
        orders.length > 0
          ? choiceOf(order) === "mine"
          : orderChanged(old, own) && !orderChanged(old, other);
      const [base, side, applied] = isOwnOrder
        ? ([own, "theirs", theirsTaken] as const)
        : ([other, "mine", mineTaken] as const);
      const decisions = clashes.map(({ path, clash }) => ({ path, choice: choiceOf(clash.key) }));
      let parts = base.parts;
      for (const { path } of applied) parts = withPath(parts, versions[side].parts, path);
      for (const { path, choice } of decisions) parts = decided(parts, path, choice);
      const text = textOf(parts);
      const settled = [
        ...applied.map(({ path }) => [path, side] as const),
        ...decisions.flatMap(({ path, choice }) =>
          typeof choice === "object" || choice === "both" ? [] : [[path, choice] as const],
        ),
      ];
      /* Two lists are one where both stay, words can be any number, and a whole file has no parts. */
      const isCountable = decisions.every(
        ({ path, choice }) => typeof choice === "string" && choice !== "both" && path.length > 0,
      );
      const passages = countPassages(partsOf(file, text, new Set()).parts);
      const values = settled.filter(([path]) => isValue(path));
      if (!isRead(text, values) || (isCountable && passages !== countPassages(parts)))
        throw new Refusal(
          `these versions of ${file} cannot be put together so; choose otherwise, or take one of the two whole`,
        );
      return decisions.reduce((all, { path: names, choice }) => {
        if (typeof choice === "string" || !isValue(names)) return all;
        const path = fieldPathOf(dataOf(file, all)?.value, names) ?? [];
        return withEdit(file, all, { kind: "set", path, value: choice.words });
      }, text);
    },
  };
};

/** Whether a path leads to a value of the fields. */
const isValue = (path: Path): boolean => path.length > 0 && !isPassage(path) && !isFrame({ path });
