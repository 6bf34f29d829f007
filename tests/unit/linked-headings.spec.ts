import { satteri } from "@astrojs/markdown-satteri";
import { expect, test } from "@playwright/test";
import { linkedHeadings } from "../../src/markdown/linked-headings.ts";

const rendered = async (text: string): Promise<string> => {
  const renderer = await satteri({ hastPlugins: linkedHeadings }).createRenderer({});
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
