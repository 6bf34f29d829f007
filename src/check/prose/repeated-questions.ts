import { contentFolder } from "../../environment.ts";
import type { Content } from "../../parse/content.ts";
import { error, type Issue } from "../../parse/issue.ts";

/** What a question asks, however its letters, spaces and question mark are typed. */
const asked = (question: string): string =>
  question
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[ ?]+$/, "")
    .trimStart();

/** Finds the first file that asks a question; nothing where none does. */
export const asking = ({ prose }: Content): ((question: string) => string | undefined) => {
  const files = new Map<string, string>();
  for (const { id, data } of prose.faq)
    if (data.question !== undefined && !files.has(asked(data.question)))
      files.set(asked(data.question), `faq/${id}.mdx`);
  return (question) => files.get(asked(question));
};

/** Questions that another file asks in the same words. */
export const repeatedQuestions = (content: Content): Issue[] => {
  const firstAsking = asking(content);
  return content.prose.faq.flatMap(({ id, data: { question } }) => {
    const file = `faq/${id}.mdx`;
    const first = question === undefined ? file : firstAsking(question);
    return first === undefined || first === file
      ? []
      : [
          error(
            file,
            content.placeOf(file, ["question"]),
            `this question is asked in ${contentFolder}/${first} already; delete one of the two, or word it differently`,
          ),
        ];
  });
};
