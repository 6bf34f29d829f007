import { annotation } from "./annotations.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue, Place } from "../../parse/issue.ts";
import { openPointsOf } from "../facts/open-points.ts";
import { easeScale, readingEase } from "../prose/reading-ease.ts";
import { summary } from "./summary.ts";

/** How much a report says, and for whom. */
interface Options {
  /** Whether notes, the reading ease of each page, and open points are included. */
  readonly whole: boolean;
  /** Whether issues are written for GitHub, which shows them next to their lines. */
  readonly annotated: boolean;
}

const line = ({ file, line, column }: Place & { file: string }, words: string) =>
  `${file}:${String(line)}:${String(column)} – ${words}`;

const section = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [heading, ...lines, ""];

/** What a check found in content read from `folder`, line by line; a summary comes last. */
export const report = (
  folder: string,
  content: Content,
  issues: readonly Issue[],
  { whole, annotated }: Options,
): string[] => {
  const linesOf = (severity: Issue["severity"]) =>
    issues
      .filter((issue) => issue.severity === severity)
      .map((issue) => (annotated ? annotation(issue) : line(issue, issue.message)));
  const ease = () =>
    readingEase(content).map(
      ({ file, ease, words, sentences }) =>
        `${ease.toFixed(0).padStart(4)}  ${folder}/${file} (${String(words)} words, ${String(sentences)} ${sentences === 1 ? "sentence" : "sentences"})`,
    );
  const open = () =>
    openPointsOf(content).map((point) =>
      line({ ...point, file: `${folder}/${point.file}` }, point.question),
    );
  return [
    ...linesOf("error"),
    ...section("Warnings (the site can still be built):", linesOf("warning")),
    ...(whole
      ? [
          ...section("Notes on plain language:", linesOf("note")),
          ...section(easeScale(content), ease()),
          ...section("Facts awaiting confirmation:", open()),
        ]
      : []),
    ...summary(content, issues, whole),
  ];
};
