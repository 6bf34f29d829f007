import type { RequestProvisions } from "../centre/laws.ts";
import type { Words } from "../words/index.ts";

/** The response time that a law sets, with its provision, in words; a number only if it is certain. */
export const answerInWords = (
  { answer, extension, confidence }: RequestProvisions,
  { deadlines }: Words,
): string =>
  answer && confidence === "high" ? deadlines.within({ answer, extension }) : deadlines.unconfirmed;
