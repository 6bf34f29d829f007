import { splitAddress, pathOfFile } from "../../centre/addresses.ts";
import { isRecord } from "../../schemas/introspection.ts";
import { dataOf, withEdit } from "../store/edit.ts";

/* What keeps an address that something had: `formerly`, and `formerIds` for what stands on a page. */

const fieldsOf = (file: string, text: string): Readonly<Record<string, unknown>> => {
  const value = dataOf(file, text)?.value;
  return isRecord(value) ? value : {};
};

/** The ids that a page or question had. */
export const formerlyOf = (file: string, text: string): readonly unknown[] => {
  const { formerly } = fieldsOf(file, text);
  return Array.isArray(formerly) ? formerly : [];
};

/** A page or question that had an id, and has one now that it may have had before. */
export const withFormer = (file: string, text: string, old: string, now: string): string => {
  const before = formerlyOf(file, text);
  const added = before.includes(old)
    ? text
    : withEdit(file, text, { kind: "insert", path: ["formerly", before.length], value: old });
  const at = formerlyOf(file, added).indexOf(now);
  return at === -1 ? added : withEdit(file, added, { kind: "remove", path: ["formerly", at] });
};

/**
 * A page on which something had an id and has another now: what was led to the old one before is led
 * to the new one too.
 * @param isKept whether the old one itself is led on
 */
export const withFormerId = (
  file: string,
  text: string,
  old: string,
  now: string,
  isKept: boolean,
): string => {
  const { formerIds } = fieldsOf(file, text);
  if (!isRecord(formerIds))
    return isKept
      ? withEdit(file, text, { kind: "set", path: ["formerIds"], value: { [old]: now } })
      : text;
  const led = Object.keys(formerIds).filter((key) => formerIds[key] === old && key !== now);
  const set = [...led, ...(isKept ? [old] : [])].reduce(
    (before, key) => withEdit(file, before, { kind: "set", path: ["formerIds", key], value: now }),
    text,
  );
  return formerIds[now] === undefined
    ? set
    : withEdit(file, set, { kind: "remove", path: ["formerIds", now] });
};

/** The file of the page that has a path; undefined for what has no file of its own. */
export const fileOfPath = (files: Iterable<string>, path: string): string | undefined =>
  [...files].find(
    (file) => /^(?:pages|statements)\//.test(file) && pathOfFile(file) === splitAddress(path)[0],
  );
