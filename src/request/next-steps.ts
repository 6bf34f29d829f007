import { date, request as words } from "virtual:words";
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
const stepOf = ({ id, answer }: Law, right: string, { subject }: RequestContent): Step => {
  const cells = document.getElementById(`law-${id}`)?.children ?? [];
  const [law, , time, authority] = cells;
  const said = (parts: readonly (Node | string)[]) => ({ said: paragraph(...parts) });
  if (!answer || (answer.for && !answer.for.includes(right)))
    return said(words.unconfirmed(wordsOf(law), wordsOf(authority)));
  const day = after(today(), answer);
  const within = time?.textContent.trim().replace(/\.$/, "") ?? "";
  return {
    ...said(words.expected(wordsOf(law), within, strong(date(iso(day))), wordsOf(authority))),
    reminder: {
      day,
      title: words.due(subject),
      description: words.dueBecause(law?.textContent.trim() ?? "", within),
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
  const said = laws.length > 0 ? words.noDeadline(country) : words.noLaw(country);
  return [{ said: paragraph(said) }];
};
