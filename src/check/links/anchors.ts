import {
  differenceAnchor,
  footnoteAnchor,
  pagePath,
  statementPath,
  topicAnchor,
} from "../../centre/addresses.ts";
import { fileOfList } from "../../schemas/lists.ts";
import { shownBy, wordOf, type Shown } from "../../schemas/vocabulary.ts";
import type { Element } from "../components/props.ts";
import { shownRecords } from "../components/shown-records.ts";
import { isElement, openingOf, partsOf, propOf, wordsOf } from "../../parse/mdx-tree.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { languageOf, type Content } from "../../parse/content.ts";
import { HeadingIds } from "../../parse/heading-ids.ts";
import { placeAt, top, type Place } from "../../parse/issue.ts";

interface Words {
  readonly file: string;
  readonly place: Place;
}

/** Something on a page that a link can lead to, and what puts it there. */
export interface Anchor {
  readonly id: string;
  /** Where what puts it there is written. */
  readonly file: string;
  readonly place: Place;
  /** Where its words are written: for a row, in its record. */
  readonly words: Words;
  readonly kind: "heading" | "component" | "question" | "former" | "topic" | "difference";
  /** What puts it there, such as: the heading "Access". */
  readonly what: string;
}

type Brought = Pick<Anchor, "id" | "words">;

/** The anchors of the rows that show records, each with the place of its record. */
const rowsOf = (content: Content, shown: Shown, only: readonly string[] | undefined): Brought[] => {
  const { of, rows } = shown;
  const file = fileOfList(of);
  return rows === undefined
    ? []
    : (shownRecords(content, shown) ?? [])
        .filter(({ id }) => only?.includes(id) ?? true)
        .map(({ id, path }) => ({
          id: `${rows}${id}`,
          words: { file, place: content.placeOf(file, path) },
        }));
};

/** The remarks below the sentence of laws. */
const footnotes = (content: Content): Brought[] => {
  const named = shownRecords(content, { of: "laws", having: "order" }) ?? [];
  return rowsOf(
    content,
    { of: "laws", having: "footnote", rows: footnoteAnchor("") },
    named.map(({ id }) => id),
  );
};

const broughtBy = (
  node: Element,
  content: Content,
  here: Words,
  seen: ReadonlySet<string>,
): Brought[] => {
  if (node.name === null || !isComponentName(node.name)) return [];
  /* The value of a property in braces is unknown; that is an error of its own. */
  if (
    node.attributes.some(
      ({ type, value }) => type !== "mdxJsxAttribute" || typeof value === "object",
    )
  )
    return [];
  if (node.name === "Answer")
    return fragmentsIn(`faq/${propOf(node, "to") ?? ""}.mdx`, content, seen);
  const { name } = node;
  const { headings = [], row } = wordOf(name);
  const only = propOf(node, "only")
    ?.split(",")
    .map((id) => id.trim());
  return [
    ...headings.map((id) => ({ id, words: here })),
    ...(row === undefined ? [] : [{ id: `${row}${propOf(node, "id") ?? ""}`, words: here }]),
    ...(name === "Laws" ? footnotes(content) : []),
    ...shownBy(name, (prop) => propOf(node, prop)).flatMap((shown) => rowsOf(content, shown, only)),
  ];
};

/** The anchors in a file's body: headings, and rows of components. */
const fragmentsIn = (
  file: string,
  content: Content,
  seen: ReadonlySet<string> = new Set(),
): Anchor[] => {
  const body = content.bodies.find((body) => body.file === file);
  if (!body || seen.has(file)) return [];
  const ids = new HeadingIds(languageOf(content));
  return partsOf(body).flatMap((part): Anchor[] => {
    const { node, start } = part;
    if (node.type !== "heading" && !isElement(node)) return [];
    const place = placeAt(body.text, start);
    const here = { file, place };
    if (node.type === "heading") {
      const words = wordsOf(node);
      const what = `the heading "${words.trim()}"`;
      return [{ id: ids.next(words), file, place, words: here, kind: "heading", what }];
    }
    const what = openingOf(body, part);
    return broughtBy(node, content, here, new Set([...seen, file])).map(({ id, words }) => ({
      id,
      words,
      file,
      place,
      kind: "component",
      what,
    }));
  });
};

const former = (data: object): readonly string[] =>
  "formerly" in data ? (data.formerly as readonly string[]) : [];

const fragmentsOfQuestions = (content: Content): Anchor[] => [
  ...content.facts.topics.map(({ id }, position): Anchor => {
    const file = "facts/topics.yaml";
    const place = content.placeOf(file, [position, "id"]);
    const words = { file, place };
    return { id: topicAnchor(id), file, place, words, kind: "topic", what: `the topic "${id}"` };
  }),
  ...content.prose.faq.flatMap(({ id, data }): Anchor[] => {
    const file = `faq/${id}.mdx`;
    const words = { file, place: content.placeOf(file, ["question"]) };
    return [
      { id, file, place: top, words, kind: "question", what: `the question "${id}"` },
      ...former(data).map((old, position): Anchor => {
        const place = content.placeOf(file, ["formerly", position]);
        return { id: old, file, place, words, kind: "former", what: `"${old}" under "formerly"` };
      }),
      ...fragmentsIn(file, content),
    ];
  }),
];

/** Every path that the content gives the site, with its anchors. */
export const anchorsByPath = (content: Content): ReadonlyMap<string, readonly Anchor[]> =>
  new Map([
    ...content.prose.pages.flatMap(({ id, data }): [string, readonly Anchor[]][] => {
      const fragments = [
        ...fragmentsIn(`pages/${id}.mdx`, content),
        ...(id === "faq" ? fragmentsOfQuestions(content) : []),
      ];
      return [id, ...former(data)].map((path) => [pagePath(path), fragments]);
    }),
    ...content.prose.statements.map(({ id, data }): [string, readonly Anchor[]] => {
      const file = `statements/${id}.mdx`;
      return [
        statementPath(id),
        [
          ...(data.contradictions ?? []).map((_, at): Anchor => {
            const place = content.placeOf(file, ["contradictions", at]);
            return {
              id: differenceAnchor(at),
              file,
              place,
              words: { file, place },
              kind: "difference",
              what: `difference number ${String(at + 1)}`,
            };
          }),
          ...fragmentsIn(file, content),
        ],
      ];
    }),
  ]);
