import type { Words } from "../words/index.ts";
import { fingerprint, type Directive } from "./policies.ts";

/** A directive with its meaning for a reader who is no web developer. */
export type ExplainedDirective = readonly [...Directive, meaning: string];

const nothing = "'none'";
const thisSite = "'self'";

/** The meaning of each source of each directive. */
const meaningsOf = (
  words: Words["policy"],
): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  "default-src": { [nothing]: words.nothingElse },
  "script-src": {
    [thisSite]: words.ownScripts,
    "'wasm-unsafe-eval'": words.engine,
    [fingerprint]: words.inlineScripts,
  },
  "style-src": { [fingerprint]: words.inlineStyles, [nothing]: words.noStyles },
  "img-src": { [thisSite]: words.ownPictures },
  "connect-src": { [thisSite]: words.ownFetches, [nothing]: words.noFetches },
  "base-uri": { [nothing]: words.noBase },
  "form-action": { [nothing]: words.noForms },
  "require-trusted-types-for": { "'script'": words.trustedTypes },
  "trusted-types": { [nothing]: words.noException },
  "frame-ancestors": { [nothing]: words.noFrames },
});

/**
 * Explains a policy, directive by directive, in the words of the site's language.
 * @throws if a directive or one of its sources has no explanation
 */
export const explainPolicy = (
  policy: readonly Directive[],
  words: Words["policy"],
): ExplainedDirective[] => {
  const meanings = meaningsOf(words);
  return policy.map(([name, sources]) => {
    const sourceMeanings = sources.split(" ").map((source) => {
      const meaning = meanings[name]?.[source];
      if (meaning === undefined)
        throw new Error(
          `src/transparency/explained-policies.ts does not say what "${name} ${source}" means, which a policy of this site holds; write it there, in words of src/words`,
        );
      return meaning;
    });
    return [name, sources, sourceMeanings.join(" ")];
  });
};
