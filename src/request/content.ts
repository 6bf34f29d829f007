import { fact, type Centre } from "../centre/centre.ts";
import { lawsWithRequest, surePeriods, type RequestProvisions } from "../centre/laws.ts";
import type { Words } from "../words/index.ts";
import type { Wording } from "./compose.ts";
import type { Period } from "./deadline.ts";
import { lastDayInWords } from "./expectation.ts";

/** A law as the builder needs it. */
export interface Law {
  /** The rights that it gives, each with its period; null where none is certain enough. */
  readonly rights: Readonly<Record<string, (Period & { readonly time: string }) | null>>;
  /** The rule for a period that ends on no working day, in a sentence. */
  readonly lastDay?: string | undefined;
}

/** The content that the builder's script needs. */
export interface RequestContent extends Wording {
  readonly to: string;
  /** The laws, by their ids. */
  readonly laws: Readonly<Record<string, Law>>;
  /** The name of each country, with the ids of its laws, the main one first, and its holidays. */
  readonly countries: readonly (readonly [
    name: string,
    laws?: readonly string[],
    holidays?: readonly string[],
  ])[];
}

const lawOf = (request: RequestProvisions, { deadlines }: Words): Law => {
  const periods = surePeriods(request);
  const periodFor = (right: string) => {
    const period = periods.find((one) => one.for.includes(right));
    if (!period) return null;
    return { count: period.count, unit: period.unit, time: deadlines.within(period) };
  };
  return {
    rights: Object.fromEntries(request.rights.map((right) => [right, periodFor(right)])),
    lastDay: lastDayInWords(request),
  };
};

/** Selects the content that the request builder needs. */
export const requestContent = (centre: Centre): RequestContent => {
  const { subject, body, blanks, to } = centre.template;
  const laws = Object.fromEntries(
    lawsWithRequest(centre.facts.laws).map(({ id, request }) => [id, lawOf(request, centre.words)]),
  );
  return {
    to: fact(centre, "contacts", to).email,
    subject,
    body,
    blanks,
    laws,
    countries: centre.countries.map(({ name, laws: all, holidays }) => {
      const giving = all.filter((id) => id in laws);
      if (holidays.length > 0) return [name, giving, holidays];
      return giving.length > 0 ? [name, giving] : [name];
    }),
  };
};
