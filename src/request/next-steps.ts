import { date, request as words } from "virtual:words";
import type { Entry } from "../calendar/ics.ts";
import type { Law, RequestContent } from "./content.ts";
import { dayOff, endOfPeriod, iso, today, type Day, type Period } from "./deadline.ts";

/** What the page has of a law, as a link if it is one: its name, or its authority. */
const linked = (name: Element | undefined): Node | string =>
  name?.firstElementChild?.cloneNode(true) ?? name?.textContent.trim() ?? "";

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

/** Sentences about the last day of a period: that it is no working day, and what is not counted. */
const notesOn = (
  day: Day,
  { unit }: Period,
  lastDay: string | undefined,
  holidays: readonly string[],
): string[] => {
  const off = dayOff(day, holidays);
  /* Business days depend on the holidays before the last day, too. */
  const years = unit === "business days" ? [today().year, day.year] : [day.year];
  const areKnown = years.every((year) =>
    holidays.some((holiday) => holiday.startsWith(String(year))),
  );
  return [
    ...(off ? [words.lastDay[off], ...(lastDay ? [lastDay] : [])] : []),
    ...(unit === "business days" ? [words.businessDays] : []),
    ...(areKnown ? [] : [words.noHolidays]),
  ];
};

interface Step {
  readonly said: HTMLElement;
  /** For the day on which the response is due, if the law sets one. */
  readonly reminder?: Entry;
}

/** What a law requires, with its name and authority as the page has them, and the due date. */
const stepOf = (
  id: string,
  period: Law["rights"][string],
  lastDay: string | undefined,
  holidays: readonly string[],
  subject: string,
): Step => {
  const [law, authority] = document.querySelector(`[data-law="${id}"]`)?.children ?? [];
  const said = (parts: readonly (Node | string)[]) => ({ said: paragraph(...parts) });
  if (!period) return said(words.unconfirmed(linked(law), linked(authority)));
  const { time } = period;
  const day = endOfPeriod(today(), period, holidays);
  const notes = notesOn(day, period, lastDay, holidays);
  const shown = strong(date(iso(day)));
  return {
    ...said(words.expected(linked(law), time, shown, notes, linked(authority))),
    reminder: {
      day: iso(day),
      title: words.due(subject),
      description: words.dueBecause(law?.textContent.trim() ?? "", time, notes),
    },
  };
};

/**
 * What the laws of a country require after a request, in paragraphs, the main law first; and the
 * reminder of the first day on which a response is due, if one is set.
 * @param right the id of the requested right; empty while none is chosen
 */
export const nextSteps = (
  [country, ids = [], holidays = []]: RequestContent["countries"][number],
  right: string,
  { laws, subject }: RequestContent,
): { readonly said: readonly HTMLElement[]; readonly reminder?: Entry | undefined } => {
  const steps = ids.flatMap((id) => {
    const { rights = {}, lastDay } = laws[id] ?? {};
    const period = rights[right];
    return period === undefined ? [] : [stepOf(id, period, lastDay, holidays, subject)];
  });
  if (steps.length > 0) {
    const [reminder] = steps
      .flatMap((step) => step.reminder ?? [])
      .sort((a, b) => a.day.localeCompare(b.day));
    return { said: steps.map(({ said }) => said), reminder };
  }
  if (ids.length === 0) return { said: [paragraph(words.noLaw(country))] };
  return { said: [paragraph(right === "" ? words.chooseType : words.noDeadline(country))] };
};
