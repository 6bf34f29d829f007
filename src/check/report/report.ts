import { annotation } from "./annotations.ts";
import type { Content } from "../../parse/content.ts";
import type { Issue, Place } from "../../parse/issue.ts";
import { openPointsOf } from "../facts/open-points.ts";
import { easeScale, readingEase } from "../prose/reading-ease.ts";
import { summary } from "./summary.ts";

/** How a check is told. */
interface Options {
  /** With the notes, the reading ease of each page, and the open points. */
  readonly whole: boolean;
  /** For GitHub, which shows issues beside the lines they concern. */
  readonly annotated: boolean;
}

const line = ({ file, line, column }: Place & { file: string }, words: string) =>
  `${file}:${String(line)}:${String(column)} – ${words}`;

const section = (heading: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [heading, ...lines, ""];

/** What a check found in content that was read from `folder`, line by line; its sum comes last. */
export const report = (
  folder: string,
  content: Content,
  issues: readonly Issue[],
  { whole, annotated }: Options,
): string[] => {
  const told = (severity: Issue["severity"]) =>
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
    ...told("error"),
    ...section("Warnings, with which the site can be built:", told("warning")),
    ...(whole
      ? [
          ...section("Notes on plain language:", told("note")),
          ...section(easeScale(content), ease()),
          ...section("Facts that await confirmation:", open()),
        ]
      : []),
    ...summary(content, issues, whole),
  ];
};
