import type { Content } from "../../parse/content.ts";
import { placeAt, warning, type Issue } from "../../parse/issue.ts";

/** Formatting that works only in prose. */
const formatting =
  /\*\*[^*\n]+\*\*|(?<![\p{L}\p{N}*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^\s_](?:[^_\n]*[^\s_])?_(?![\p{L}\p{N}_])|`[^`\n]+`|~~[^~\n]+~~|==[^\s=][^=\n]*==|\[[^\]\n]+\]\([^)\n]*\)|<\/?[A-Z]\w*[^>\n]*>|&(?:[a-z]+|#\d+);/gu;

/** Formatting in facts and front matter, which is shown as typed. */
export const shownAsTyped = ({ texts, values }: Content): Issue[] =>
  [...values].flatMap(([file, all]) =>
    all
      .filter(({ value }) => typeof value === "string")
      .flatMap(({ source, start }) =>
        [...source.matchAll(formatting)].map(({ 0: found, index }) =>
          warning(
            file,
            placeAt(texts.get(file) ?? "", start + index),
            `${found} is shown exactly as typed, because formatting works only below the second --- of a page or answer; write just the words`,
          ),
        ),
      ),
  );
