/*
 * Pagefind's engine without the script that it comes with, which would be a tenth of what the first
 * search costs: that has workers, several indexes and excerpts, and asks for one file after another.
 * The build holds the engine to what is used of it here.
 */

/** A place in the memory of the engine, and the length of what is there, in bytes. */
type Span = [start: number, length: number];

/** What the engine (version 1) exports, as wasm-bindgen compiles it. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(length: number, alignment: number): number;
  __wbindgen_free(start: number, length: number, alignment: number): void;
  /* An index is where the engine has it; adding to it may move it. */
  init_pagefind(...meta: Span): number;
  load_index_chunk(index: number, ...chunk: Span): number;
  request_indexes(index: number, ...query: Span): Span;
  search(index: number, ...given: [...Span, ...Span, ...Span, ...Span, number, number]): Span;
}

/** The names of what is used of the engine. */
export const used = [
  ...["memory", "__wbindgen_externrefs", "__wbindgen_start", "__wbindgen_malloc"],
  ...["__wbindgen_free", "init_pagefind", "load_index_chunk", "request_indexes", "search"],
] as const satisfies readonly (keyof Exports)[];

/** A passage that has what was looked for, as the engine tells of it. */
interface Found {
  /** The name of its fragment. */
  readonly p: string;
  /** How well it fits: in a short passage, or more often, better. */
  readonly s: number;
  /** The positions of the matching words, counted in words. */
  readonly l: readonly { readonly l: number }[];
  /** The metadata with matching words. */
  readonly mf?: readonly string[] | null;
}

/** An index of passages. */
export interface Index {
  /** The names of the pieces of the index that a query needs, all those that were added included. */
  readonly piecesFor: (query: string) => readonly string[];
  readonly add: (piece: Uint8Array) => void;
  /**
   * The passages that have the words of a query.
   * @param query in small letters, without accents
   * @param isPhrase whether they must be next to one another
   */
  readonly search: (query: string, isPhrase: boolean) => readonly Found[];
}

/**
 * Starts the engine.
 * @param engine its WebAssembly
 * @param meta what is known of the index from the start
 */
export const openIndex = async (engine: BufferSource, meta: Uint8Array): Promise<Index> => {
  const { instance } = await WebAssembly.instantiate(engine, {
    "./pagefind_web_bg.js": {
      /* The values that JavaScript always has, where the engine looks for them. */
      __wbindgen_init_externref_table: () => {
        const table = exports.__wbindgen_externrefs;
        const at = table.grow(4);
        table.set(0, undefined);
        [undefined, null, true, false].forEach((value, offset) => {
          table.set(at + offset, value);
        });
      },
    },
  });
  const exports = instance.exports as unknown as Exports;
  const given = (bytes: Uint8Array): Span => {
    const start = exports.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(exports.memory.buffer).set(bytes, start);
    return [start, bytes.length];
  };
  const text = (words: string) => given(new TextEncoder().encode(words));
  const taken = (span: Span): unknown => {
    const words = new TextDecoder().decode(new Uint8Array(exports.memory.buffer, ...span));
    exports.__wbindgen_free(...span, 1);
    return JSON.parse(words);
  };
  exports.__wbindgen_start();
  let index = exports.init_pagefind(...given(meta));
  return {
    piecesFor: (query) => taken(exports.request_indexes(index, ...text(query))) as string[],
    add: (piece) => {
      index = exports.load_index_chunk(index, ...given(piece));
    },
    search: (query, isPhrase) => {
      const [filters, order] = [text("{}"), text("")];
      const words = [text(query), text(query)] as const;
      return (
        taken(
          exports.search(
            index,
            ...words[0],
            ...words[1],
            ...filters,
            ...order,
            Number(isPhrase),
            0,
          ),
        ) as { results: Found[] }
      ).results;
    },
  };
};
