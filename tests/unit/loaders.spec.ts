import { EventEmitter } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { LoaderContext } from "astro/loaders";
import { expect, test } from "@playwright/test";
import { proseLoader } from "../../src/markdown/prose-loader.ts";
import { recordsLoader } from "../../src/markdown/records-loader.ts";
import { splitProse } from "../../src/parse/front-matter.ts";
import { readYaml } from "../../src/parse/yaml.ts";
import { copyForTests } from "../content-copy.ts";

/* The loaders as the live preview has them: with a store that outlives the content, and a watcher. */

const copy = copyForTests("tests/fixtures/sound", tmpdir());

interface Entry {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const storeWith = (...entries: readonly Entry[]) => {
  const kept = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    kept,
    keys: () => [...kept.keys()],
    get: (id: string) => kept.get(id),
    set: (entry: Entry) => kept.set(entry.id, entry).size > 0,
    delete: (id: string) => kept.delete(id),
    clear: () => {
      kept.clear();
    },
  };
};

const previewWith = (store: ReturnType<typeof storeWith>) => {
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const logged: string[] = [];
  const log = (words: string) => logged.push(words);
  const context = {
    store,
    watcher,
    logger: { error: log, warn: log, info: log },
    config: {
      root: pathToFileURL(`${process.cwd()}/`),
      srcDir: pathToFileURL(`${process.cwd()}/`),
    },
    generateDigest: (text: string) => text,
    renderMarkdown: (html: string) => Promise.resolve({ html }),
    parseData: ({ data }: Entry) =>
      data["title"] === "wrong" ? Promise.reject(new Error("wrong")) : Promise.resolve(data),
    entryTypes: new Map([
      [
        ".mdx",
        {
          getEntryInfo: ({ contents }: { contents: string }) => {
            const { matter = "", body } = splitProse(contents);
            return Promise.resolve({ data: readYaml("", matter).value, body });
          },
        },
      ],
    ]),
  };
  return { context: context as unknown as LoaderContext, watcher, logged };
};

test("the preview begins without a text that has errors, and takes it once it is mended", async () => {
  const folder = mkdtempSync(join(tmpdir(), "desk-loader-"));
  const write = (file: string, title: string) => {
    writeFileSync(join(folder, file), `---\ntitle: ${title}\n---\n\nWords.\n`);
  };
  write("data.mdx", "wrong");
  const store = storeWith({ id: "elsewhere", data: {} });
  const { context, watcher, logged } = previewWith(store);
  await proseLoader(relative(process.cwd(), folder)).load(context);
  expect(logged.join()).toContain("wrong");
  expect(store.keys()).toEqual([]);
  write("data.mdx", "Data");
  watcher.emit("change", join(folder, "data.mdx"));
  await expect.poll(() => store.get("data")?.data).toEqual({ title: "Data" });
  rmSync(folder, { recursive: true });
});

test("the preview shows no records of the content that it showed before", async () => {
  const [folder, site] = [copy(), join(copy(), "site.yaml")];
  const text = readFileSync(site, "utf8");
  writeFileSync(site, `${text}\nx: [\n`);
  const store = storeWith({ id: "content", data: { site: "of another organization" } });
  const { context, watcher, logged } = previewWith(store);
  await recordsLoader(folder).load(context);
  expect(logged).toEqual([`${folder} has errors; npm run check says which`]);
  expect(store.keys()).toEqual([]);
  writeFileSync(site, text);
  watcher.emit("all", "change", site);
  await expect.poll(() => store.keys()).toHaveLength(1);
  /* While somebody is in the middle of a line, it shows what stood there. */
  const [before] = store.kept.values();
  writeFileSync(site, `${text}\nx: [\n`);
  watcher.emit("all", "change", site);
  await expect.poll(() => logged).toHaveLength(2);
  expect([...store.kept.values()]).toEqual([before]);
});
