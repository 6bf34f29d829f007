import { forever, revalidated, securityHeaders } from "../hosting/headers.ts";
import { asHeader } from "../hosting/policy.ts";
import type { Words } from "../words/index.ts";
import { inPlainWords } from "./explained-policies.ts";
import type { Directive } from "./policies.ts";

/** A header: its name, its value as it is shown, and what it means to somebody who writes no web sites. */
export type ExplainedHeader = readonly [name: string, value: string, meaning: string];

/** What stands for all that a Permissions-Policy refuses: too much to read. */
const refused = "…=()";

/** For each header, what each of its values means. */
const meaningsOf = (
  words: Words["headers"],
): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  "Strict-Transport-Security": { "max-age=63072000; includeSubDomains": words.encrypted },
  "Referrer-Policy": { "no-referrer": words.noReferrer },
  "X-Content-Type-Options": { nosniff: words.noSniffing },
  "X-Frame-Options": { DENY: words.noFrames },
  "Cross-Origin-Opener-Policy": { "same-origin": words.noOpener },
  "Cross-Origin-Embedder-Policy": { "require-corp": words.noEmbedding },
  "Cross-Origin-Resource-Policy": { "same-origin": words.noTaking },
  "Origin-Agent-Cluster": { "?1": words.ownMemory },
  "Permissions-Policy": { [`clipboard-write=(self), ${refused}`]: words.permissions },
  "Cache-Control": { [revalidated]: words.revalidated, [forever]: words.forever },
});

const shortened = (value: string): string =>
  [...new Set(value.split(", ").map((part) => (part.endsWith("=()") ? refused : part)))].join(", ");

/**
 * Headers in plain words, one by one.
 * @param headers their names and values, as they are sent
 * @throws where there are no words for one of them
 */
export const headersInPlainWords = (
  headers: readonly (readonly [name: string, value: string])[],
  words: Words["headers"],
): ExplainedHeader[] => {
  const meanings = meaningsOf(words);
  return headers.map(([name, value]) => {
    const shown = shortened(value);
    const meaning = meanings[name]?.[shown];
    if (meaning === undefined)
      throw new Error(
        `src/transparency/explained-headers.ts does not say what "${name}: ${shown}" means, which hosts of this site send; write it there, in words of src/words`,
      );
    return [name, shown, meaning];
  });
};

/** What the policy of a page gains as a header. */
const headerOnly: readonly Directive[] = asHeader("")
  .split("; ")
  .filter((line) => line !== "")
  .map((line) => {
    const [name = "", ...sources] = line.split(" ");
    return [name, sources.join(" ")];
  });

/** Every header that hosts send as the build tells them, in plain words; of the policy what no page can carry. */
export const sentHeaders = (words: Words): ExplainedHeader[] => [
  ...inPlainWords(headerOnly, words.policy).map(
    ([name, sources, meaning]) =>
      ["Content-Security-Policy", `${name} ${sources}`.trim(), meaning] as const,
  ),
  ...headersInPlainWords(
    [
      ...Object.entries(securityHeaders),
      ["Cache-Control", revalidated],
      ["Cache-Control", forever],
    ],
    words.headers,
  ),
];
