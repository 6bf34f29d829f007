import { longDate } from "../centre/dates.ts";
import type { Law, RequestContent } from "./content.ts";
import { after, iso, today } from "./deadline.ts";
import type { Reminder } from "./ics.ts";

/** What stands in a cell of the table of laws: a link, or words. */
const wordsOf = (cell: Element | undefined): Node | string =>
  cell?.querySelector("a")?.cloneNode(true) ?? cell?.textContent.trim() ?? "";

const paragraph = (...parts: (Node | string)[]) => {
  const element = document.createElement("p");
  element.append(...parts);
  return element;
};

const strong = (words: string) => {
  const element = document.createElement("strong");
  element.textContent = words;
  return element;
};

interface Step {
  readonly said: HTMLElement;
  /** The day on which the answer is due, where a law names one. */
  readonly reminder?: Reminder;
}

/** What one law expects, in the words of its row in the table of laws, and the day that makes. */
const stepOf = ({ id, answer }: Law, right: string, { subject, words }: RequestContent): Step => {
  const [law, , time, authority] = document.getElementById(`law-${id}`)?.children ?? [];
  const opening = [wordsOf(law), ": an answer is expected "];
  const ending = ["If none comes, turn to: ", wordsOf(authority), "."];
  if (!answer || (answer.for && !answer.for.includes(right)))
    return { said: paragraph(...opening, words.unsaid, ". ", ...ending) };
  const day = after(today(), answer);
  const date = strong(longDate(iso(day), document.documentElement.lang));
  return {
    said: paragraph(
      ...opening,
      time?.textContent.trim().replace(/\.$/, "") ?? "",
      ". Counted from today, that is by ",
      date,
      ". ",
      ...ending,
    ),
    reminder: {
      day,
      title: `${subject}: answer due`,
      description: [law, time].map((cell) => cell?.textContent.trim()).join(": "),
    },
  };
};

/**
 * What the laws of a country expect after a request.
 * @param right the id of the right that is asked for; empty while none is chosen
 */
export const nextSteps = (
  laws: readonly Law[],
  right: string,
  country: string,
  content: RequestContent,
): readonly Step[] => {
  const fitting = laws.filter(({ rights }) => right === "" || rights.includes(right));
  if (fitting.length > 0) return fitting.map((law) => stepOf(law, right, content));
  const said =
    laws.length > 0
      ? `No period is recorded here for this kind of request from ${country}. It goes out all the same.`
      : `No law is recorded here for ${country}. The request goes out all the same.`;
  return [{ said: paragraph(said) }];
};
