import { englishNumbers, germanNumbers, type NumberWords } from "./number-words.ts";
import { languageOf, type Content } from "../parse/content.ts";

/** What the checks of prose need to know about a language. */
export interface LanguageRules {
  readonly numbers: NumberWords;
  readonly periods: PeriodWords;
  /** Words that start a placeholder in square brackets. */
  readonly invitations: readonly string[];
  /** Words and names used as placeholders. */
  readonly standIns?: RegExp;
  /** Link texts that say nothing out of context (WCAG 2.2, success criterion 2.4.4). */
  readonly vagueLink: RegExp;
  /** What ends in a period without ending a sentence, with the spaces after it. */
  readonly unended?: RegExp;
}

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "halfYear"
  | "year"
  | "decade";

/**
 * How periods of time are written: the sources of regular expressions, which ignore case. Each
 * matches whole words, without the spaces around them.
 */
interface PeriodWords {
  readonly units: Readonly<Partial<Record<Unit, string>>>;
  /** Days that depend on where somebody works. */
  readonly workdays: string;
  /** Shares of a unit, as in "half a year". */
  readonly shares: readonly (readonly [string, number])[];
  /** Shares on top of a number, as in "a year and a half". */
  readonly andShares: readonly (readonly [string, number])[];
  /** Words that stand for numbers which nobody knows. */
  readonly vague: string;
  /** What makes a period vague that stands before it. */
  readonly orSo: string;
  /** Words between a number and its unit that change nothing. */
  readonly between: string;
  /** Words that join the last two of several numbers. */
  readonly and: string;
  readonly or: string;
  /** Words between the least and the most. */
  readonly to: string;
  /** The word before the least where another stands before the most. */
  readonly from: string;
  /** Words that make a period count from the one before. */
  readonly later: string;
  /** Words before a period that comes again and again. */
  readonly every: string;
  /** Words that follow a period from the event that it counts from. */
  readonly after: string;
  /** What follows a number of times, hours, or days in each period, or an age. */
  readonly isNone: string;
  /** What stands before a figure that is a name, as in "version 2". */
  readonly isName: string;
  /** "A" before a unit, and what stands before it where that is not one of them: "once a day". */
  readonly article: string;
  readonly notOne: string;
  /** The number of a day in a row, as in "the 30th day". */
  readonly ordinal: string;
  /** What follows such a day where it is one of a month. */
  readonly of: string;
  /** Words for the same moment. */
  readonly atOnce: string;
}

const english: LanguageRules = {
  numbers: englishNumbers,
  periods: {
    units: {
      second: "sec(?:ond)?s",
      minute: "min(?:ute)?s?",
      hour: "hours?|hrs?|(?<=\\d[\\s-]?)h",
      day: "(?:calendar )?days?|(?<=\\d)d",
      week: "weeks?|wks?",
      fortnight: "fortnights?",
      month: "months?|mos?|mths?",
      quarter: "quarters?(?! of)",
      year: "years?|yrs?|(?<=\\d)y",
      decade: "decades?",
    },
    workdays:
      "(?:business|working|work|banking|bank|office|trading|court)[\\s-]?(?:days?|hours?|weeks?)|week-?days?",
    shares: [
      ["(?:(?:an?|one)[\\s-]+)?half(?:\\s+of)?(?:[\\s-]+(?:an?|one))?", 1 / 2],
      ["(?:(?:an?|one)[\\s-]+)?quarter(?:\\s+of)?[\\s-]+(?:an?|one)", 1 / 4],
      ["(?:an?|one)[\\s-]+quarter(?=[\\s-]+year)", 1 / 4],
      ["three[\\s-]+quarters(?:\\s+of)?[\\s-]+(?:an?|one)", 3 / 4],
      ["(?:an?|one)[\\s-]+third\\s+of[\\s-]+(?:an?|one)", 1 / 3],
      ["two[\\s-]+thirds\\s+of[\\s-]+(?:an?|one)", 2 / 3],
    ],
    andShares: [
      ["and[\\s-]+(?:an?|one)[\\s-]+half", 1 / 2],
      ["and[\\s-]+(?:an?|one)[\\s-]+quarter", 1 / 4],
      ["and[\\s-]+three[\\s-]+quarters", 3 / 4],
    ],
    vague:
      "several|(?:a\\s+)?few|some|many|numerous|various|multiple|a\\s+(?:large\\s+|small\\s+)?number\\s+of|(?:an?\\s+|one\\s+)?(?:couple|pair)(?:\\s+of)?|(?:\\p{L}+\\s+)?dozens?(?:\\s+of)?|hundreds\\s+of|[nxy]",
    orSo: "or\\s+(?:so|two|three)",
    between:
      "full|whole|entire|complete|consecutive|continuous|calendar|clear|rolling|solid|successive|single|additional|extra|further|more|or\\s+(?:more|fewer|less)",
    and: "and|plus",
    or: "or",
    to: "(?:up )?to|till|until|through",
    from: "between",
    later: "later|thereafter|after that|afterwards?|another|further|additional|extra|(?<!or )more",
    every: "every|each",
    after: "after|from|following|since|of",
    isNone:
      "(?:an?|per|each|every)\\s+(?:hour|day|week|month|quarter|year)|(?:or\\s+|and\\s+)?(?:old|older|over|under|younger)|-(?:old|end|(?:to|by|on)-\\p{L}+)|of\\s+age",
    isName:
      "§+|art(?:icles?|s?\\.)|sec(?:tions?|s?\\.)|paragraphs?|clauses?|no\\.|numbers?|versions?|v|iso|phase|step|stage|level|tier|class",
    article: "an?",
    notOne:
      "once|twice|times|hours|days|(?:end|close|start|beginning|days?|weeks?|parts?|most|rest) of",
    ordinal: "\\d+(?:st|nd|rd|th)",
    of: "of",
    atOnce:
      "immediately|instantly|instantaneously|(?:at|all at) once|(?:right|straight) away|(?:the )?same day",
  },
  invitations: (
    "your insert enter company organisation organization name date address email e-mail phone " +
    "country client customer link url"
  ).split(" "),
  vagueLink:
    /^(?:(?:please )?(?:click|tap|press|see|go|look)? ?(?:here|this)|(?:read|learn|see|find out)? ?more(?: (?:here|information|info|details))?|(?:(?:follow|visit|use|at) )?(?:this|the|our) (?:link|page|website|site|document)|link|page|website|details|download|continue)$/i,
};

const german: LanguageRules = {
  numbers: germanNumbers,
  periods: {
    units: {
      second: "sekunden?",
      minute: "minuten?|min\\.?",
      hour: "stunden?|stündige?[mnrs]?|std\\.?|(?<=\\d[\\s-]?)h",
      day: "(?:kalender)?tag(?:e[ns]?|s)?|tg\\.|tägige?[mnrs]?|tage?s?(?:frist|zeitraums?)",
      week: "wochen?|wöchige?[mnrs]?|wo\\.|wochen(?:frist|zeitraums?)",
      month: "(?:kalender)?monat(?:en?|e?s)?|monatige?[mnrs]?|mon\\.|monats(?:frist|zeitraums?)",
      quarter: "(?:kalender)?quartal(?:en?|e?s)?|vierteljahr(?:e[ns]?|s)?",
      halfYear: "halbjahr(?:e[ns]?|s)?",
      year: "(?:kalender)?jahr(?:e[ns]?|s)?|jährige?[mnrs]?|j\\.|jahres(?:frist|zeitraums?)",
      decade: "jahrzehnt(?:e[ns]?|s)?",
    },
    workdays:
      "(?:werk|arbeits|geschäfts|bank(?:arbeits)?|börsen|wochen)(?:tag(?:e[ns]?|s)?|tägige?[mnrs]?)",
    shares: [
      ["(?:eine?[mnrs]?\\s+)?halbe?[mnrs]?", 1 / 2],
      ["(?:eine?[mns]?\\s+)?viertel", 1 / 4],
      ["(?:eine?[mns]?\\s+)?drei\\s?viertel", 3 / 4],
      ["(?:eine?[mns]?\\s+)?drittel", 1 / 3],
      ["(?=(?:jahres|monats|wochen)frist)", 1],
    ],
    andShares: [["und\\s+eine?[mnrs]?\\s+halbe?[mnrs]?", 1 / 2]],
    vague:
      "einigen?|mehreren?|wenigen?|vielen?|etlichen?|zahlreichen?|verschiedenen?|(?:ein\\s+)?paar|(?:\\p{L}+\\s+)?dutzend|hunderten?|[nxy]",
    orSo: "oder\\s+(?:so|zwei|drei)",
    between:
      "vollen?|ganzen?|ganzes|volles|kompletten?|vollständigen?|aufeinander\\s?folgenden?|zusammenhängenden?|zusätzlichen?|einzigen?|weitere[nrs]?",
    and: "und|plus|zuzüglich",
    or: "oder|bzw\\.|beziehungsweise",
    to: "bis(?:\\s+zu)?",
    from: "zwischen",
    later: "später|danach|darauf|anschließend|im Anschluss|weitere[nrs]?|zusätzliche[nrs]?",
    every: "alle",
    after: "nach|ab|seit",
    isNone:
      "(?:am|pro|je|die|jeden?|in der|im)\\s+(?:stunde|tag|woche|monat|quartal|jahr)|(?:und\\s+|oder\\s+)?(?:alt|älter|jünger)",
    isName:
      "§+|art(?:ikels?|\\.)|abs(?:atz|\\.)|abschnitte?s?|satz|ziffer|nummer|nr\\.|versionen?|version|iso|phase|schritt|stufe|klasse",
    article: "eine?[mnrs]?",
    notOne: "(?:\\p{L}+)?mal|stunden|tage?|woche|ende|anfang|beginn|mitte|schluss",
    ordinal: "\\d+\\.",
    of: "des|eines|im",
    atOnce: "sofort(?:ige[nrs]?)?|augenblicklich|(?:am )?(?:selben|gleichen) tag|taggleich",
  },
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
export const languageRules = { de: german, en: english } satisfies Record<string, LanguageRules>;

const rulesByLanguage: Readonly<Record<string, LanguageRules>> = languageRules;

/**
 * The rules of a content's language; undefined if the checks do not support it. Checks that depend on
 * words then find nothing.
 */
export const languageRulesOf = (content: Pick<Content, "site">): LanguageRules | undefined =>
  rulesByLanguage[languageOf(content).split("-")[0] ?? ""];
