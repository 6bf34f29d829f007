import { fingerprint, type Directive } from "./policies.ts";

/** A directive with what it means to somebody who does not write web sites. */
export type Explained = readonly [...Directive, words: string];

const nothing = "'none'";
const thisSite = "'self'";

/** For each directive, what each of its sources means; an empty one means the directive itself. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "default-src": {
    [nothing]:
      "Whatever no other line allows is forbidden: frames, fonts, video, workers and more.",
  },
  "script-src": {
    [thisSite]: "Scripts run only if they are files of this site.",
    "'wasm-unsafe-eval'": "The search may run its engine, which is compiled code (WebAssembly).",
    [fingerprint]:
      "The small script within the page runs only while it is, to the letter, the one it was built with.",
  },
  "style-src": {
    [fingerprint]:
      "A style sheet within the page is taken only while it is the one it was built with. No other is.",
    [nothing]: "No style sheet is taken.",
  },
  "img-src": {
    [thisSite]: "Pictures come from this site, so none can count your visit elsewhere.",
  },
  "connect-src": {
    [thisSite]: "Scripts may fetch from this site only: that is how the search gets its index.",
    [nothing]: "Scripts may fetch nothing and send nothing, to anybody, this site included.",
  },
  "base-uri": { [nothing]: "Nothing can redirect the links of the page all at once." },
  "form-action": { [nothing]: "No form can be sent anywhere." },
  "require-trusted-types-for": {
    "'script'": "No text can be turned into code or into a part of the page.",
  },
  "trusted-types": { [nothing]: "There is no exception to that." },
  "frame-ancestors": {
    [nothing]: "No site can show a page of this one within its own, to catch your clicks.",
  },
};

/**
 * A policy in plain words, line by line.
 * @throws where there are none for something in it.
 */
export const inPlainWords = (policy: readonly Directive[]): Explained[] =>
  policy.map(([name, sources]) => {
    const meanings = sources.split(" ").map((source) => {
      const meaning = words[name]?.[source];
      if (meaning === undefined)
        throw new Error(
          `src/transparency/explained-policies.ts does not say what "${name} ${source}" means, which a policy of this site holds; write it there in plain words`,
        );
      return meaning;
    });
    return [name, sources, meanings.join(" ")];
  });
