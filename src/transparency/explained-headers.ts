import { forever, revalidated, securityHeaders } from "../hosting/headers.ts";
import { asHeader } from "../hosting/policy.ts";
import type { Words } from "../words/index.ts";
import { explainPolicy } from "./explained-policies.ts";
import type { Directive } from "./policies.ts";

/** A header: its name, its value as shown, and its meaning for a reader who is no web developer. */
export type ExplainedHeader = readonly [name: string, value: string, meaning: string];

/** The meaning of each value of each header. */
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
  "Permissions-Policy": { "camera=(), …": words.permissions },
  "Cache-Control": { [revalidated]: words.revalidated, [forever]: words.forever },
});

/** A value as it is shown: of features that are all refused, the first. */
const shortened = (value: string): string =>
  value.split(",").every((part) => part.endsWith("=()")) ? value.replace(/,.*/, ", …") : value;

/**
 * Explains headers in the words of the site's language.
 * @param headers names and values, as they are sent
 * @throws if a header or its value has no explanation
 */
export const explainHeaders = (
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

/** The directives that a policy has only as a header. */
const headerOnly: readonly Directive[] = asHeader("")
  .split("; ")
  .filter((line) => line !== "")
  .map((line) => {
    const [name = "", ...sources] = line.split(" ");
    return [name, sources.join(" ")];
  });

/** The headers that hosts send, explained; of the security policy, only what no page can carry itself. */
export const sentHeaders = (words: Words): ExplainedHeader[] => [
  ...explainPolicy(headerOnly, words.policy).map(
    ([name, sources, meaning]) =>
      ["Content-Security-Policy", `${name} ${sources}`.trim(), meaning] as const,
  ),
  ...explainHeaders(
    [
      ...Object.entries(securityHeaders),
      ["Cache-Control", revalidated],
      ["Cache-Control", forever],
    ],
    words.headers,
  ),
];
