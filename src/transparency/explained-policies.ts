import type { Words } from "../words/index.ts";
import { fingerprint, type Directive } from "./policies.ts";

/** A directive with what it means to somebody who does not write web sites. */
export type Explained = readonly [...Directive, meaning: string];

const nothing = "'none'";
const thisSite = "'self'";

/** For each directive, what each of its sources means; an empty one means the directive itself. */
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
 * A policy in plain words, line by line.
 * @throws where there are none for something in it.
 */
export const inPlainWords = (policy: readonly Directive[], words: Words["policy"]): Explained[] => {
  const meanings = meaningsOf(words);
  return policy.map(([name, sources]) => {
    const said = sources.split(" ").map((source) => {
      const meaning = meanings[name]?.[source];
      if (meaning === undefined)
        throw new Error(
          `src/transparency/explained-policies.ts does not say what "${name} ${source}" means, which a policy of this site holds; write it there, in words of src/words`,
        );
      return meaning;
    });
    return [name, sources, said.join(" ")];
  });
};
