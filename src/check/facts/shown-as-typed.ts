import type { Content } from "../../parse/content.ts";
import { placeAt, warning, type Issue } from "../../parse/issue.ts";

/** Marks that are read in prose only. */
const marks = /\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]*\)|<\/?[A-Z]\w*[^>\n]*>|&(?:[a-z]+|#\d+);/gu;

/** Marks of prose in facts and front matter, which are shown as they are typed. */
export const shownAsTyped = ({ texts, values }: Content): Issue[] =>
  [...values].flatMap(([file, all]) =>
    all
      .filter(({ value }) => typeof value === "string")
      .flatMap(({ source, start }) =>
        [...source.matchAll(marks)].map(({ 0: found, index }) =>
          warning(
            file,
            placeAt(texts.get(file) ?? "", start + index),
            `${found} is shown as it is typed, since marks are read only below the second --- of a page or answer; write the words alone`,
          ),
        ),
      ),
  );
