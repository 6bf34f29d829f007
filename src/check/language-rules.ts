import { languageOf, type Content } from "../parse/content.ts";

/** What the checks of prose need to know about a language. */
export interface LanguageRules {
  /** The words for the numbers from one up, each in all of its forms. */
  readonly numbers: readonly (readonly string[])[];
  /** Units of time, each in all of its forms. */
  readonly units: Readonly<Record<Unit, readonly string[]>>;
  /** Words after a period of time that make it count from the period before. */
  readonly later: readonly string[];
  /** Words that start a placeholder in square brackets. */
  readonly invitations: readonly string[];
  /** Words and names used as placeholders. */
  readonly standIns?: RegExp;
  /** Link texts that say nothing out of context (WCAG 2.2, success criterion 2.4.4). */
  readonly vagueLink: RegExp;
  /** What ends in a period without ending a sentence, with the spaces after it. */
  readonly unended?: RegExp;
}

export type Unit = "day" | "week" | "month" | "year";

const english: LanguageRules = {
  numbers: "one two three four five six seven eight nine ten eleven twelve"
    .split(" ")
    .map((word) => [word]),
  units: {
    day: ["calendar day", "calendar days", "day", "days"],
    week: ["week", "weeks"],
    month: ["calendar month", "calendar months", "month", "months"],
    year: ["calendar year", "calendar years", "year", "years"],
  },
  later: ["later", "thereafter", "after that"],
  invitations: (
    "your insert enter company organisation organization name date address email e-mail phone " +
    "country client customer link url"
  ).split(" "),
  vagueLink:
    /^(?:(?:please )?(?:click|tap|press|see|go|look)? ?(?:here|this)|(?:read|learn|see|find out)? ?more(?: (?:here|information|info|details))?|(?:(?:follow|visit|use|at) )?(?:this|the|our) (?:link|page|website|site|document)|link|page|website|details|download|continue)$/i,
};

const german: LanguageRules = {
  numbers: [
    ["ein", "eine", "einem", "einen", "einer", "eines"],
    ...("zwei,zweier drei,dreier vier fünf sechs sieben acht neun zehn elf zwölf" as const)
      .split(" ")
      .map((forms) => forms.split(",")),
  ],
  units: {
    day: ["Tag", "Tage", "Tagen", "Tages", "Kalendertag", "Kalendertage", "Kalendertagen"],
    week: ["Woche", "Wochen"],
    month: [
      "Monat",
      "Monate",
      "Monaten",
      "Monats",
      "Kalendermonat",
      "Kalendermonate",
      "Kalendermonaten",
    ],
    year: ["Jahr", "Jahre", "Jahren", "Jahres", "Kalenderjahr", "Kalenderjahre", "Kalenderjahren"],
  },
  later: ["später", "danach", "darauf"],
  invitations: (
    "Ihr Ihre Ihren Ihrem Ihrer Ihres bitte Firma Unternehmen Organisation Name Vorname Nachname " +
    "Datum Anschrift Adresse E-Mail E-Mail-Adresse Telefon Telefonnummer Land Ort Kunde Kundin Link URL"
  ).split(" "),
  standIns:
    /(?<![\p{L}\p{N}])(?:Platzhalter(?:text)?|Blindtext|Mustertext|(?:Max|Erika) Muster(?:mann|frau)|Muster(?:firma|stra(?:ß|ss)e|stadt)|N\. ?N\.(?=[\s,;)]|$))(?![\p{L}\p{N}])/gmu,
  vagueLink:
    /^(?:(?:bitte )?(?:(?:klicken|tippen|drücken|schauen|sehen) sie )?(?:bitte )?(?:hier|hierhin|hierher|dort)(?: klicken| tippen| lesen| entlang)?|(?:mehr|weitere|nähere)(?: dazu| hierzu| hier| infos?| informationen| einzelheiten| details)*(?: lesen| erfahren| ansehen)?|weiter(?:lesen)?|(?:(?:auf|über|unter) )?(?:dies(?:e|er|em|en|es)|der|die|das|den|dem|unser(?:e|er|em|en)?) (?:link|seite|webseite|website|dokument|dokuments)|link|seite|webseite|website|details|einzelheiten|informationen|download|herunterladen)$/iu,
  unended:
    /(?<![\p{L}\p{N}])(?:(?:Abs|Art|Aufl|Az|Bd|Buchst|bzw|ca|Dr|evtl|gem|ggf|Hs|inkl|Kap|lit|max|mind|Mio|Mrd|Nr|Nrn|Prof|Rn|Rz|sog|St|Std|Str|Tel|Urt|vgl|zzgl|zzt|\p{L})\.|\d{1,2}\.(?=\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)))\s*/gu,
};

/** The rules of each supported language, by the first part of a BCP 47 tag. */
const rulesByLanguage: Readonly<Record<string, LanguageRules>> = { de: german, en: english };

/**
 * The rules of a content's language; undefined if the checks do not support it. Checks that depend on
 * words then find nothing.
 */
export const languageRulesOf = (content: Pick<Content, "site">): LanguageRules | undefined =>
  rulesByLanguage[languageOf(content).split("-")[0] ?? ""];
