import { contentFolder, isGitHubWorkflow } from "../environment.ts";
import { readContent } from "../parse/content.ts";
import { issuesOf } from "../check/index.ts";
import { report } from "../check/report/report.ts";
import { readCommandLine } from "./command-line.ts";

/**
 * `npm run check [-- --report]`: prints what is wrong with the content, errors first, and fails if the
 * site cannot be built from it. `--report` adds long sentences, the reading ease of each page and
 * answer, and the facts awaiting confirmation. In a GitHub workflow (GITHUB_ACTIONS) issues are
 * annotations of their lines.
 */
const { values } = readCommandLine({ options: { report: { type: "boolean", default: false } } });
const content = await readContent(contentFolder);
const issues = issuesOf(contentFolder, content);
const failed = issues.some(({ severity }) => severity === "error");
const lines = report(contentFolder, content, issues, {
  whole: values.report,
  annotated: isGitHubWorkflow(),
});
(failed ? process.stderr : process.stdout).write(`${lines.join("\n")}\n`);
if (failed) process.exitCode = 1;
