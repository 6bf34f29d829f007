import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { compress } from "../../src/build/compress.ts";

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "compress-"));
});

test.afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** So many characters of words, the same each time, and once more: in all, they compress to a third. */
const words = (length: number) => {
  let text = "";
  for (let at = 0; text.length < length; at += 1) {
    const word = createHash("sha256").update(String(at)).digest("base64");
    text += `${word.slice(0, 3 + (at % 9)).toLowerCase()} `;
  }
  return text.repeat(2);
};

/** The endings of a file's variants, all of which have its text. */
const variantsOf = async (name: string, text: string): Promise<string[]> => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  await compress(folder, [name]);
  const known = { br: brotliDecompressSync, gz: gunzipSync };
  return Object.entries(known).flatMap(([ending, plain]) => {
    if (!existsSync(`${path}.${ending}`)) return [];
    expect(plain(readFileSync(`${path}.${ending}`)).toString()).toBe(text);
    return [ending];
  });
};

const compressed = async (name: string, text: string) => {
  expect(await variantsOf(name, text)).toContain("br");
  const path = join(folder, name);
  return { bytes: statSync(`${path}.br`).size, best: brotliCompressSync(text).length };
};

test("a page that fits its first view anyway is compressed quickly", async () => {
  const { bytes, best } = await compressed("short.html", words(4_000));
  expect(bytes).toBeLessThanOrEqual(9_500);
  expect(bytes).toBeGreaterThan(best);
});

test("a page that would not fit is compressed as well as can be", async () => {
  const { bytes, best } = await compressed("long.html", words(20_000));
  expect(bytes).toBeGreaterThan(9_500);
  expect(bytes).toBeLessThanOrEqual(best + 20);
});

test("a page of releases is compressed as well as can be only where that lets it fit", async () => {
  const sizes = async (length: number) => compressed("versions/data/index.html", words(length));
  for (const length of [15_000, 23_000]) {
    const { bytes, best } = await sizes(length);
    expect(bytes, String(length)).toBeLessThanOrEqual(best + 20);
  }
  for (const length of [4_000, 20_000, 30_000]) {
    const { bytes, best } = await sizes(length);
    expect(bytes, String(length)).toBeGreaterThan(best + 10);
  }
});

test("pages and data have variants for all, pages as they stood for browsers, texts and feeds for programs", async () => {
  const text = words(4_000);
  for (const name of ["data/index.html", "changes/2026-01-01/index.html", "centre.json", "a.js"])
    expect(await variantsOf(name, text), name).toEqual(["br", "gz"]);
  for (const name of ["versions/data/index.html", "versions/data/2026-01-01/index.html"])
    expect(await variantsOf(name, text), name).toEqual(["br"]);
  for (const name of ["index.md", "data/index.md", "changes/feed.xml", "versions/data/feed.json"])
    expect(await variantsOf(name, text), name).toEqual(["gz"]);
});

test("what a search waits for is compressed as well as can be, and what nobody waits for is not", async () => {
  const text = words(4_000);
  const script = await compressed("script.js", text);
  const data = await compressed("data.json", text);
  expect(script.bytes).toBeLessThanOrEqual(script.best + 20);
  for (const name of ["pagefind/passages.json", "pagefind\\passages.json"]) {
    const passages = await compressed(name, text);
    expect(passages.bytes, name).toBe(script.bytes);
  }
  expect(data.bytes).toBeGreaterThan(script.bytes);
});

test("what is compressed already, or too short to gain, has no variants", async () => {
  for (const [name, content] of [
    ["short.txt", "few words"],
    ["zipped.pf_fragment", Buffer.from([0x1f, 0x8b, ...randomBytes(200)])],
    ["picture.png", words(1_000)],
  ] as const) {
    writeFileSync(join(folder, name), content);
    await compress(folder, [name]);
    expect(existsSync(join(folder, `${name}.br`)), name).toBe(false);
  }
});
