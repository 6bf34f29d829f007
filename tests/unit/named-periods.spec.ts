import { expect, test } from "@playwright/test";
import { periodsIn } from "../../src/check/facts/named-periods.ts";
import { languageRules, type LanguageRules } from "../../src/check/language-rules.ts";
import { englishNumbers, germanNumbers } from "../../src/check/number-words.ts";

const { en, de } = languageRules;

/** The days that a text names, each as "fewest" or "fewest–most"; what may be about something else, in brackets. */
const daysIn = (text: string, rules: LanguageRules): string => {
  const { periods, faults } = periodsIn(text, rules);
  expect(faults).toEqual([]);
  return periods
    .map(({ fewest, most, isAside }) => {
      const days = fewest === most ? String(fewest) : `${String(fewest)}–${String(most)}`;
      return isAside ? `(${days})` : days;
    })
    .join(", ");
};

const readings = (rules: LanguageRules, days: Readonly<Record<string, string>>) => {
  for (const [text, expected] of Object.entries(days))
    test(`"${text}" is ${expected === "" ? "no period" : `${expected} days`}`, () => {
      expect(daysIn(text, rules)).toBe(expected);
    });
};

const faulty = (rules: LanguageRules, fault: RegExp, texts: readonly string[]) => {
  for (const text of texts)
    test(`"${text}" ${fault.source}`, () => {
      const { faults } = periodsIn(text, rules);
      expect(faults.length).toBeGreaterThan(0);
      for (const said of faults) expect(said).toMatch(fault);
    });
};

test.describe("number words", () => {
  for (const [name, { pattern, read }, spelled] of [
    ["English", englishNumbers, { 21: "twenty-one", 1095: "one thousand and ninety-five" }],
    ["German", germanNumbers, { 21: "einundzwanzig", 1095: "eintausendfünfundneunzig" }],
  ] as const)
    test(`${name}: as they are written`, () => {
      for (const [number, words] of Object.entries(spelled)) {
        expect(read(words)).toBe(Number(number));
        expect(words).toMatch(new RegExp(`^(?:${pattern})$`, "iu"));
      }
    });

  for (const { names, pattern, read } of [englishNumbers, germanNumbers])
    test(`each has its own number, from ${names[0] ?? ""} up`, () => {
      for (const [number, words] of names.entries()) {
        expect(read(words), words).toBe(number);
        expect(words).toMatch(new RegExp(`^(?:${pattern})$`, "iu"));
      }
    });
});

test.describe("in English", () => {
  readings(en, {
    "Backed up every 6 hours; deleted after 30 days.": "30",
    "Updated every few hours, deleted after 30 days.": "30",
    "at the close of a year, after 90 days": "90",
    "thirty-one days": "31",
    "thirty‑one days": "31",
    "Twenty four months": "672–744",
    "a hundred days": "100",
    "one thousand and ninety-five days": "1095",
    "1,095 days": "1095",
    "1 095 days": "1095",
    "1\u202f095 days": "1095",
    "2.5 years": "898–918",
    "1½ years": "533–552",
    "1 1/2 years": "533–552",
    "½ year": "168–186",
    "half a year": "168–186",
    "a half-year period": "168–186",
    "a year and a half": "533–552",
    "one and a half years": "533–552",
    "two and one half years": "898–918",
    "a quarter of a year": "84–93",
    "a third of a year": "112–124",
    "three quarters": "252–279",
    "a month": "28–31",
    "a fortnight": "14",
    "72 hours": "3",
    "1 year and 6 months": "533–552",
    "1 year or 6 months": "365–366, 168–186",
    "30 or 90 days": "30, 90",
    "7-, 30- and 90-day backups": "7, 30, 90",
    "5 years plus one day": "1826–1831",
    "in 2026, 30 days": "30",
    "ISO 27001, 3 years": "1095–1098",
    "30 (thirty) days": "30",
    "thirty (30) calendar days": "30",
    "30 days (one month)": "30, 28–31",
    "a 30-day period": "30",
    "a thirty-day period": "30",
    "30 or more days": "30",
    "30, 60, and 90 days": "30, 60, 90",
    "after 15 days, deleted 1 week later": "15, 22",
    "after 15 days, deleted after a further 30 days": "15, 45",
    "copied every 24 hours, deleted after 30 days": "(1), 30",
    "deleted immediately": "(0)",
    "on day 97": "(97)",
    "on the 30th day": "(30)",
    /* No periods. */
    "under ISO 27001": "",
    "version 2 days": "",
    "a hotline for 24 hours a day, 7 days a week": "",
    "24/7": "",
    "once a day": "",
    "Monday to Friday": "",
    "at the end of a month": "",
    "on the 1st day of the month": "",
    "on the sixth day": "",
    "the 2026 calendar year": "",
    "children under 16 years of age": "",
    "a day-to-day matter": "",
    "a quarter of the data": "",
    "during night hours": "",
    "a second reminder": "",
    "days of inactivity": "",
  });
  faulty(en, /leaves open how long that is; write one figure/, [
    "30–45 days",
    "between 30 and 45 days",
    "30 days to 6 months",
    "two (2) to three (3) months",
    "six-to-nine months",
    "30 days up to 90 days",
    "a day or two",
  ]);
  faulty(en, /says two different figures/, ["30 (thirteen) days", "30 days (thirteen)"]);
  faulty(en, /depends on weekends and holidays/, ["30 business days", "ten working days"]);
  faulty(en, /is not a whole number of days/, ["36 hours", "30.5 days", "1.5 weeks", "90 seconds"]);
  faulty(en, /cannot be read as a period; write it in figures/, [
    "fourty days",
    "fourty-five days",
    "twenty thirty days",
    "2 hundred days",
    "several days",
    "a couple of weeks",
    "30+ days",
    "3O days",
    "X days",
  ]);
});

test.describe("in German", () => {
  readings(de, {
    "Alle 6 Stunden gesichert, nach 30 Tagen gelöscht": "30",
    "am letzten Tag eines Monats, nach 90 Tagen": "90",
    "einunddreißig Tage": "31",
    "Einunddreissig Tagen": "31",
    "vierundzwanzig Monate": "672–744",
    "hundertachtzig Tage": "180",
    "tausendfünfundneunzig Tage": "1095",
    "zwoelf Monate": "336–372",
    "1.095 Tage": "1095",
    "2,5 Jahre": "898–918",
    "zweieinhalb Jahre": "898–918",
    "anderthalb Jahre": "533–552",
    "nach einem halben Jahr": "168–186",
    "ein Vierteljahr": "84–93",
    "zwei Halbjahre": "336–372",
    "einen Monat": "28–31",
    "30-tägige Frist": "30",
    dreißigtägig: "30",
    "30-Tage-Frist": "30",
    Dreimonatsfrist: "84–93",
    "binnen Jahresfrist": "365–366",
    "30 (dreißig) Tage": "30",
    "nach 30, 60 und 90 Tagen": "30, 60, 90",
    "nach 60 Tagen, nach weiteren 30 Tagen": "60, 90",
    "2 Jahre und 6 Monate": "898–918",
    "alle 30 Tage": "(30)",
    "sofort gelöscht": "(0)",
    "an Tag 97": "(97)",
    "am 30. Tag": "(30)",
    /* No periods. */
    "unverzüglich gelöscht": "",
    "am 1. Tag des Monats": "",
    "24 Stunden am Tag, 7 Tage die Woche": "",
    "Montag bis Freitag": "",
    "am Ende eines Monats": "",
    "Wochen und Tage": "",
    "§ 257 h HGB": "",
    "16 Jahre alt": "",
  });
  faulty(de, /leaves open how long that is; write one figure/, [
    "30 bis 45 Tage",
    "zwischen 30 und 45 Tagen",
    "6- bis 12-monatig",
  ]);
  faulty(de, /says two different figures/, ["30 (dreizehn) Tage"]);
  faulty(de, /depends on weekends and holidays/, ["30 Werktage", "zehn Arbeitstage"]);
  faulty(de, /is not a whole number of days/, ["36 Stunden", "20 Minuten"]);
  faulty(de, /cannot be read as a period; write it in figures/, [
    "dreisig Tage",
    "fünfzg Tage",
    "hundert dreißig Tage",
    "zwei hundert Tage",
    "einige Tage",
  ]);
});
