import { differencesOf, paired, textOf, withPath, type Difference } from "./difference.ts";
import { headingAbove, isFrame, keyOf, passage, type Part, type Parts } from "./parts.ts";

/** What has changed at one place of the content, in the words of those who read it. */
export interface Change {
  /** The file, from the content folder. */
  readonly file: string;
  /** Tells it from the other changes of its file. */
  readonly key: string;
  /** What has changed: Retention: Canceled Paid Accounts: afterDays 90 → 60. */
  readonly sentence: string;
  /** What stood there; undefined where nothing did. */
  readonly before: string | undefined;
  /** What stands there now; undefined where nothing does. */
  readonly after: string | undefined;
}

/** A file in two versions; undefined where there is none. */
export interface Versions {
  readonly file: string;
  /** The file that the earlier one was, where it has moved. */
  readonly from?: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What files of a folder are. */
const kinds: Readonly<Record<string, string>> = {
  pages: "The page",
  faq: "The question",
  statements: "The statement",
  lists: "The list",
};

const capitalized = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What a file is called: by its title or question or, where it has none, by its name. */
const titleOf = (file: string, ...versions: readonly (Parts | undefined)[]): string => {
  for (const version of versions)
    for (const name of ["question", "title"]) {
      const found = version?.parts.find(
        ({ path: [first, ...rest] }) => first === name && rest.length === 0,
      );
      if (found && found.shown !== "") return found.shown;
    }
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  return capitalized(name.replaceAll("-", " "));
};

/** Longer values are not told in the sentence, but below it. */
const longest = 32;

const isShort = (words: string) => words.length <= longest && !/[\r\n]/.test(words);

const shownOf = (parts: readonly Part[]): string =>
  parts.length === 1 && parts[0] ? parts[0].shown : textOf(parts).trim();

/** The name of the record that a path leads into, and the rest of the path. */
const recordOf = (
  path: readonly string[],
  versions: readonly Parts[],
): { names: readonly string[]; field: readonly string[] } => {
  const names: string[] = [];
  let from = 0;
  path.forEach((_, at) => {
    const key = keyOf(path.slice(0, at + 1));
    const name = versions.map(({ names }) => names.get(key)).find((found) => found !== undefined);
    if (name === undefined) return;
    names.push(name);
    from = at + 1;
  });
  /* The list of the records of a file needs no name of its own. */
  return { names, field: path.slice(from).filter((step) => step !== "records") };
};

/** A field as it is named in the file, with the position of an entry where there are several. */
const fieldName = (field: readonly string[], isAlone: boolean): string => {
  const steps = isAlone ? field.filter((step) => !/^\d+$/.test(step)) : field;
  return isAlone ? (steps.at(-1) ?? "") : steps.join(" ");
};

const verb = (before: readonly Part[], after: readonly Part[]): string =>
  before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed";

/** Whether a list without ids that a path leads through has one entry. */
const isAlone = (path: readonly string[], versions: readonly Parts[]): boolean =>
  path.every((_, at) =>
    versions.every(({ lengths }) => (lengths.get(keyOf(path.slice(0, at))) ?? 1) === 1),
  );

/** Where something is: the title of its file, the name of its record or the heading above, and its field. */
export const placeOf = (
  file: string,
  path: readonly string[],
  versions: readonly Parts[],
): string => {
  const title = titleOf(file, ...versions);
  if (path.length === 0) return title;
  if (isFrame({ path })) return `${title}: comments or empty lines`;
  if (path[0] === passage) {
    for (const { parts } of versions) {
      const at = parts.findIndex((part) => keyOf(part.path) === keyOf(path));
      const heading = at === -1 ? undefined : headingAbove(file, parts, at);
      const isHeading = /^#{1,6}\s/.test(parts[at]?.shown ?? "");
      if (isHeading) return `${title}: the heading “${heading ?? ""}”`;
      if (at !== -1)
        return `${title}${heading === undefined ? "" : `, under “${heading}”`}: passage`;
    }
  }
  const { names, field } = recordOf(path, versions);
  const name = fieldName(field, isAlone(path, versions));
  return [title, ...names, ...(name === "" ? [] : [name])].join(": ");
};

const sentenceOf = (
  file: string,
  { path, before, after }: Difference,
  [old, now]: readonly [Parts, Parts],
): string => {
  const what = verb(before, after);
  const [shownBefore, shownAfter] = [shownOf(before), shownOf(after)];
  if ([...before, ...after].every(isFrame) || shownBefore === shownAfter)
    return `${titleOf(file, now, old)}: comments or empty lines changed`;
  const place = placeOf(file, path, after.length > 0 ? [now, old] : [old, now]);
  const isField = path.length > 0 && path[0] !== passage;
  if (!isField || recordOf(path, [now, old]).field.length === 0) return `${place} ${what}`;
  if (before.length === 0 || after.length === 0) {
    const value = shownBefore + shownAfter;
    return `${place} ${what}${isShort(value) && value !== "" ? `: ${value}` : ""}`;
  }
  return isShort(shownBefore) && isShort(shownAfter)
    ? `${place} ${shownBefore} → ${shownAfter}`
    : `${place} ${what}`;
};

/** The key of the change that is the order of records alone. */
export const order = "\u0001order";

/** The keys of the records of a version that another one has as well, in their order. */
export const namesInOrder = ({ names }: Parts, others: Parts): readonly string[] =>
  [...names.keys()].filter((key) => others.names.has(key));

/** Whether the records that two versions share stand in another order. */
export const orderChanged = (before: Parts, after: Parts): boolean => {
  const now = namesInOrder(after, before);
  return namesInOrder(before, after).some((key, at) => key !== now[at]);
};

const orderChange = (file: string, [before, after]: readonly [Parts, Parts]): Change[] => {
  if (!orderChanged(before, after)) return [];
  const [old, now] = [namesInOrder(before, after), namesInOrder(after, before)];
  const list = ({ names }: Parts, keys: readonly string[]) =>
    keys.map((key) => names.get(key) ?? "").join("\n");
  return [
    {
      file,
      key: order,
      sentence: `${titleOf(file, after)}: the order changed`,
      before: list(before, old),
      after: list(after, now),
    },
  ];
};

const inParts = (file: string, before: string, after: string): [Parts, Parts] => {
  const [old, now] = paired(file, [before, after]);
  if (!old || !now) throw new Error("Each version has its parts.");
  return [old, now];
};

/** The key of the change that is the move of a file. */
export const move = "\u0001move";

const kindOf = (file: string) => kinds[file.slice(0, file.indexOf("/"))] ?? "The file";

const moveOf = ({ file, from, after = "" }: Versions): Change[] =>
  from === undefined
    ? []
    : [
        {
          ...{ file, key: move, before: undefined, after: undefined },
          sentence: `${kindOf(from)} “${titleOf(file, ...paired(file, [after]))}” moved from ${from} to ${file}`,
        },
      ];

/** What has changed from one version of a file to another, one place after the other. */
export const changesOf = (changed: Versions): readonly Change[] => {
  const { file, before, after } = changed;
  if (before === after) return moveOf(changed);
  if (before === undefined || after === undefined) {
    const text = before ?? after ?? "";
    const [parts] = paired(file, [text]);
    return [
      {
        ...{ file, key: "", before, after },
        sentence: `${kindOf(file)} “${titleOf(file, parts)}” was ${before === undefined ? "added" : "removed"}`,
      },
    ];
  }
  const versions = inParts(file, before, after);
  const [old, now] = versions;
  return [
    ...moveOf(changed),
    ...differencesOf(old.parts, now.parts).map((difference) => ({
      file,
      key: keyOf(difference.path),
      sentence: sentenceOf(file, difference, versions),
      before: difference.before.length === 0 ? undefined : shownOf(difference.before),
      after: difference.after.length === 0 ? undefined : shownOf(difference.after),
    })),
    ...orderChange(file, versions),
  ];
};

/** The later version with its records in the order of the earlier one. */
const inOldOrder = ([before, after]: readonly [Parts, Parts]): string => {
  const depth = 1 + ([...after.names.keys()][0]?.split("\u0000").length ?? 1) - 1;
  const recordAt = ({ path }: Part) => keyOf(path.slice(0, depth));
  const shared = namesInOrder(before, after).filter((key) => key.split("\u0000").length === depth);
  const places = namesInOrder(after, before).filter((key) => shared.includes(key));
  const order = new Map(places.map((key, at) => [key, shared[at] ?? key]));
  const done = new Set<string>();
  return textOf(
    after.parts.flatMap((part) => {
      const place = recordAt(part);
      const record = order.get(place);
      if (record === undefined) return [part];
      if (done.has(place)) return [];
      done.add(place);
      return after.parts.filter((other) => recordAt(other) === record);
    }),
  );
};

/**
 * The later version of a file without one of its changes.
 * @returns the text; null where the file is to be deleted; undefined if the change cannot be undone
 *   by itself, because others build on it, or is not there any more
 */
export const undone = (
  { file, before, after }: Versions,
  key: string,
): string | null | undefined => {
  if (before === undefined || after === undefined)
    return key === "" && before !== after ? (before ?? null) : undefined;
  const versions = inParts(file, before, after);
  const [old, now] = versions;
  const differences = differencesOf(old.parts, now.parts);
  const difference = differences.find(({ path }) => keyOf(path) === key);
  if (!difference && key !== order) return undefined;
  const text = difference
    ? textOf(withPath(now.parts, old.parts, difference.path))
    : inOldOrder(versions);
  const left = changesOf({ file, before, after: text }).map((change) => change.key);
  const expected = changesOf({ file, before, after }).map((change) => change.key);
  const isRight = left.every((other) => other !== key && expected.includes(other));
  return isRight ? text : undefined;
};
