import type { Versions } from "../changes/changes.ts";
import { isRecord } from "../../schemas/introspection.ts";
import { dataOf } from "../store/edit.ts";
import { Refusal } from "../store/refusal.ts";
import { takeStep } from "../store/steps.ts";
import { nameOf, planMove, staysPut } from "./move.ts";
import { fileIn, groundOf, planOf, soundPlan, type Ground, type Plan } from "./plan.ts";

const unmarked = (text: string) => text.replace(/^\uFEFF/, "");

const planBack = async (ground: Ground, file: string, to: string, text: string): Promise<Plan> => {
  const [[folder], [into, id]] = [nameOf(file), nameOf(to)];
  if (folder !== into || staysPut(file) !== undefined) {
    const title = `Moved ${file} back to ${to}.`;
    return soundPlan(await planOf(ground, title, new Map([[file, text]]), [], { file, to }));
  }
  const value = dataOf(to, text)?.value;
  const topic = isRecord(value) ? value["topic"] : undefined;
  return planMove(ground, { file, id, text, ...(typeof topic === "string" ? { topic } : {}) });
};

/**
 * Gives a file that has moved the place and the text that it had; what refers to it in the content is
 * mended in the same step, which can be taken back.
 * @throws {Refusal} if it cannot be, or something would be wrong then
 */
export const moveBack = async (
  folder: string,
  { file, from = file, before = "", after = "" }: Versions,
): Promise<void> => {
  const ground = await groundOf(folder);
  if (fileIn(ground, file).text !== unmarked(after))
    throw new Refusal(`${file} has changed since this page was loaded; load it again`);
  const { title, files } = await planBack(ground, file, from, unmarked(before));
  await takeStep(folder, title, files);
};
