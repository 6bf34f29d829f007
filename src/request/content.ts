import { fact, type Centre } from "../centre/centre.ts";
import type { Wording } from "./compose.ts";
import type { Period } from "./deadline.ts";
import { lawsWithRequest } from "../centre/laws.ts";

/** What the builder knows of a law: no period where the record is not sure enough of it. */
export interface Law {
  readonly id: string;
  readonly rights: readonly string[];
  readonly answer?: Period & { readonly for?: readonly string[] | undefined };
}

/** What the builder's script takes from the content. */
export interface RequestContent extends Wording {
  readonly to: string;
  readonly words: Readonly<Record<"notCopied" | "nothingOpened" | "pasteHere" | "tooLong", string>>;
  readonly laws: readonly Law[];
  /** Names, each with the ids of its laws. */
  readonly countries: readonly (readonly [name: string, ...laws: string[]])[];
}

/** The part of the content that the request builder works with. */
export const requestContent = (centre: Centre): RequestContent => {
  const { subject, body, blanks, to, ...words } = centre.template;
  const { notCopied, nothingOpened, pasteHere, tooLong } = words;
  return {
    to: fact(centre, "contacts", to).email,
    subject,
    body,
    blanks,
    words: { notCopied, nothingOpened, pasteHere, tooLong },
    laws: lawsWithRequest(centre.facts.laws).map(
      ({ id, request: { rights, answer, confidence } }) => ({
        id,
        rights,
        ...(answer && confidence === "high"
          ? { answer: { count: answer.count, unit: answer.unit, for: answer.for } }
          : {}),
      }),
    ),
    countries: centre.countries.map(({ name, laws }) => [name, ...laws] as const),
  };
};
