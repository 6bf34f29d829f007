import { contentFolder, isGitHubWorkflow } from "../environment.ts";
import { readContent, type Content } from "../parse/content.ts";
import { issuesOf } from "../check/index.ts";
import { report } from "../check/report/report.ts";

/**
 * Prints what is wrong with the content, errors first. The process fails if the site cannot be built
 * from it. In a GitHub workflow (GITHUB_ACTIONS) issues are annotations of their lines.
 * @param whole adds long sentences, the reading ease of each page and answer, and the facts awaiting
 * confirmation
 * @returns the content if the site can be built from it
 */
export const printCheck = async (whole: boolean): Promise<Content | undefined> => {
  const content = await readContent(contentFolder);
  const issues = issuesOf(contentFolder, content, whole);
  const failed = issues.some(({ severity }) => severity === "error");
  const lines = report(contentFolder, content, issues, { whole, annotated: isGitHubWorkflow() });
  (failed ? process.stderr : process.stdout).write(`${lines.join("\n")}\n`);
  if (failed) process.exitCode = 1;
  return failed ? undefined : content;
};
