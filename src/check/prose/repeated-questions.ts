import { contentFolder } from "../../environment.ts";
import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** A question without differences of case, spacing, and closing question mark. */
const normalized = (question: string): string =>
  question
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[ ?]+$/, "")
    .trimStart();

/** Finds the first file that asks a question, if any. */
export const fileAsking = ({ prose }: Content): ((question: string) => string | undefined) => {
  const files = new Map<string, string>();
  for (const { id, data } of prose.faq)
    if (data.question !== undefined && !files.has(normalized(data.question)))
      files.set(normalized(data.question), `faq/${id}.mdx`);
  return (question) => files.get(normalized(question));
};

/** Questions that another file asks in the same words. */
export const repeatedQuestions = (content: Content): Issue[] => {
  const firstAsking = fileAsking(content);
  return content.prose.faq.flatMap(({ id, data: { question } }) => {
    const file = `faq/${id}.mdx`;
    const first = question === undefined ? file : firstAsking(question);
    return first === undefined || first === file
      ? []
      : [
          error(
            file,
            content.placeOf(file, ["question"]),
            `${contentFolder}/${first} already asks this question; delete one of the two, or reword it`,
          ),
        ];
  });
};
