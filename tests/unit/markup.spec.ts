import { expect, test } from "@playwright/test";
import { tagsClosed } from "../../src/components/markup.ts";

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
