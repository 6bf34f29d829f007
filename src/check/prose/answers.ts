import { contentFolder } from "../../environment.ts";
import { partsOf, propOf } from "../../parse/mdx-tree.ts";
import type { Content } from "../../parse/content.ts";
import { error, placeAt, warning, type Issue } from "../../parse/issue.ts";
import type { Body } from "../../parse/mdx.ts";

/** Pages and questions without text; the FAQ page needs none, since it shows the questions. */
export const emptyBodies = ({ bodies, texts }: Content): Issue[] =>
  bodies
    .filter(({ file, text }) => file !== "pages/faq.mdx" && text.trim() === "")
    .map(({ file }) =>
      error(
        file,
        placeAt(texts.get(file) ?? "", (texts.get(file) ?? "").trimEnd().length),
        file.startsWith("faq/")
          ? "this question has no answer; write it below the second ---"
          : "this page has no text; write it below the second ---",
      ),
    );

/** Topics without questions, which are not shown. */
export const emptyTopics = ({ facts, prose, placeOf }: Content): Issue[] => {
  const used = new Set(prose.faq.map(({ data }) => data.topic));
  return facts.topics.flatMap(({ id }, position) =>
    id === "" || used.has(id)
      ? []
      : [
          warning(
            "facts/topics.yaml",
            placeOf("facts/topics.yaml", [position, "id"]),
            `no question has the topic "${id}", so it is not shown; write topic: ${id} in a question, or delete the topic`,
          ),
        ],
  );
};

interface Inclusion {
  readonly to: string;
  readonly offset: number;
}

const inclusionsIn = (body: Body | undefined): Inclusion[] =>
  (body ? partsOf(body) : []).flatMap(({ node, start }) =>
    "name" in node && node.name === "Answer"
      ? [{ to: `faq/${propOf(node, "to") ?? ""}.mdx`, offset: start }]
      : [],
  );

/** The files of the answers that a file includes, directly or through other answers. */
export const answersIn = (
  { bodies }: Pick<Content, "bodies">,
  file: string,
  included: Set<string> = new Set(),
): ReadonlySet<string> => {
  for (const { to } of inclusionsIn(bodies.find((body) => body.file === file))) {
    if (included.has(to)) continue;
    included.add(to);
    answersIn({ bodies }, to, included);
  }
  return included;
};

/** Answers that include themselves, directly or through others: the build would never end. */
export const circularAnswers = ({ bodies }: Content): Issue[] => {
  const leadsTo = (from: string, goal: string, seen: readonly string[] = []): boolean =>
    from === goal ||
    (!seen.includes(from) &&
      inclusionsIn(bodies.find(({ file }) => file === from)).some(({ to }) =>
        leadsTo(to, goal, [...seen, from]),
      ));
  return bodies.flatMap((body) =>
    inclusionsIn(body)
      .filter(({ to }) => leadsTo(to, body.file))
      .map(({ to, offset }) =>
        error(
          body.file,
          placeAt(body.text, offset),
          to === body.file
            ? "an answer cannot include itself; delete this line"
            : `${contentFolder}/${to} includes this answer in turn, so neither would end; delete one of the two`,
        ),
      ),
  );
};
