import { satteri } from "@astrojs/markdown-satteri";
import { expect, test } from "@playwright/test";
import { linkedHeadings } from "../../src/markdown/linked-headings.ts";

const rendered = async (text: string, language = "en"): Promise<string> => {
  const renderer = await satteri({ hastPlugins: linkedHeadings(language) }).createRenderer({});
  const { code } = await renderer.render(text);
  return code.trim();
};

test("a heading leads to itself, and one of the same words to its own address", async () => {
  expect(await rendered("## *Our* terms\n\n### Our terms")).toBe(
    '<h2 id="our-terms"><a href="#our-terms"><em>Our</em> terms</a></h2>\n<h3 id="our-terms-1"><a href="#our-terms-1">Our terms</a></h3>',
  );
});

test("a heading that holds a link stays as it is: no link stands within another", async () => {
  expect(await rendered("## Our [terms](/terms/)\n\n### Our **[terms](/terms/)**")).toBe(
    '<h2 id="our-terms">Our <a href="/terms/">terms</a></h2>\n<h3 id="our-terms-1">Our <strong><a href="/terms/">terms</a></strong></h3>',
  );
});

test("the id of a heading has letters that an address shows as they are, as its language spells them", async () => {
  const id = async (words: string, language: string) =>
    /id="([^"]*)"/.exec(await rendered(`## ${words}`, language))?.[1];
  expect(await id("Größe der Übermittlung", "de")).toBe("groesse-der-uebermittlung");
  expect(await id("Größe der Übermittlung", "de-AT")).toBe("groesse-der-uebermittlung");
  expect(await id("Överföring till tredje land", "sv")).toBe("overforing-till-tredje-land");
  expect(await id("Çerez kullanımı", "tr")).toBe("cerez-kullanimi");
  expect(await id("Передача данных", "uk")).toBe("передача-данных");
});

test("headings whose letters differ in their marks only have an id each", async () => {
  expect(await rendered("## Uber\n\n## Über", "sv")).toMatch(/id="uber"[^]*id="uber-1"/);
});
