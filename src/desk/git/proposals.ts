import { readFile } from "node:fs/promises";
import { z } from "zod";
import { issuesOf } from "../../check/index.ts";
import { contentFolder } from "../../environment.ts";
import { readContent } from "../../parse/content.ts";
import { asShown, comparison } from "../changes/comparison.ts";
import { turns } from "../store/files.ts";
import { propose, type Proposed } from "./propose.ts";
import { messageOf, questionsIn, type Questions } from "./questions.ts";

const template = ".github/pull_request_template.md";

/** The questions that a pull request of this project answers; none where it has no template. */
export const questions = async (): Promise<Questions> =>
  questionsIn(await readFile(template, "utf8").catch(() => ""));

/** How many errors the check finds in the content as it is saved. */
export const countErrors = async (): Promise<number> =>
  issuesOf(contentFolder, await readContent(contentFolder)).filter(
    ({ severity }) => severity === "error",
  ).length;

/** What a page sends to have changes proposed. */
export const proposalShape = z.strictObject({
  files: z.array(z.strictObject({ file: z.string(), stamp: z.string() })),
  what: z.string(),
  answers: z.array(z.string()),
  done: z.array(z.int()),
  author: z.strictObject({ name: z.string().trim().min(1), email: z.email() }).optional(),
});

const inTurn = turns();

/** Proposes what somebody has chosen and answered. */
export const proposeAnswered = ({
  files,
  author,
  ...answers
}: z.infer<typeof proposalShape>): Promise<Proposed> =>
  inTurn(async () => {
    const compared = await comparison();
    return propose(compared.repository, {
      files: asShown(compared.files, files),
      message: messageOf(await questions(), answers),
      errors: await countErrors(),
      day: new Date().toISOString().slice(0, 10),
      author,
    });
  });
