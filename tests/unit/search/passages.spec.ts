import { expect, test } from "@playwright/test";
import { indexedPage } from "../../../src/build/passages.ts";

const pageOf = (body: string, attributes = "") =>
  `<html lang="en"><head><meta name="description" content="What it&#39;s about"></head><body>
  <nav>Elsewhere</nav><main data-pagefind-body data-section="Q &amp; A" ${attributes}>${body}</main></body></html>`;

const passages = (body: string, attributes?: string) =>
  indexedPage(pageOf(body, attributes), "/a/")?.passages;

test("a page without a section is not searched", () => {
  expect(indexedPage("<html><body><main><h1>A</h1>B</main></body></html>", "/a/")).toBeUndefined();
});

test("a passage is what is below a heading with an address, or below the title", () => {
  const body = `<h1>Title</h1><p>One</p><h2 id="b"><a href="#b">B &amp;<em> C</em></a></h2>
    <table><tr><th>Two</th><td>three&nbsp;<b>4</b></td></tr></table><ul><li>five:</li><li>six</li></ul>
    <h3>No address</h3><p>seven <a href="/">ei</a>ght.</p>`;
  expect(indexedPage(pageOf(body), "/a/")).toEqual({
    language: "en",
    section: "Q & A",
    isArchived: false,
    passages: [
      { url: "/a/", title: "Title", text: "One", isOutline: false, alsoAsked: "" },
      {
        url: "/a/#b",
        title: "B & C",
        text: "Two. three 4. five: six. No address. seven eight.",
        isOutline: false,
        alsoAsked: "",
      },
    ],
  });
});

test("what is ignored, drawn, or in a script is not searched, and what cannot be seen is left out", () => {
  expect(
    passages(`<h1>T</h1><p data-pagefind-ignore>a</p><svg><text>b</text></svg><script>c</script>
      <template>d</template><p>Daten\u00ADschutz\u200B,  \u00A0(a)(i)</p>`),
  ).toMatchObject([{ text: "Datenschutz, (a) (i)" }]);
});

test("a heading with no text names what is below it, and one with nothing below is none", () => {
  expect(
    passages(`<h1>T</h1><h2 id="a">A</h2><h3 id="b">B</h3><p>one</p><h3 id="c">C</h3><p>two</p>
      <h2 id="d">D</h2><h2 id="e">E</h2><div data-search-as="A question?"><p>An answer</p></div>`),
  ).toMatchObject([
    { url: "/a/", text: "What it's about", isOutline: false },
    { url: "/a/#a", text: "B. C", isOutline: true },
    { url: "/a/#b", text: "one", isOutline: false },
    { url: "/a/#c", text: "two", isOutline: false },
    { url: "/a/#e", text: "A question?", isOutline: true },
  ]);
});

test("what people also ask belongs to the heading that it stands around, or to the one above", () => {
  const asked = (body: string, attributes?: string) =>
    passages(body, attributes)?.map(({ alsoAsked }) => alsoAsked);
  expect(
    asked(
      '<h1>T</h1><p>a</p><article data-also-asked="b; c"><h3 id="q">Q</h3><p>d</p></article>',
      'data-also-asked="e &quot;f&quot;"',
    ),
  ).toEqual(['e "f"', "b; c"]);
  expect(asked('<h1>T</h1><article data-also-asked="b"><p>d</p></article>')).toEqual(["b"]);
});
