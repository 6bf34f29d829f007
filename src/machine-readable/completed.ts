import { listRowId, rowsOfFacts } from "../schemas/vocabulary.ts";
import type { PageText } from "./markdown.ts";
import type { PublicCentre, PublicList, ToCome } from "./public-centre.ts";

/**
 * The model with what only the built pages tell: their texts, and where each record has its row.
 * @param texts of the pages, those of the navigation first and in its order
 * @param toCome what is said of those that do not hold yet, by the paths of their pages
 * @throws if a page or an answer is missing
 */
export const completed = (
  centre: PublicCentre,
  texts: readonly PageText[],
  toCome: ReadonlyMap<string, ToCome>,
): PublicCentre => {
  const complete = (path: string) => new URL(path, centre.address).href;
  const pages = new Map(texts.map(({ path, markdown }) => [complete(path), markdown]));
  const answers = new Map(
    texts.flatMap((text) => [...text.answers].map(([path, answer]) => [complete(path), answer])),
  );
  const at = (all: ReadonlyMap<string, string>, address: string): string => {
    const text = all.get(address);
    if (text === undefined) throw new Error(`no built page has what is said to be at ${address}`);
    return text;
  };
  /* Where a page of questions repeats what another shows, the other is the place for it. */
  const places = texts.toSorted((a, b) => Number(a.answers.size > 0) - Number(b.answers.size > 0));
  const rowOf = (ids: readonly string[]): string | undefined =>
    ids
      .flatMap((id) =>
        places.filter(({ rows }) => rows.has(id)).map(({ path }) => complete(`${path}#${id}`)),
      )
      .at(0);
  const placed = <List extends PublicList>(
    lists: Readonly<Record<string, List>>,
    idsOf: (list: string, id: string) => readonly string[],
  ): Record<string, List> =>
    Object.fromEntries(
      Object.entries(lists).map(([name, list]) => {
        const records = list.records.map((record) => {
          const address = record.address ?? rowOf(idsOf(name, record.id));
          return address === undefined ? record : { ...record, address };
        });
        return [name, { ...list, records }];
      }),
    );
  const toComeAt = (address: string) => toCome.get(new URL(address).pathname);
  const withText = (page: PublicCentre["pages"][number]) => ({
    ...page,
    ...toComeAt(page.address),
    text: at(pages, page.address),
  });
  return {
    ...centre,
    pages: centre.pages.map(withText),
    statements: centre.statements.map(withText),
    questions: centre.questions.map((question) => ({
      ...question,
      ...toComeAt(question.address),
      answer: at(answers, question.address),
    })),
    facts: placed(centre.facts, rowsOfFacts),
    lists: placed(centre.lists, (list, id) => [listRowId(list, id)]),
  };
};
