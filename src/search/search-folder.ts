/*
 * The files of the search, as the build writes them and the browser asks for them. The names of
 * those that are asked for first never change, so that pages can name them.
 */

/** The folder of the built site that holds the search index. */
export const searchFolder = "pagefind";

/** Pagefind's engine for a language. */
export const engineFile = (language: string) => `wasm.${language}.pagefind`;

/** What the engine must know of the index, and the index itself where it is in one piece. */
export const indexFile = "index.pagefind";

/** What is known of all passages. */
export const passagesFile = "passages.json";

/** The addresses of what a first search needs, in the language of the site; what answers at once is first. */
export const firstFiles = (language: string): string[] =>
  [passagesFile, indexFile, engineFile(language)].map((file) => `/${searchFolder}/${file}`);

/** A piece of the index. */
export const pieceFile = (name: string) => `index/${name}.pf_index`;

/** A passage, by the version of the site and its number. */
export const passageFile = (version: string, number: number) =>
  `fragment/${version}/${String(number)}.pf_fragment`;

/** The file that lists words, for those who mistype one. */
export const wordListFile = "words.txt";

/** What is in `indexFile`: the length of the first part, in four bytes, and both parts. */
export const packed = (meta: Uint8Array, index: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(4 + meta.length + index.length);
  new DataView(whole.buffer).setUint32(0, meta.length);
  whole.set(meta, 4);
  whole.set(index, 4 + meta.length);
  return whole;
};

/** The parts of what `packed` returns. */
export const unpacked = (whole: Uint8Array): [meta: Uint8Array, index: Uint8Array] => {
  const end = 4 + new DataView(whole.buffer, whole.byteOffset).getUint32(0);
  return [whole.subarray(4, end), whole.subarray(end)];
};

/** What is in `passagesFile`. */
export interface Passages {
  /** What the addresses of the passages' files begin with. */
  readonly version: string;
  /** The sections of the site. */
  readonly sections: readonly string[];
  /** The section of each passage, by its place in the list of sections. */
  readonly sectionOf: readonly number[];
  /** The numbers of passages that no longer apply, and of those that only name what is elsewhere. */
  readonly archived: readonly number[];
  readonly outlines: readonly number[];
  /** Where else to look: addresses and titles. */
  readonly waysOn: readonly (readonly [href: string, title: string])[];
  /** The titles of all passages, where they are few enough. */
  readonly titles?: Titles;
}

/** What is found before the index is there. */
export interface Titles {
  /** For each passage its address, its title, and what people also ask that it answers, if there is any. */
  readonly of: readonly (readonly [href: string, title: string, alsoAsked?: string])[];
  /** Words of the texts that words of titles begin with; a space before, between and after them. */
  readonly whole: string;
}

/** A passage, as it is in its file. */
export interface Passage {
  readonly url: string;
  readonly title: string;
  /** Its words are what white space separates. */
  readonly text: string;
  /** What people also ask that it answers. */
  readonly alsoAsked: string;
}
