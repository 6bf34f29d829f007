import { cp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { checkContent } from "../../src/check/index.ts";
import { germanSyllables, readingEase } from "../../src/check/prose/reading-ease.ts";
import { readContent } from "../../src/parse/content.ts";
import { copyForTests } from "../content-copy.ts";

/* What the check must know of a language, on a content in German. */

const german = join(import.meta.dirname, "../fixtures/another-organization");
const copy = copyForTests(german, tmpdir());
let folder = "";

test.beforeEach(() => {
  folder = copy();
});

const into = async (language: string) => {
  const file = join(folder, "site.yaml");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("language: de", `language: ${language}`));
};

const page = async (text: string) => {
  const front = await readFile(join(folder, "pages/cookies.mdx"), "utf8");
  const [, matter = ""] = front.split(/^---$/m);
  const own = matter.replace("Cookies im Shop", "Probe").replace("order: 6", "order: 8");
  await writeFile(join(folder, "pages/probe.mdx"), `---${own}---\n\n${text}\n`);
};

/** What is said of a file, without the place. */
const said = async (file: string): Promise<string[]> =>
  (await checkContent(folder))
    .filter((issue) => issue.file.endsWith(file))
    .map(({ severity, message }) => `${severity}: ${message}`);

const saidOf = async (text: string) => {
  await page(text);
  return said("pages/probe.mdx");
};

test("the German content has no fault", async () => {
  expect(await checkContent(folder)).toEqual([]);
});

test.describe("periods of retention", () => {
  const rule = async (words: string, days: number) => {
    await writeFile(
      join(folder, "facts/retention.yaml"),
      `- id: eines\n  account: Eines\n  rule: ${words}\n  from: dem Ende\n  steps:\n    - action: gelöscht\n      afterDays: ${String(days)}\n`,
    );
    return said("facts/retention.yaml");
  };

  for (const [words, right, wrong] of [
    ["Nach 30 Tagen gelöscht.", 30, 31],
    ["Spätestens einen Monat nach Vertragsende gelöscht.", 31, 32],
    ["Mit Ablauf eines Jahres gelöscht.", 366, 364],
    ["Binnen zwölf Wochen gelöscht.", 84, 83],
    ["Nach drei Kalendermonaten gelöscht.", 92, 94],
    ["Nach 1.000 Tagen gelöscht.", 1000, 1],
  ] as const)
    test(`"${words}" is ${String(right)} days and not ${String(wrong)}`, async () => {
      expect(await rule(words, right)).toEqual([]);
      expect(await rule(words, wrong)).toEqual([expect.stringContaining("the rule says")]);
    });

  test("what comes later counts from what was before", async () => {
    const both = async (days: number) => {
      await rule("Nach 60 Tagen gesperrt, vier Wochen später gelöscht.", days);
      const file = join(folder, "facts/retention.yaml");
      const text = await readFile(file, "utf8");
      await writeFile(
        file,
        text.replace("steps:", "steps:\n    - action: gesperrt\n      afterDays: 60"),
      );
      return said("facts/retention.yaml");
    };
    expect(await both(88)).toEqual([]);
    expect(await both(87)).toEqual([expect.stringContaining("the rule says 60 and 88 days")]);
  });

  test("their words are not guessed at in a language that is not known", async () => {
    await into("sv");
    expect(await rule("Nach 30 Tagen gelöscht.", 31)).toEqual([]);
  });
});

for (const words of [
  "hier",
  "Klicken Sie hier",
  "Mehr erfahren",
  "weitere Informationen",
  "diese Seite",
  "Weiterlesen »",
])
  test(`a link does not say where it leads as "${words}"`, async () => {
    expect(await saidOf(`Lesen Sie [${words}](/daten/).`)).toEqual([
      `warning: "${words}" does not say where the link leads; write in the square brackets what readers will find there`,
    ]);
    await into("sv");
    expect(await said("pages/probe.mdx")).toEqual([]);
  });

test("a link that says where it leads is none of those", async () => {
  const links = ["Hier gespeicherte Daten", "Seite der Aufsichtsbehörde", "here"];
  expect(await saidOf(links.map((words) => `[${words}](/daten/)`).join(" und "))).toEqual([]);
});

for (const words of [
  "[Ihr Name]",
  "[Firma]",
  "[bitte ergänzen]",
  "Blindtext",
  "Max Mustermann",
  "Musterstraße",
  "Platzhalter",
  "TODO",
  "[…]",
])
  test(`${words} is left over`, async () => {
    expect(await saidOf(`Verantwortlich ist ${words}.`)).toEqual([
      `error: "${words}" is a placeholder; write what belongs there, or delete it`,
    ]);
  });

test("what is left over in German is not looked for in another language, nor the other way round", async () => {
  expect(await saidOf("Verantwortlich ist [insert company].")).toEqual([]);
  await into("sv");
  expect(await saidOf("Verantwortlich ist [Ihr Name], Platzhalter.")).toEqual([]);
  expect(await saidOf("TODO")).not.toEqual([]);
});

test("an abbreviation, an ordinal or the number of a provision ends no sentence", async () => {
  const long = `Das gilt, d. h. Daten nach Art. 15 Abs. 3 S. 1 DSGVO vom 3. März, z. B. Kopien, vgl. Nr. 5 ${"und weitere Daten ".repeat(9)}.`;
  expect(await saidOf(long)).toEqual([expect.stringMatching(/^note: this sentence has 4\d words/)]);
  expect(await saidOf(long.replace("vgl. Nr. 5", "Kopien. Nun"))).toEqual([]);
});

test("sentences are found easy or hard to read by the figure for German", async () => {
  const easeOf = async (text: string) => {
    await page(text);
    const all = readingEase(await readContent(folder));
    return all.find(({ file }) => file === "pages/probe.mdx");
  };
  /* Of one syllable each, but for "Katze". */
  const easy = await easeOf("Die Katze saß auf dem Tisch. ".repeat(4));
  expect(easy).toMatchObject({ words: 24, sentences: 4 });
  expect(easy?.ease).toBeCloseTo(180 - 6 - (58.5 * 7) / 6, 5);
  const hard = await easeOf(`${"Datenschutzgrundverordnung Auftragsverarbeitung ".repeat(10)}.`);
  expect(hard?.ease).toBeLessThan(0);
});

for (const [word, count] of Object.entries({
  Daten: 2,
  Verein: 2,
  europäische: 5,
  beantworten: 4,
  Quelle: 2,
  Auftragsverarbeiter: 6,
  Gebäude: 3,
  DSGVO: 5,
  "2026": 1,
}))
  test(`the German word "${word}" has ${String(count)} syllables`, () => {
    expect(germanSyllables(word)).toBe(count);
  });

test("an id follows the spelling of the language, also where the check suggests it", async () => {
  await cp(join(folder, "pages/cookies.mdx"), join(folder, "pages/Übermittlung.mdx"));
  expect(await said("pages/Übermittlung.mdx")).toContainEqual(
    expect.stringContaining('for example to "uebermittlung.mdx"'),
  );
});

test("a link leads to a heading in the letters of an address", async () => {
  expect(await saidOf("[Drittländer](/serverstandorte/#uebermittlung-in-drittlaender)")).toEqual(
    [],
  );
  expect(await saidOf("[Drittländer](/serverstandorte/#übermittlung-in-drittländer)")).toEqual([
    expect.stringContaining("uebermittlung-in-drittlaender"),
  ]);
});
