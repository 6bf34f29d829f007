import { createHash } from "node:crypto";
import { decode, encode } from "cborg";

/** A file of the index: its path below `pagefind/`, and what it holds, unzipped but for fragments. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** A filter's name, and for each of its values the pages that have it. */
type Filter = [name: string, values: [string, number[]][]];
/** Pagefind's version, its pages, its pieces, and each filter with the name of its file. */
type Overview = [string, unknown, unknown, filters: [string, string][], ...unknown[]];
interface Entry {
  languages: Record<string, { hash: string }>;
}

/** Begins every binary file that Pagefind writes; CBOR (RFC 8949) follows. */
const signature = Buffer.from("pagefind_dcd");

const changed =
  <Value>(change: (value: Value) => Value) =>
  (content: Uint8Array): Uint8Array =>
    Buffer.concat([signature, encode(change(decode(content.subarray(signature.length)) as Value))]);

/** `en_0a1b2c3` with as many digits of the content's hash as it has of another. */
const nameAfter = (content: Uint8Array, name: string): string => {
  const [language = "", digits = ""] = name.split("_");
  return `${language}_${createHash("sha256").update(content).digest("hex").slice(0, digits.length)}`;
};

/**
 * The same index, with what Pagefind leaves to chance put in order: the values of a filter come in
 * a new order each time. Since files are named after what they hold, a filter gets a new name, and
 * so does the overview (`pf_meta`) that names it; the entry names the overview.
 * @param files the whole index as Pagefind 1.5 makes it
 */
export const deterministicIndex = (files: readonly IndexFile[]): IndexFile[] => {
  const names = new Map<string, string>();
  const nameNow = (name: string) => names.get(name) ?? name;

  const change =
    (kind: RegExp, settle: (content: Uint8Array) => Uint8Array) => (file: IndexFile) => {
      const name = kind.exec(file.path)?.[1];
      if (name === undefined) return file;
      const content = settle(file.content);
      names.set(name, nameAfter(content, name));
      return { path: file.path.replace(name, nameNow(name)), content };
    };

  return files
    .map(
      change(
        /^filter\/(.+)\.pf_filter$/,
        changed<Filter>(([name, values]) => [
          name,
          values.toSorted(([a], [b]) => (a < b ? -1 : 1)),
        ]),
      ),
    )
    .map(
      change(
        /^pagefind\.(.+)\.pf_meta$/,
        changed<Overview>(([version, pages, pieces, filters, ...others]) => [
          version,
          pages,
          pieces,
          filters.map(([name, file]) => [name, nameNow(file)]),
          ...others,
        ]),
      ),
    )
    .map((file) => {
      if (file.path !== "pagefind-entry.json") return file;
      const entry = JSON.parse(Buffer.from(file.content).toString()) as Entry;
      for (const language of Object.values(entry.languages)) language.hash = nameNow(language.hash);
      return { ...file, content: Buffer.from(JSON.stringify(entry)) };
    });
};
