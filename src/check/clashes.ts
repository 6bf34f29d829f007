import { contentFolder } from "../centre/records.ts";
import type { Content } from "./content.ts";
import { fragmentsByPath, type Fragment } from "./fragments.ts";
import { error, type Issue } from "./issue.ts";

/** The ids of questions, of old and of new, are compared as such, and so are those of records. */
const isComparedElsewhere = (a: Fragment, b: Fragment) =>
  (a.kind === b.kind && a.kind !== "heading" && a.kind !== "component") ||
  [a, b].every(({ kind }) => kind === "question" || kind === "former");

const isOne = (a: Fragment, b: Fragment) =>
  a.file === b.file && a.place.line === b.place.line && a.place.column === b.place.column;

const remedyOf = (a: Fragment, b: Fragment): string => {
  const kinds = [b.kind, a.kind];
  if (kinds.includes("heading")) return "give the heading other words";
  if (kinds.includes("former")) return 'delete it from "formerly"';
  if (kinds.includes("question")) return "give the question another name";
  return "delete one of the two";
};

const whereOf = ({ file, place: { line } }: Fragment, from: Fragment) =>
  `${file === from.file ? "" : `${contentFolder}/${file}, `}line ${String(line)}`;

/** What stands on one page under one address: a link would lead to the first. */
export const clashingFragments = (content: Content): Issue[] => {
  const issues = new Map<string, Issue>();
  for (const fragments of fragmentsByPath(content).values()) {
    const taken = new Map<string, Fragment>();
    for (const fragment of fragments) {
      const { id, file, place, what } = fragment;
      const other = taken.get(id);
      taken.set(id, other ?? fragment);
      if (!other || isOne(fragment, other) || isComparedElsewhere(fragment, other)) continue;
      const pair = JSON.stringify([file, place, other.file, other.place]);
      if (issues.has(pair)) continue;
      const clash = `${what} stands on one page with ${other.what} (${whereOf(other, fragment)}), and "#${id}" could lead to either`;
      issues.set(pair, error(file, place, `${clash}; ${remedyOf(other, fragment)}`));
    }
  }
  return [...issues.values()];
};
