import { contentFolder } from "../../environment.ts";
import { inBodies } from "../findings.ts";
import { wordOf } from "../../schemas/vocabulary.ts";
import type { Content } from "../../parse/content.ts";
import { error, top, type Issue } from "../../parse/issue.ts";
import { componentsIn } from "./placed-components.ts";

const withoutFacts = (content: Content): Issue[] =>
  inBodies(content, (body) =>
    componentsIn(body).flatMap(({ name, start }) => {
      const { shows = [], page } = wordOf(name);
      return shows
        .filter(({ of }) => content.facts[of].length === 0 && !content.uncertain.has(of))
        .map(({ of }) => ({
          offset: start,
          message: `<${name}> has nothing to show, because ${contentFolder}/facts/${of}.yaml has no entries; add one there${page === undefined ? ", or delete this line" : ""}`,
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
