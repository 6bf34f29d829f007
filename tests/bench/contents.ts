import { contentFolder } from "../../src/environment.ts";
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, parseDocument, visit } from "yaml";
import { facts, questions } from "../content/read.ts";
import { long, writeQuestions } from "./questions.ts";

/**
 * Facts with nothing left to confirm, as they are once Legal has answered every question. For an
 * address that is a mere example stands another that leads nowhere, which the check takes for one.
 */
export const confirmed = (yaml: string): string => {
  const document = parseDocument(yaml);
  visit(document, {
    Map: (_, map) => {
      if (isMap(map) && map.get("confirmed") === false) {
        map.delete("confirmed");
        map.delete("question");
      }
    },
  });
  return document.toString({ lineWidth: 0 }).replaceAll(/\.example\b/g, ".test");
};

/** How many questions the content has by itself. */
export const shippedQuestions: number = questions.length;

/**
 * Writes the content anew into a folder: released, and with invented questions beside its own.
 * @param count how many questions it then has, no fewer than its own
 */
export const writeContent = (folder: string, count: number): void => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(contentFolder, folder, { recursive: true });
  /* What was released is of other texts, and sealed. */
  rmSync(join(folder, "releases"), { recursive: true, force: true });
  for (const name of globSync("**/*.yaml", { cwd: folder })) {
    const path = join(folder, name);
    writeFileSync(path, confirmed(readFileSync(path, "utf8")));
  }
  const topics = facts("topics").flatMap(({ id }) => id ?? []);
  writeQuestions(join(folder, "faq"), count - shippedQuestions, topics, long);
};
