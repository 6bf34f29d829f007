import type { Content } from "./content.ts";
import { fragmentsIn, recordsOf, type Fragment } from "./fragments.ts";

/** Paths of the centre, each with what one can link to there. */
export type Addresses = ReadonlyMap<string, readonly Fragment[]>;

const former = (data: object): readonly string[] =>
  "formerly" in data ? (data.formerly as readonly string[]) : [];

const fragmentsOfQuestions = (content: Content): Fragment[] => [
  ...recordsOf(content, "topics", "topic-", () => true),
  ...content.prose.faq.flatMap(({ id, data }) => {
    const file = `faq/${id}.mdx`;
    const place = content.placeOf(file, ["question"]);
    return [
      ...[id, ...former(data)].map((one) => ({ id: one, file, ...place })),
      ...fragmentsIn(file, content),
    ];
  }),
];

const fragmentsOfPage = (content: Content, id: string): Fragment[] =>
  id === "faq" ? fragmentsOfQuestions(content) : fragmentsIn(`pages/${id}.mdx`, content);

const fragmentsOfStatement = (content: Content, id: string): Fragment[] => {
  const file = `statements/${id}.mdx`;
  const { data } = content.prose.statements.find((one) => one.id === id) ?? {};
  return [
    ...(data?.contradictions ?? []).map((_, at) => ({
      id: `difference-${String(at + 1)}`,
      file,
      ...content.placeOf(file, ["contradictions", at]),
    })),
    ...fragmentsIn(file, content),
  ];
};

/** What stands on the page that holds everything: each part below its title, its ids behind its own. */
const fragmentsOfEverything = (content: Content): Fragment[] =>
  (["pages", "statements"] as const).flatMap((name) =>
    content.prose[name].flatMap(({ id }) => {
      const file = `${name}/${id}.mdx`;
      const below =
        name === "pages" ? fragmentsOfPage(content, id) : fragmentsOfStatement(content, id);
      return [
        { id, file, ...content.placeOf(file, ["title"]) },
        ...below.map((fragment) => ({ ...fragment, id: `${id}-${fragment.id}` })),
      ];
    }),
  );

/** Every path that the centre will have, with the fragments one can link to there. */
export const addressesOf = (content: Content): Addresses =>
  new Map([
    ...content.prose.pages.flatMap(({ id, data }): [string, readonly Fragment[]][] => {
      const fragments = fragmentsOfPage(content, id);
      return id === "index"
        ? [["/", fragments]]
        : [id, ...former(data)].map((path) => [`/${path}/`, fragments]);
    }),
    ...content.prose.statements.map(({ id }): [string, readonly Fragment[]] => [
      `/statements/${id}/`,
      fragmentsOfStatement(content, id),
    ]),
    ["/everything/", fragmentsOfEverything(content)],
    ["/search/", []],
  ]);

/** An address with its percent signs read; as it is where they cannot be. */
export const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};

/** The path at which what stands in a file is read. */
export const pathOf = (file: string): string => {
  const [folder = "", name = ""] = file.replace(/\.mdx$/, "").split("/");
  if (folder === "faq") return "/faq/";
  if (folder === "statements") return `/statements/${name}/`;
  return name === "index" ? "/" : `/${name}/`;
};
