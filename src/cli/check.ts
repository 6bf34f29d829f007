import { contentFolder } from "../centre/records.ts";
import { readContent } from "../check/content.ts";
import { issuesOf } from "../check/index.ts";
import { summary } from "../check/summary.ts";

const content = await readContent(contentFolder);
const issues = issuesOf(contentFolder, content);
const failed = issues.some(({ severity }) => severity === "error");
const output = failed ? process.stderr : process.stdout;
for (const { file, line, column, message } of issues)
  output.write(`${file}:${String(line)}:${String(column)} – ${message}\n`);
output.write(`${summary(content, issues)}\n`);
if (failed) process.exitCode = 1;
