import { fact, type Centre } from "../centre/centre.ts";
import type { Wording } from "./compose.ts";
import type { Period } from "./deadline.ts";
import { lawsWithRequest } from "../centre/laws.ts";

/** A law as the builder needs it: without a period unless the record is certain enough. */
export interface Law {
  readonly id: string;
  readonly rights: readonly string[];
  readonly answer?: Period & { readonly for?: readonly string[] | undefined };
}

/** The content that the builder's script needs. */
export interface RequestContent extends Wording {
  readonly to: string;
  readonly words: Readonly<Record<"notCopied" | "nothingOpened" | "pasteHere" | "tooLong", string>>;
  readonly laws: readonly Law[];
  /** The name of each country, with the ids of its laws. */
  readonly countries: readonly (readonly [name: string, ...laws: string[]])[];
}

/** Selects the content that the request builder needs. */
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
