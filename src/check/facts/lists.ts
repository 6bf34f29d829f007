import { contentFolder } from "../../environment.ts";
import { isFactName } from "../../schemas/facts.ts";
import { id as idSchema } from "../../schemas/fields.ts";
import { fileOfList, listNames, type DeclaredList } from "../../schemas/lists.ts";
import { vocabulary, wordOf } from "../../schemas/vocabulary.ts";
import { isComponentName } from "../../parse/component-names.ts";
import { languageOf, type Content } from "../../parse/content.ts";
import { error, top, warning, type Issue } from "../../parse/issue.ts";
import { propOf } from "../../parse/mdx-tree.ts";
import { adviceFor, meantId } from "../../parse/nearest.ts";
import { componentsIn } from "../components/placed-components.ts";
import { fileNameFault, fileNameLike } from "../files/ids.ts";

const fileOf = ({ id }: DeclaredList) => fileOfList(`lists/${id}`);

const isId = (name: string) => idSchema.safeParse(name).success;

/** Names of files that cannot be those of lists. */
const misnamed = (list: DeclaredList, content: Content): Issue[] => {
  const { id } = list;
  if (isFactName(id))
    return [
      error(
        fileOf(list),
        top,
        `there is a list "${id}" already, ${contentFolder}/${fileOfList(id)}; give this file another name, or add its records there`,
      ),
    ];
  const fault = fileNameFault(id, "list");
  const better = fileNameLike(id, "list", languageOf(content));
  return fault === undefined
    ? []
    : [error(fileOf(list), top, `${fault}; rename it, for example to "${better}.yaml"`)];
};

/** Columns that refer to a list which is not there. */
const strayColumns = (list: DeclaredList, { lists, placeOf }: Content): Issue[] => {
  const known = listNames(lists).filter((name) => name !== "countries");
  return list.columns.flatMap(({ of }, at) => {
    if (of === undefined || known.includes(of)) return [];
    const advice = adviceFor(meantId(of, known), known, `write one of: ${known.join(", ")}`);
    return [
      error(
        fileOf(list),
        placeOf(fileOf(list), ["columns", at, "of"]),
        `there is no list "${of}"; ${advice}`,
      ),
    ];
  });
};

/** The ids of the declared lists that pages, answers and statements show. */
const shownLists = ({ bodies }: Content): ReadonlySet<string | undefined> =>
  new Set(
    bodies.flatMap((body) =>
      componentsIn(body)
        .filter(({ name }) => name === "List")
        .map(({ node }) => propOf(node, "of")),
    ),
  );

/** Declared lists that nobody can see. */
const unshown = (list: DeclaredList, shown: ReadonlySet<string | undefined>): Issue[] =>
  shown.has(list.id) || isFactName(list.id) || !isId(list.id)
    ? []
    : [
        warning(
          fileOf(list),
          top,
          `no page shows this list; write <List of="${list.id}" /> in a line of its own where it belongs`,
        ),
      ];

/** Lists that the organization declares, and that are misnamed, refer to no list, or are not shown. */
export const faultyLists = (content: Content): Issue[] => {
  const shown = shownLists(content);
  return content.lists.flatMap((list) => [
    ...misnamed(list, content),
    ...strayColumns(list, content),
    ...unshown(list, shown),
  ]);
};

/** The component that shows a list of facts; nothing where none shows it. */
export const componentShowing = (list: string): string | undefined =>
  Object.keys(vocabulary)
    .filter(isComponentName)
    .find((name) => wordOf(name).shows?.some(({ of }) => of === list));
