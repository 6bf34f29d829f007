import type { LawfulRequest } from "../centre/laws.ts";
import type { Words } from "../words/index.ts";

/** Within which time a law expects an answer, with its provision; a number only where it is sure. */
export const answerInWords = (
  { answer, extension, confidence }: LawfulRequest,
  { deadlines }: Words,
): string =>
  answer && confidence === "high" ? deadlines.within({ answer, extension }) : deadlines.unconfirmed;
