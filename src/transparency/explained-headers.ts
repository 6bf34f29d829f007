import { forever, revalidated, securityHeaders } from "../hosting/headers.ts";
import { asHeader } from "../hosting/policy.ts";
import { inPlainWords } from "./explained-policies.ts";
import type { Directive } from "./policies.ts";

/** A header: its name, its value as it is shown, and what it means to somebody who writes no web sites. */
export type ExplainedHeader = readonly [name: string, value: string, words: string];

/** What stands for all that a Permissions-Policy refuses: too much to read. */
const refused = "…=()";

/** For each header, what each of its values means. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "Strict-Transport-Security": {
    "max-age=63072000; includeSubDomains":
      "For two years after a visit, your browser comes here and to the addresses below this one over an encrypted connection only.",
  },
  "Referrer-Policy": {
    "no-referrer": "A site that you go to from here does not learn where you come from.",
  },
  "X-Content-Type-Options": {
    nosniff:
      "Your browser takes each file for what it is said to be, and never for a script instead.",
  },
  "X-Frame-Options": {
    DENY: "No site can show a page of this one within its own. This tells browsers that are too old for the policy.",
  },
  "Cross-Origin-Opener-Policy": {
    "same-origin":
      "A site that opened this one in a window, or that it opened, cannot reach into it.",
  },
  "Cross-Origin-Embedder-Policy": {
    "require-corp": "A page can take in nothing from another site that has not agreed to it.",
  },
  "Cross-Origin-Resource-Policy": {
    "same-origin": "No other site can take in pictures or files of this one.",
  },
  "Origin-Agent-Cluster": {
    "?1": "Your browser keeps this site apart in its memory from sites with a similar address.",
  },
  "Permissions-Policy": {
    [`clipboard-write=(self), ${refused}`]:
      "A page may copy text for you. It may not even ask for your camera, microphone, location, payment or nearly anything else that browsers can grant.",
  },
  "Cache-Control": {
    [revalidated]: "Your browser may keep a page, but asks each time whether it is still the same.",
    [forever]:
      "Your browser may keep files whose names change with what is in them, and need not ask again.",
  },
};

const shortened = (value: string): string =>
  [...new Set(value.split(", ").map((part) => (part.endsWith("=()") ? refused : part)))].join(", ");

/**
 * Headers in plain words, one by one.
 * @param headers their names and values, as they are sent
 * @throws where there are no words for one of them
 */
export const headersInPlainWords = (
  headers: readonly (readonly [name: string, value: string])[],
): ExplainedHeader[] =>
  headers.map(([name, value]) => {
    const shown = shortened(value);
    const meaning = words[name]?.[shown];
    if (meaning === undefined)
      throw new Error(
        `src/transparency/explained-headers.ts does not say what "${name}: ${shown}" means, which hosts of this site send; write it there in plain words`,
      );
    return [name, shown, meaning];
  });

/** What the policy of a page gains as a header. */
const headerOnly: readonly Directive[] = asHeader("")
  .split("; ")
  .filter((line) => line !== "")
  .map((line) => {
    const [name = "", ...sources] = line.split(" ");
    return [name, sources.join(" ")];
  });

/** Every header that hosts send as the build tells them, in plain words; of the policy what no page can carry. */
export const sentHeaders = (): ExplainedHeader[] => [
  ...inPlainWords(headerOnly).map(
    ([name, sources, meaning]) =>
      ["Content-Security-Policy", `${name} ${sources}`.trim(), meaning] as const,
  ),
  ...headersInPlainWords([
    ...Object.entries(securityHeaders),
    ["Cache-Control", revalidated],
    ["Cache-Control", forever],
  ]),
];
