import { expect, test } from "@playwright/test";
import { closeArticles, tagsClosed, withFormerIds } from "../../src/components/markup.ts";

for (const [html, closed] of [
  ['<a title="1 > 0" href="/">a > b</a>', '<a title="1 &gt; 0" href="/">a > b</a>'],
  ['<p title="a > b"\n id="c > d"/>', '<p title="a &gt; b"\n id="c &gt; d"/>'],
  ["<b title='it is \"so\"'>c</b>", "<b title='it is \"so\"'>c</b>"],
  ['<script>a = "<b" > "c>"</script><i id=">">', '<script>a = "<b" > "c>"</script><i id="&gt;">'],
  ['1 < 2 > "0 > -1"', '1 < 2 > "0 > -1"'],
] as const)
  test(`the tags of ${html} end at their first ">"`, () => {
    expect(tagsClosed(html)).toBe(closed);
  });

test("articles have no space around blocks, and keep that between words", () => {
  expect(
    closeArticles(
      '<p> a </p> <article class="x"> <h3 id="y > z"> <a>b</a> c </h3> <p>\u00a0d <b>e</b> f</p>\n<ul>\n<li>g</li> </ul> </article> <p>',
    ),
  ).toBe(
    '<p> a </p> <article class="x"><h3 id="y &gt; z"><a>b</a> c</h3><p>\u00a0d <b>e</b> f</p><ul><li>g</li></ul></article> <p>',
  );
});

for (const [what, html, found] of [
  ["a heading", '<h2 id="new"><a>A</a></h2>', '<h2 id="new"><span id="old"></span><a>A</a></h2>'],
  [
    "a row",
    '<tr role="row" id="new"> <th scope="row"> A</th></tr>',
    '<tr role="row" id="new"> <th scope="row"><span id="old"></span> A</th></tr>',
  ],
  ["nothing", "<p>A</p>", "<p>A</p>"],
] as const)
  test(`a former id leads to ${what}`, () => {
    expect(withFormerIds(html, { old: "new" })).toBe(found);
  });
