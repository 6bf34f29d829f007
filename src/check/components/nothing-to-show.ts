import { contentFolder } from "../../environment.ts";
import { inBodies } from "../findings.ts";
import { fileOfList } from "../../schemas/lists.ts";
import { shownBy, wordOf } from "../../schemas/vocabulary.ts";
import { propOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { shownRecords } from "./shown-records.ts";
import { error, top, type Issue } from "../../parse/issue.ts";
import { componentsIn } from "./placed-components.ts";

const withoutFacts = (content: Content): Issue[] =>
  inBodies(content, (body) =>
    componentsIn(body).flatMap(({ name, node, start }) => {
      const { page } = wordOf(name);
      return shownBy(name, (prop) => propOf(node, prop))
        .filter(
          (shown) => shownRecords(content, shown)?.length === 0 && !content.uncertain.has(shown.of),
        )
        .map(({ of, having }) => ({
          offset: start,
          message: `<${name}> has nothing to show, because ${contentFolder}/${fileOfList(of)} has no entries${having === undefined ? "" : ` with "${having}"`}; add one there${page === undefined ? ", or delete this line" : ""}`,
        }));
    }),
  );

const withoutQuestions = ({ prose, texts }: Content): Issue[] =>
  prose.faq.length > 0 || !texts.has("pages/faq.mdx")
    ? []
    : [
        error(
          "pages/faq.mdx",
          top,
          `this page has nothing to show, because there are no questions; write one in ${contentFolder}/faq/`,
        ),
      ];

/** Components and pages that show facts or questions when there are none. */
export const nothingToShow = (content: Content): Issue[] => [
  ...withoutFacts(content),
  ...withoutQuestions(content),
];
