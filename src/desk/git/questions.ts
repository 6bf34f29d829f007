/** A question of the template of pull requests. */
interface Question {
  readonly question: string;
  /** What else the template says to it. */
  readonly hint: string;
}

/** What the template of pull requests asks of a change of the content. */
export interface Questions {
  readonly questions: readonly Question[];
  /** What is to be done first. */
  readonly tasks: readonly string[];
}

/** The part of a text below a heading; the whole where there is no such heading. */
const below = (template: string, heading: string): string =>
  template.split(/^## /m).find((part) => part.startsWith(heading)) ?? template;

/** Reads the questions of the template of pull requests: those of the content, where it has others. */
export const questionsIn = (template: string): Questions => {
  const part = below(template.replaceAll("\r\n", "\n"), "Content");
  return {
    questions: [...part.matchAll(/^- \*\*(.+?)\*\*[ \t]*(.*)$/gm)].map(
      ({ 1: question = "", 2: hint = "" }) => ({ question, hint }),
    ),
    tasks: [...part.matchAll(/^- \[ \] (.+)$/gm)].map(({ 1: task = "" }) => task),
  };
};

/** What somebody has answered. */
export interface Answers {
  /** What changes, and why. */
  readonly what: string;
  /** The answers, in the order of the questions. */
  readonly answers: readonly string[];
  /** The positions of the tasks that are done. */
  readonly done: readonly number[];
}

/** What a commit says of itself, and a pull request. */
export interface Message {
  readonly title: string;
  readonly body: string;
}

/** The longest subject of a commit that is shown everywhere in full. */
const longestTitle = 72;

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The first sentence of a text, or as many of its words as fit. */
const titleOf = (text: string): string => {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(oneLine(text))?.[0] ?? oneLine(text);
  const title = sentence.replace(/\.$/, "");
  if (title.length <= longestTitle) return title;
  const words = title.slice(0, longestTitle).split(" ").slice(0, -1).join(" ");
  return `${words || title.slice(0, longestTitle - 1)}…`;
};

/** The message that answers make up, in the order of the template. */
export const messageOf = (
  { questions, tasks }: Questions,
  { what, answers, done }: Answers,
): Message => {
  const answered = questions.flatMap(({ question }, at) => {
    const answer = oneLine(answers[at] ?? "");
    return answer === "" ? [] : [`- **${question}** ${answer}`];
  });
  const boxes = tasks.map((task, at) => `- [${done.includes(at) ? "x" : " "}] ${task}`);
  const parts = [what.trim(), answered.join("\n"), boxes.join("\n")];
  return { title: titleOf(what), body: parts.filter((part) => part !== "").join("\n\n") };
};
