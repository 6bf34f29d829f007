import { date, request as words } from "virtual:words";
import type { Law, RequestContent } from "./content.ts";
import { endOfPeriod, iso, today } from "./deadline.ts";
import type { Reminder } from "./ics.ts";

/** The content of a cell in the table of laws: a link, or text. */
const contentOf = (cell: Element | undefined): Node | string =>
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
  /** For the day on which the response is due, if the law sets one. */
  readonly reminder?: Reminder;
}

/** What a law requires, in the words of its row in the table of laws, and the due date. */
const stepOf = ({ id, answer }: Law, right: string, { subject }: RequestContent): Step => {
  const cells = document.getElementById(`law-${id}`)?.children ?? [];
  const [law, , time, authority] = cells;
  const said = (parts: readonly (Node | string)[]) => ({ said: paragraph(...parts) });
  if (!answer || (answer.for && !answer.for.includes(right)))
    return said(words.unconfirmed(contentOf(law), contentOf(authority)));
  const day = endOfPeriod(today(), answer);
  const within = time?.textContent.trim().replace(/\.$/, "") ?? "";
  return {
    ...said(words.expected(contentOf(law), within, strong(date(iso(day))), contentOf(authority))),
    reminder: {
      day,
      title: words.due(subject),
      description: words.dueBecause(law?.textContent.trim() ?? "", within),
    },
  };
};

/**
 * What the laws of a country require after a request.
 * @param right the id of the requested right; empty while none is chosen
 */
export const nextSteps = (
  laws: readonly Law[],
  right: string,
  country: string,
  content: RequestContent,
): readonly Step[] => {
  const applicable = laws.filter(({ rights }) => right === "" || rights.includes(right));
  if (applicable.length > 0) return applicable.map((law) => stepOf(law, right, content));
  const said = laws.length > 0 ? words.noDeadline(country) : words.noLaw(country);
  return [{ said: paragraph(said) }];
};
