import type { Fact } from "../schemas/facts.ts";
import type { Period } from "./deadline.ts";

const inWords = ({ count, unit }: Period): string =>
  `${String(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;

/** Said where no period is recorded, or where the record is not sure enough to print it. */
export const unsaid = "within the period that the law sets";

/** Within which time a law expects an answer, with its provision; a number only where it is sure. */
export const answerInWords = ({ answer, extension, confidence }: Fact<"regimes">): string => {
  if (!answer || confidence !== "high") return unsaid;
  const provision = answer.provision ? ` (${answer.provision})` : "";
  const longer = extension ? `, which can be extended by ${inWords(extension)}` : "";
  return `within ${inWords(answer)}${provision}${longer}`;
};
