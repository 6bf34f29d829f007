import { diffArrays } from "diff";
import { headOf, wordsIn, wordsOfBlock, type Block, type Run } from "./blocks.ts";

/** Words that are in both texts, or in one of the two. */
export interface Piece extends Run {
  readonly change: "kept" | "added" | "removed";
}

/** What became of a block. One that changed has its cells in pieces of both texts. */
export type Change =
  | { readonly type: "kept" | "moved" | "added" | "removed"; readonly block: Block }
  | {
      readonly type: "changed";
      readonly block: Block;
      readonly before: Block;
      readonly cells: readonly (readonly Piece[])[];
      /** The names of the columns of the cells, in words. */
      readonly columns: readonly string[];
      /** Whether it stands elsewhere, too. */
      readonly isMoved: boolean;
    };

/** Words, numbers with their separators, spaces, and all else sign by sign. */
const token =
  /\d+(?:[.,]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu;

const tokensOf = (text: string): string[] => text.match(token) ?? [];

/** The most words that may come and go before two texts are told as one in place of the other. */
const mostEdits = 600;

const keyOf = ({ text, marks }: Run): string =>
  marks.length === 0 ? text : `${text}\0${JSON.stringify(marks)}`;

const isMarkedAlike = (one: Run, other: Run) =>
  keyOf({ text: "", marks: one.marks }) === keyOf({ text: "", marks: other.marks });

const inTokens = (runs: readonly Run[]): Run[] =>
  runs.flatMap(({ text, marks }) => tokensOf(text).map((word) => ({ text: word, marks })));

const isBlank = (pieces: readonly Piece[]) => pieces.every(({ text }) => text.trim() === "");

const as = (pieces: readonly Piece[], change: Piece["change"]) =>
  pieces
    .filter((piece) => piece.change === "kept" || piece.change === change)
    .map((piece) => ({ ...piece, change }));

/** A stretch of changes as one in place of the other, where each side has words. */
const replaced = (stretch: readonly Piece[]): readonly Piece[] => {
  const [removed, added] = [as(stretch, "removed"), as(stretch, "added")];
  return isBlank(removed) || isBlank(added) ? stretch : [...removed, ...added];
};

/**
 * Changes that only spaces part, as one: a phrase in place of another reads better than word by word.
 */
const joinedAcrossSpaces = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = [];
  let stretch: Piece[] = [];
  let spaces: Piece[] = [];
  const end = () => {
    joined.push(...replaced(stretch), ...spaces);
    stretch = [];
    spaces = [];
  };
  for (const piece of pieces) {
    if (piece.change !== "kept") {
      stretch.push(...spaces, piece);
      spaces = [];
    } else if (stretch.length > 0 && isBlank([piece])) spaces.push(piece);
    else {
      end();
      joined.push(piece);
    }
  }
  end();
  return joined;
};

/** Neighbors that changed and are marked up alike, as one. */
const merged = (pieces: readonly Piece[]): Piece[] => {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.change === piece.change && isMarkedAlike(last, piece))
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
};

/** The difference of two runs of words, word by word. */
const wordDifference = (before: readonly Run[], after: readonly Run[]): Piece[] => {
  const all = (runs: readonly Run[], change: Piece["change"]) =>
    runs.map((run) => ({ ...run, change }));
  const earlier = inTokens(before);
  const later = inTokens(after);
  const parts = diffArrays(earlier.map(keyOf), later.map(keyOf), { maxEditLength: mostEdits });
  if (!parts) return [...all(before, "removed"), ...all(after, "added")];
  let [one, other] = [0, 0];
  const pieces = parts.flatMap(({ count, added, removed }) => {
    if (removed) return all(earlier.slice(one, (one += count)), "removed");
    if (!added) one += count;
    return all(later.slice(other, (other += count)), added ? "added" : "kept");
  });
  return merged(joinedAcrossSpaces(pieces));
};

/** Positions of a block before and after. */
type Pair = readonly [before: number, after: number];

/**
 * The blocks that are in both texts (P. Heckel, “A technique for isolating differences between files”,
 * 1978): those that each text has once, then the like beside them, then the rest in order.
 */
const sameBlocks = (before: readonly Block[], after: readonly Block[]): Pair[] => {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (one: number, other: number) => {
    partners.set(one, other);
    taken.add(other);
  };
  const positions = (blocks: readonly Block[]) =>
    Map.groupBy(blocks.keys(), (at) => blocks[at]?.key);
  const earlier = positions(before);
  const later = positions(after);
  for (const [key, [one, ...more]] of earlier) {
    const [other, ...others] = later.get(key) ?? [];
    if (one !== undefined && other !== undefined && more.length + others.length === 0)
      pair(one, other);
  }
  const pairNeighbor = (at: number, step: 1 | -1) => {
    const other = partners.get(at - step);
    if (other === undefined || partners.has(at) || taken.has(other + step)) return;
    if (before[at] && before[at].key === after[other + step]?.key) pair(at, other + step);
  };
  for (const at of before.keys()) pairNeighbor(at, 1);
  for (const at of [...before.keys()].reverse()) pairNeighbor(at, -1);
  for (const [key, ones] of earlier) {
    const free = (later.get(key) ?? []).filter((at) => !taken.has(at));
    ones
      .filter((at) => !partners.has(at))
      .slice(0, free.length)
      .forEach((at, index) => {
        pair(at, free[index] ?? at);
      });
  }
  return [...partners].sort(([one], [other]) => one - other);
};

/** The longest run of pairs that are in the same order in both texts; the others have moved. */
const inOrder = (pairs: readonly Pair[]): Pair[] => {
  /** The pair that ends the best run of each length, and the pair before each. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  pairs.forEach(([, after], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1];
    ends[low] = at;
  });
  const run: Pair[] = [];
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) {
    const pair = pairs[at];
    if (pair) run.unshift(pair);
  }
  return run;
};

const wordsByBlock = new WeakMap<Block, ReadonlySet<string>>();

const wordsOf = (block: Block): ReadonlySet<string> => {
  const known = wordsByBlock.get(block);
  if (known) return known;
  const words = new Set(tokensOf(wordsOfBlock(block)).filter((word) => /[\p{L}\p{N}]/u.test(word)));
  wordsByBlock.set(block, words);
  return words;
};

/** How much two blocks have in common, from 0 to 1 (Dice). A row is known by what heads it. */
const likeness = (one: Block, other: Block): number => {
  if (one.kind !== other.kind) return 0;
  if (one.kind === "row" && headOf(one) !== "" && headOf(one) === headOf(other)) return 1;
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const size = mine.size + theirs.size;
  return size === 0 ? 0 : (2 * mine.intersection(theirs).size) / size;
};

/** How much two blocks must have in common to be one that has changed. */
const leastLikeness = 0.5;
/** The most blocks in one place that are compared with each other, before and after multiplied. */
const mostComparisons = 40_000;

/** Whether all that changed in a place is what its heading is called. */
const isRenamed = (
  before: readonly Block[],
  after: readonly Block[],
  [one = -1, ...less]: readonly number[],
  [other = -1, ...more]: readonly number[],
): boolean => {
  const [earlier, later] = [before[one], after[other]];
  return (
    less.length + more.length === 0 &&
    earlier?.kind === "heading" &&
    later?.kind === "heading" &&
    earlier.depth === later.depth
  );
};

/** Pairs of blocks that are like each other, in one place of both texts and in the same order. */
const alikeInPlace = (
  before: readonly Block[],
  after: readonly Block[],
  removed: readonly number[],
  added: readonly number[],
): Pair[] => {
  if (isRenamed(before, after, removed, added)) return [[removed[0] ?? 0, added[0] ?? 0]];
  const isAlike = (one: number, other: number) => {
    const [earlier, later] = [before[one], after[other]];
    return (
      earlier !== undefined && later !== undefined && likeness(earlier, later) >= leastLikeness
    );
  };
  const parts = diffArrays([...removed], [...added], {
    comparator: isAlike,
    maxEditLength: 200,
  });
  let one = 0;
  let other = 0;
  return (parts ?? []).flatMap((part): Pair[] => {
    const { count } = part;
    if (part.removed) one += count;
    else if (part.added) other += count;
    else {
      const pairs = Array.from({ length: count }, (_, at): Pair => [
        removed[one + at] ?? 0,
        added[other + at] ?? 0,
      ]);
      one += count;
      other += count;
      return pairs;
    }
    return [];
  });
};

/** Pairs of blocks that are like each other, wherever they stand: the most alike first. */
const alikeElsewhere = (
  before: readonly Block[],
  after: readonly Block[],
  removed: readonly number[],
  added: readonly number[],
): Pair[] => {
  if (removed.length * added.length > mostComparisons) return [];
  const candidates = removed.flatMap((one) =>
    added.flatMap((other) => {
      const [earlier, later] = [before[one], after[other]];
      const alike = earlier && later ? likeness(earlier, later) : 0;
      return alike > leastLikeness ? [{ one, other, alike }] : [];
    }),
  );
  const [ones, others] = [new Set<number>(), new Set<number>()];
  return candidates
    .sort((a, b) => b.alike - a.alike)
    .flatMap(({ one, other }): Pair[] => {
      if (ones.has(one) || others.has(other)) return [];
      ones.add(one);
      others.add(other);
      return [[one, other]];
    });
};

/** The positions that lie between those given, in stretches: before the first, and after each. */
const gaps = (length: number, taken: readonly number[]): number[][] =>
  [-1, ...taken].map((from, at) =>
    Array.from({ length: (taken[at] ?? length) - from - 1 }, (_, step) => from + 1 + step),
  );

/** The names of the columns of a block's cells, in words. */
const columnsOf = ({ kind, cells, columns }: Block): string[] =>
  cells.map((cell, at) => (kind === "columns" ? wordsIn(cell) : (columns[at] ?? "")));

/**
 * Where the columns of a table were and are: in their later order, and then those that are gone. They
 * are known by their names; as many as have others stand for each other, in their order.
 */
const columnPairs = (
  earlier: readonly string[],
  later: readonly string[],
): (readonly [before: number | undefined, after: number | undefined])[] => {
  const free = new Set(earlier.keys());
  const known = later.map((name) => {
    const at = earlier.findIndex((own, index) => own === name && free.has(index));
    return free.delete(at) ? at : undefined;
  });
  const unknown = known.filter((at) => at === undefined).length;
  const renamed = unknown === free.size ? [...free] : [];
  return [
    ...known.map((at, index) => [at ?? renamed.shift(), index] as const),
    ...(unknown === free.size ? [] : [...free].map((at) => [at, undefined] as const)),
  ];
};

const changed = (before: Block, after: Block, isMoved: boolean): Change => {
  const [earlier, later] = [columnsOf(before), columnsOf(after)];
  const pairs = columnPairs(earlier, later);
  const cells = pairs.map(([one, other]) =>
    wordDifference(before.cells[one ?? -1] ?? [], after.cells[other ?? -1] ?? []),
  );
  const isKept = cells.every((pieces) => pieces.every(({ change }) => change === "kept"));
  /* A row says the same in whichever order its columns are; that of their names tells it. */
  if (after.kind === "row" && isKept) return { type: isMoved ? "moved" : "kept", block: after };
  return {
    ...{ type: "changed", block: after, before, isMoved, cells },
    columns: pairs.map(([one, other]) => later[other ?? -1] ?? earlier[one ?? -1] ?? ""),
  };
};

/**
 * What became of each block of a text, in the order of the later one: what was removed stands where
 * it was. A block that stands elsewhere has moved; it is not removed and added.
 */
export const difference = (before: readonly Block[], after: readonly Block[]): Change[] => {
  const same = sameBlocks(before, after);
  const kept = inOrder(same);
  const keptAt = new Set(kept.map(([, at]) => at));
  const moved = same.filter(([, at]) => !keptAt.has(at));
  const movedFrom = new Set(moved.map(([at]) => at));
  const movedTo = new Set(moved.map(([, at]) => at));
  const removedIn = gaps(
    before.length,
    kept.map(([at]) => at),
  ).map((gap) => gap.filter((at) => !movedFrom.has(at)));
  const addedIn = gaps(
    after.length,
    kept.map(([, at]) => at),
  ).map((gap) => gap.filter((at) => !movedTo.has(at)));
  const inPlace = removedIn.flatMap((gap, at) =>
    alikeInPlace(before, after, gap, addedIn[at] ?? []),
  );
  const paired = [
    new Set(inPlace.map(([at]) => at)),
    new Set(inPlace.map(([, at]) => at)),
  ] as const;
  const elsewhere = alikeElsewhere(
    before,
    after,
    removedIn.flat().filter((at) => !paired[0].has(at)),
    addedIn.flat().filter((at) => !paired[1].has(at)),
  );
  const partners = new Map([...inPlace, ...elsewhere].map(([one, other]) => [other, one]));
  const gone = new Set([...inPlace, ...elsewhere].map(([one]) => one));
  const movedElsewhere = new Set(elsewhere.map(([, at]) => at));

  const here = (at: number): Change[] => {
    const block = after[at];
    if (!block) return [];
    const earlier = before[partners.get(at) ?? -1];
    if (earlier) return [changed(earlier, block, movedElsewhere.has(at))];
    return [{ type: movedTo.has(at) ? "moved" : "added", block }];
  };
  const gapsAfter = gaps(
    after.length,
    kept.map(([, at]) => at),
  );
  return gapsAfter.flatMap((gap, index) => {
    const last = kept[index - 1];
    const block = last && after[last[1]];
    return [
      ...(block ? [{ type: "kept" as const, block }] : []),
      ...inPlaceOf(removedIn[index] ?? [], gap, partners, gone, before, here),
    ];
  });
};

/** The changes between two blocks that were kept: what was removed stands before what follows it. */
const inPlaceOf = (
  removed: readonly number[],
  gap: readonly number[],
  partners: ReadonlyMap<number, number>,
  gone: ReadonlySet<number>,
  before: readonly Block[],
  here: (at: number) => Change[],
): Change[] => {
  const waiting = [...removed];
  const until = (end: number): Change[] => {
    const changes: Change[] = [];
    while (waiting[0] !== undefined && waiting[0] < end) {
      const at = waiting.shift() ?? end;
      const block = before[at];
      if (block && !gone.has(at)) changes.push({ type: "removed", block });
    }
    return changes;
  };
  return [
    ...gap.flatMap((at) => {
      const partner = partners.get(at);
      const isHere = partner !== undefined && removed.includes(partner);
      return [...(isHere ? until(partner) : []), ...here(at)];
    }),
    ...until(Infinity),
  ];
};
