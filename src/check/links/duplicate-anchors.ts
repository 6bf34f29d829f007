import { contentFolder } from "../../environment.ts";
import type { Content } from "../../parse/content.ts";
import { anchorsByPath, type Anchor } from "./anchors.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** Ids of questions, present and former, and ids of records have checks of their own. */
const isComparedElsewhere = (a: Anchor, b: Anchor) =>
  (a.kind === b.kind && a.kind !== "heading" && a.kind !== "component") ||
  [a, b].every(({ kind }) => kind === "question" || kind === "former");

const isSamePlace = (a: Anchor, b: Anchor) =>
  a.file === b.file && a.place.line === b.place.line && a.place.column === b.place.column;

const remedyOf = (a: Anchor, b: Anchor): string => {
  const kinds = [b.kind, a.kind];
  if (kinds.includes("heading")) return "reword the heading";
  if (kinds.includes("former")) return 'delete it from "formerly"';
  if (kinds.includes("question")) return "give the question a different name";
  return "delete one of the two";
};

const whereOf = ({ file, place: { line } }: Anchor, from: Anchor) =>
  `${file === from.file ? "" : `${contentFolder}/${file}, `}line ${String(line)}`;

/** Things on the same page with the same id: a link would lead to the first. */
export const duplicateAnchors = (content: Content): Issue[] => {
  const issues = new Map<string, Issue>();
  for (const fragments of anchorsByPath(content).values()) {
    const taken = new Map<string, Anchor>();
    for (const fragment of fragments) {
      const { id, file, place, what } = fragment;
      const other = taken.get(id);
      taken.set(id, other ?? fragment);
      if (!other || isSamePlace(fragment, other) || isComparedElsewhere(fragment, other)) continue;
      const pair = JSON.stringify([file, place, other.file, other.place]);
      if (issues.has(pair)) continue;
      const clash = `${what} is on the same page as ${other.what} (${whereOf(other, fragment)}), so "#${id}" could lead to either`;
      issues.set(pair, error(file, place, `${clash}; ${remedyOf(other, fragment)}`));
    }
  }
  return [...issues.values()];
};
