import * as de from "./de.ts";
import * as en from "./en.ts";
import { type Language } from "./languages.ts";

/** What the site says in a language. English defines the phrases; all others have the same. */
export type Words = typeof en;

const catalogues: Readonly<Record<Language, Words>> = { en, de };

/** The catalogue of a language. */
export const wordsOf = (language: Language): Words => catalogues[language];
