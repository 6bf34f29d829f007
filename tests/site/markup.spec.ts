import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { firstView, statementBytes } from "../../src/centre/first-view.ts";
import { site } from "../content/read.ts";
import { notHeld } from "../content/source.ts";
import {
  documents,
  elements,
  interactive,
  isDraft,
  notFound,
  pages,
  unlisted,
  type BuiltPage,
} from "./pages.ts";

const validator = new HtmlValidate(new FileSystemConfigLoader());

/** The scripts or styles that stand in the page itself. */
const inline = ({ html }: BuiltPage, tag: "script" | "style"): string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?![^>]*\\b(?:src|type)=)[^>]*>(.*?)</${tag}>`, "gs"))].map(
    ([, text = ""]) => text,
  );

for (const page of documents) {
  const { path, file, html } = page;
  const all = elements(page);

  test(`${path} is valid HTML`, async () => {
    const { results } = await validator.validateFile(file);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => {
          const context = html.split("\n")[line - 1]?.slice(Math.max(0, column - 40), column + 80);
          return `${file}:${String(line)}:${String(column)} ${ruleId}: ${message}\n  ${context ?? ""}`;
        }),
      ),
    ).toEqual([]);
  });

  test(`${path} has one main heading, a language, and every id once`, () => {
    expect(all.filter(({ name }) => name === "h1")).toHaveLength(1);
    expect(all.find(({ name }) => name === "html")?.attributes["lang"]).toBe(site.center.language);
    const ids = all.flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
    for (const { name, attributes } of all)
      if (/^h[2-6]$/.test(name) && path !== "/everything/")
        expect(attributes["id"] ?? "none", "headings are addresses").toMatch(/^[a-z0-9-]+$/);
  });

  test(`${path} carries the security policy that fits exactly what it holds`, () => {
    const [policy, ...others] = all.filter(
      ({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy",
    );
    expect(others).toEqual([]);
    const place = html.indexOf("Content-Security-Policy");
    expect(place).toBeGreaterThan(0);
    expect(html.slice(0, place)).not.toMatch(/<(?:style|script|link|img|body)\b/);

    const directives = new Map(
      (policy?.attributes["content"] ?? "").split(/\s*;\s*/).map((directive) => {
        const [name = "", ...values] = directive.split(/\s+/);
        return [name, values];
      }),
    );
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("base-uri")).toEqual(["'none'"]);
    expect(directives.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect(directives.get("trusted-types")).toEqual(["'none'"]);
    const values = [...directives.values()].flat();
    expect(values.join(" ")).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|:/);

    for (const tag of ["script", "style"] as const) {
      const given = (directives.get(`${tag}-src`) ?? []).filter((value) => value.includes("sha"));
      const held = inline(page, tag).map(
        (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
      );
      expect(given.toSorted()).toEqual([...new Set(held)].toSorted());
    }
  });

  test(`${path} has no inline handler or style, and nothing from elsewhere`, () => {
    const inTag = all.flatMap(({ name, attributes }) =>
      Object.keys(attributes)
        .filter((attribute) => attribute === "style" || attribute.startsWith("on"))
        .map((attribute) => `<${name} ${attribute}>`),
    );
    expect(inTag).toEqual([]);
    const loaded = all.flatMap(({ name, attributes: { rel, href, src, srcset, data, action } }) => [
      ...(name === "a" ||
      rel === "canonical" ||
      rel === "alternate" ||
      (name === "link" && rel === undefined)
        ? []
        : [href]),
      ...[src, srcset, data, action],
    ]);
    expect(loaded.filter((target) => target !== undefined && !/^[/#](?!\/)/.test(target))).toEqual(
      [],
    );
  });
}

for (const page of pages) {
  const { path, html } = page;
  const all = elements(page);

  if (!interactive.includes(path))
    test(`${path} holds no script but the small one that opens the search`, () => {
      const files = all.filter(
        ({ name, attributes, inert }) => name === "script" && attributes["src"] && !inert,
      );
      expect(files.map(({ attributes }) => attributes["src"])).toEqual([]);
      const [opener = "", ...others] = inline(page, "script").map((text) => text.trim());
      expect(others).toEqual([]);
      expect(Buffer.byteLength(opener), "bytes").toBeLessThanOrEqual(1000);
    });

  if (path !== "/everything/") {
    /* What a server sends in its first flight; what is kept for the record may take a second. */
    const bound = /^\/(?:statements|versions|changes\/\d)/.test(path)
      ? statementBytes
      : firstView.page;
    test(`${path} fits ${String(bound)} bytes of brotli`, () => {
      expect(brotliCompressSync(html).byteLength, "bytes").toBeLessThanOrEqual(bound);
    });
  }

  /* What Legal adds may take more; what was taken over must not grow by what the site adds. */
  if (path === "/")
    test("the overview as it was taken over fits 7,000 bytes of brotli", () => {
      test.skip(notHeld !== "", notHeld);
      expect(brotliCompressSync(html).byteLength, "bytes").toBeLessThanOrEqual(7_000);
    });

  test(`${path} says what it is to search engines and link previews`, () => {
    const meta = (key: "name" | "property", value: string) =>
      all.find(({ name, attributes }) => name === "meta" && attributes[key] === value)?.attributes[
        "content"
      ];
    const canonical = all.find(({ attributes }) => attributes["rel"] === "canonical")?.attributes;
    if (path !== notFound) {
      expect(canonical?.["href"]).toBe(new URL(path, site.center.url).href);
      expect(meta("property", "og:url")).toBe(canonical?.["href"]);
    }
    expect(meta("name", "description")).toMatch(/\S+ \S+/);
    for (const property of ["og:title", "og:description", "og:type", "og:site_name"])
      expect(meta("property", property), property).toBeTruthy();
    if (isDraft || unlisted.includes(path)) expect(meta("name", "robots")).toBe("noindex");
    else expect(meta("name", "robots")).toBeUndefined();
  });
}

test("what only the index of the search needs is on no page", () => {
  for (const { path, html } of documents)
    expect(html.match(/ data-(?:also-asked|section|search-as|pagefind-[a-z]+)\b/)?.[0], path).toBe(
      undefined,
    );
});

test("no two pages have the same title or description", () => {
  const titles = pages.map((page) => elements(page).find(({ name }) => name === "title")?.text);
  const descriptions = pages.map(
    (page) =>
      elements(page).find(({ attributes }) => attributes["name"] === "description")?.attributes[
        "content"
      ],
  );
  for (const all of [titles, descriptions])
    expect(all.filter((id, position) => all.indexOf(id) !== position)).toEqual([]);
});
