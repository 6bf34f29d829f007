import { distance } from "fastest-levenshtein";
import type { LanguageRules, Unit } from "../language-rules.ts";
import { withoutUmlauts } from "../number-words.ts";
import { isLonger, spanOf, sum, type Span } from "./spans.ts";

/** A period of time that a text names, from the event to its end. */
export interface Period extends Span {
  /** Whether it may be about something else, such as how often data is copied. */
  readonly isAside?: boolean;
  /** The same if it counts from the period before it, which only readers can tell. */
  readonly otherwise?: Span | undefined;
}

/** What a text says of periods of time. */
export interface Periods {
  readonly periods: readonly Period[];
  /** Sentences about words that look like a period, and are none that can be counted. */
  readonly faults: readonly string[];
}

const figures = "\\d{1,3}(?:[.,'’\\s]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?";
const fractions: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
};
const fraction = `[${Object.keys(fractions).join("")}]|[1-3]\\s?[/⁄]\\s?[2-4]`;

const fractionIn = (text: string): number => {
  const [over, under = "1"] = text.split(/[/⁄]/);
  return fractions[text] ?? Number(over) / Number(under);
};

/** "1.095" and "1,095" are thousands in each language: nobody counts thousandths of a day. */
const figureIn = (text: string): number => {
  const [, whole = "", part] = new RegExp(`^(.*?)\\s?(${fraction})?$`, "u").exec(text) ?? [];
  const plain = whole
    .replace(/^[1-9]\d{0,2}(?:[.,'’\s]\d{3})+(?!\d)/, (grouped) => grouped.replaceAll(/\D/g, ""))
    .replace(",", ".");
  return Number(plain) + (part === undefined ? 0 : fractionIn(part));
};

const hyphens = "‐‑-";
const start = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";

const anyOf = (patterns: readonly string[]) => `(?:${patterns.join("|")})`;
const all = (pattern: string) => new RegExp(pattern, "giu");
const isWhole = (pattern: string, text: string) => new RegExp(`^(?:${pattern})$`, "iu").test(text);
const isAtStart = (pattern: string, text: string) =>
  new RegExp(`^\\s*(?:${pattern})${end}`, "iu").test(text);
const isAtEnd = (pattern: string, text: string) =>
  new RegExp(`${start}(?:${pattern})\\s*$`, "iu").test(text);

/** The sources of the expressions that find periods in a language. */
interface Patterns {
  /** How many: a figure, number words, a share of one, or both. */
  readonly amount: string;
  /** What stands between the least and the most. */
  readonly range: string;
  /** What may stand between a number and its unit, and the unit, in a group of its own name. */
  readonly unit: string;
  readonly period: string;
}

const patternsOf = ({ numbers, periods }: LanguageRules): Patterns => {
  const number = anyOf([
    fraction,
    `(?:${figures})(?:\\s?[½⅓⅔¼¾]|\\s[1-3][/⁄][2-4])?`,
    numbers.pattern,
  ]);
  const andShare = `(?:[\\s${hyphens}]+${anyOf(periods.andShares.map(([words]) => words))})`;
  const shares = periods.shares.map(([words]) => words);
  const amount = anyOf([periods.vague, ...shares, `${number}${andShare}?`]);
  const bracketed = `(?:\\s*[([]\\s*${amount}\\s*[)\\]])?`;
  const range = `(?:[\\s${hyphens}]+(?:${periods.to})[\\s${hyphens}]+|\\s*[–—‒−/${hyphens}]\\s*)`;
  const and = anyOf([periods.and, periods.or]);
  const one = `${amount}${bracketed}`;
  const list = `(?:[${hyphens}]?\\s*,\\s*${one})*[${hyphens}]?,?\\s+${and}\\s+${one}`;
  const units = Object.entries({ workday: periods.workdays, ...periods.units });
  const unit = `[\\s${hyphens}]*(?:\\(?(?:${periods.between})\\)?\\s+)*${anyOf(units.map(([name, words]) => `(?<${name}>${words})`))}${end}`;
  return {
    amount,
    range,
    unit,
    period: [
      "(?<![\\p{L}\\p{N}]|\\d[.,'’/])",
      `(?:(?<lead>${anyOf([periods.from, periods.every, periods.later])})\\s+)?`,
      `(?<amounts>${one}(?:(?:${range}${one})+|${list})?)${unit}`,
      `(?<share>${andShare}${end})?(?:\\s*[([](?<again>${numbers.pattern})[)\\]])?`,
    ].join(""),
  };
};

const problems = {
  unread: 'cannot be read as a period; write it in figures, as in "30 days"',
  several: 'leaves open how long that is; write one figure, as in "30 days"',
  contradiction: "says two different figures; write the right one, and only once",
  workdays:
    'depends on weekends and holidays, but the steps below count days of the calendar; write how many of those it is at most, as in "14 days"',
  parts:
    'is not a whole number of days, but the steps below count days; write it in whole days, as in "2 days"',
} as const;

/** A period as it was found, which may have a problem. */
interface Reading {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly lead: string;
  readonly unit: Unit;
  /** More than one where several share a unit: "after 30, 60, and 90 days". */
  readonly spans: readonly Span[];
  readonly problem?: string | undefined;
}

/** How many an amount says. */
const countIn = (text: string, rules: LanguageRules): number | undefined => {
  const { vague, shares, andShares } = rules.periods;
  if (isWhole(vague, text)) return undefined;
  const share = shares.find(([words]) => isWhole(words, text));
  if (share) return share[1];
  for (const [words, more] of andShares) {
    const [tail] = new RegExp(`[\\s${hyphens}]+(?:${words})$`, "iu").exec(text) ?? [];
    const count = tail === undefined ? undefined : countIn(text.slice(0, -tail.length), rules);
    if (count !== undefined) return count + more;
  }
  return /^[\d½⅓⅔¼¾]/u.test(text) ? figureIn(text) : rules.numbers.read(text);
};

/** The counts that share a unit, or what is wrong with them. */
const countsIn = (
  amounts: string,
  lead: string,
  rules: LanguageRules,
  { amount, range }: Patterns,
): readonly number[] | string => {
  /* A word such as "Jahresfrist" says by itself that it is one. */
  if (amounts === "") return [1];
  const counts: number[] = [];
  let read = 0;
  for (const { 0: words, index } of amounts.matchAll(all(`${start}${amount}${end}`))) {
    const joint = amounts.slice(read, index).replace(/^\s*[)\]]/, "");
    read = index + words.length;
    const count = countIn(words, rules);
    if (count === undefined) return problems.unread;
    const isRepeated = /[([]\s*$/.test(joint);
    if (isRepeated && count !== counts.at(-1)) return problems.contradiction;
    if (isRepeated) continue;
    if (counts.length > 0 && (isWhole(range, joint) || isWhole(rules.periods.from, lead)))
      return problems.several;
    counts.push(count);
  }
  return counts;
};

/** Whether a word is meant as a number, and misspelled. */
const isMisspelled = (word: string, { numbers }: LanguageRules) => {
  const letters = withoutUmlauts(word).replaceAll(/[^a-z]/g, "");
  return (
    letters.length > 4 &&
    !letters.endsWith("th") &&
    numbers.names.some((name) => name[0] === letters[0] && distance(name, letters) === 1)
  );
};

/** The word before a number in words, if it belongs to it and makes it unreadable: "hundert dreißig Tage". */
const partBefore = (before: string, amounts: string, rules: LanguageRules): string => {
  const { numbers, periods } = rules;
  const [part = "", word = ""] =
    new RegExp(`([\\p{L}\\p{N}]+)[\\s${hyphens}]+$`, "u").exec(before) ?? [];
  const isNumber = /^\d/.test(word)
    ? (numbers.read(amounts) ?? 0) >= 100
    : isWhole(numbers.pattern, word) && !isWhole(periods.article, word);
  return /^\p{L}/u.test(amounts) && (isNumber || isMisspelled(word, rules)) ? part : "";
};

const readingOf = (
  text: string,
  { 0: words, index, groups = {} }: RegExpExecArray,
  rules: LanguageRules,
  patterns: Patterns,
): Reading => {
  const { amounts = "", lead = "", share = "", again, workday } = groups;
  const unit = Object.keys(rules.periods.units).find((name) => groups[name] !== undefined) as Unit;
  const reading = { from: index, to: index + words.length, words, lead, unit, spans: [] };
  const problem = (found: string, part = ""): Reading => ({
    ...reading,
    words: part + words,
    problem: found,
  });
  const part = partBefore(text.slice(0, index), amounts, rules);
  if (part !== "") return problem(problems.unread, part);
  const counts = countsIn(amounts, lead, rules, patterns);
  if (typeof counts === "string") return problem(counts);
  if (workday !== undefined) return problem(problems.workdays);
  if (isAtStart(`(?:${rules.periods.orSo})(?!${patterns.unit})`, text.slice(reading.to)))
    return problem(problems.several);
  if (again !== undefined && rules.numbers.read(again) !== counts.at(-1))
    return problem(problems.contradiction);
  const [, more = 0] = rules.periods.andShares.find(([pattern]) => isAtEnd(pattern, share)) ?? [];
  const spans = counts.map((count) => spanOf(count + more, unit));
  return spans.every((span) => span !== undefined)
    ? { ...reading, spans }
    : problem(problems.parts);
};

/** Whether words are a period at all, and no frequency, age, name, or year of the calendar. */
const isPeriod = (
  text: string,
  { 0: words, index, groups = {} }: RegExpExecArray,
  { periods }: LanguageRules,
): boolean => {
  const { amounts = "", year } = groups;
  const before = text.slice(0, index);
  return !(
    isAtStart(periods.isNone, text.slice(index + words.length)) ||
    (/^\d/.test(amounts) && isAtEnd(periods.isName, before)) ||
    (isWhole(periods.article, amounts) && isAtEnd(periods.notOne, before)) ||
    (year !== undefined && /^(?:19|20)\d\d$/.test(amounts))
  );
};

const isLater = ({ words, to }: Reading, text: string, { periods }: LanguageRules) =>
  isAtStart(periods.later, text.slice(to)) ||
  new RegExp(`${start}(?:${periods.later})${end}`, "iu").test(words);

/** Two readings that are one: a range such as "30 days to 6 months", or a sum such as "1 year and 6 months". */
const joined = (
  a: Reading,
  b: Reading,
  text: string,
  rules: LanguageRules,
  { range }: Patterns,
): Reading | undefined => {
  const { periods } = rules;
  const joint = text.slice(a.to, b.from);
  const both = { ...a, to: b.to, words: text.slice(a.from, b.to) };
  const isAnd = isWhole(`\\s+(?:(?:${periods.and})\\s+)?`, joint);
  if (isLater(b, text, rules) || a.problem !== undefined || b.problem !== undefined)
    return undefined;
  if (isWhole(range, joint) || (isAnd && isWhole(periods.from, a.lead)))
    return { ...both, spans: [], problem: problems.several };
  const [first, second, third] = [...a.spans, ...b.spans];
  return isAnd && isLonger(a.unit, b.unit) && first && second && !third
    ? { ...both, unit: b.unit, spans: [sum(first, second)] }
    : undefined;
};

/** What stands before a unit and is meant as a number, such as "30+ days" and "fourty days". */
const strangeIn = (
  text: string,
  rules: LanguageRules,
  { unit }: Patterns,
): { words: string; index: number }[] =>
  [...text.matchAll(all(`${start}(?<word>[\\p{L}\\p{N}][^\\s.,;:()[\\]]*)${unit}`))]
    .map(({ 0: words, index, groups = {} }) => ({ words, index, word: groups["word"] ?? "" }))
    .filter(({ word }) => !isWhole(rules.periods.ordinal, word))
    .filter(({ word }) => /^\d/.test(word) || isMisspelled(word, rules));

/** Each period in days from the event; one that counts from the period before it ends after that. */
const counted = (readings: readonly Reading[], text: string, rules: LanguageRules): Period[] => {
  const { every, after } = rules.periods;
  const periods: Period[] = [];
  for (const reading of readings) {
    const last = periods.at(-1);
    const { spans, lead, to } = reading;
    const isFromLast = last !== undefined && isLater(reading, text, rules);
    const mayBeFromLast = last !== undefined && isAtStart(after, text.slice(to));
    for (const span of spans)
      periods.push({
        ...(isFromLast ? sum(last, span) : span),
        isAside: isWhole(every, lead),
        ...(mayBeFromLast && { otherwise: sum(last, span) }),
      });
  }
  return periods;
};

/** Days that are told by their number, and what happens at once: day 0. */
const momentsIn = (text: string, { periods }: LanguageRules): Period[] => {
  const { day = "" } = periods.units;
  const numbers = [
    ...text.matchAll(all(`${start}(?:${day})\\s+(\\d+)${end}`)),
    ...text.matchAll(
      all(
        `${start}(?=(\\d+))(?:${periods.ordinal})\\s*(?:${day})${end}(?!\\s+(?:${periods.of})${end})`,
      ),
    ),
  ].map(([, number]) => Number(number));
  const now = [...text.matchAll(all(`${start}(?:${periods.atOnce})${end}`))].map(() => 0);
  return [...numbers, ...now].map((number) => ({ fewest: number, most: number, isAside: true }));
};

/**
 * Reads the periods of time that a text names.
 * @param rules of the text's language
 */
export const periodsIn = (text: string, rules: LanguageRules): Periods => {
  const patterns = patternsOf(rules);
  const found = [...text.matchAll(all(patterns.period))];
  const readings = found
    .filter((match) => isPeriod(text, match, rules))
    .map((match) => readingOf(text, match, rules, patterns))
    .reduce<Reading[]>((before, reading) => {
      const last = before.at(-1);
      const both = last && joined(last, reading, text, rules, patterns);
      return both ? [...before.slice(0, -1), both] : [...before, reading];
    }, []);
  const isRead = (at: number) =>
    found.some(({ 0: words, index }) => index <= at && at < index + words.length);
  const strange = strangeIn(text, rules, patterns).filter(
    ({ words, index }) => !isRead(index) && !isRead(index + words.length - 1),
  );
  return {
    periods: [...counted(readings, text, rules), ...momentsIn(text, rules)],
    faults: [
      /* How often something is done need not be in whole days. */
      ...readings.flatMap(({ words, lead, problem }) =>
        problem && !isWhole(rules.periods.every, lead) ? [`"${words}" ${problem}`] : [],
      ),
      ...strange.map(({ words }) => `"${words}" ${problems.unread}`),
    ],
  };
};
