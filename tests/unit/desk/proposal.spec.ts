import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { pullRequestAddress } from "../../../src/desk/git/pull-request-address.ts";
import { messageOf, questionsIn } from "../../../src/desk/git/questions.ts";

const proposal = {
  branch: "content/2026-03-31-größe",
  into: "main",
  title: "Correct & more",
  body: "Why.",
};

test("a pull request is opened where the remote is, whatever its address looks like", () => {
  const github =
    "https://github.com/acme/trust/compare/main...content/2026-03-31-gr%C3%B6%C3%9Fe?quick_pull=1&title=Correct+%26+more&body=Why.";
  for (const remote of [
    "https://github.com/acme/trust.git",
    "https://github.com/acme/trust/",
    "https://jo:secret@github.com/acme/trust.git",
    "git@github.com:acme/trust.git",
    "ssh://git@github.com:22/acme/trust.git",
    "git://github.com/acme/trust",
  ])
    expect(pullRequestAddress(remote, proposal), remote).toBe(github);
  expect(pullRequestAddress("git@gitlab.acme.org:legal/web/trust.git", proposal)).toBe(
    "https://gitlab.acme.org/legal/web/trust/-/merge_requests/new?merge_request%5Bsource_branch%5D=content%2F2026-03-31-gr%C3%B6%C3%9Fe&merge_request%5Btarget_branch%5D=main&merge_request%5Btitle%5D=Correct+%26+more&merge_request%5Bdescription%5D=Why.",
  );
  expect(pullRequestAddress("https://jo@bitbucket.org/acme/trust.git", proposal)).toBe(
    "https://bitbucket.org/acme/trust/pull-requests/new?source=content%2F2026-03-31-gr%C3%B6%C3%9Fe&dest=main",
  );
  expect(pullRequestAddress("git@ssh.dev.azure.com:v3/acme/legal/trust", proposal)).toMatch(
    /^https:\/\/dev\.azure\.com\/acme\/legal\/_git\/trust\/pullrequestcreate\?/,
  );
  for (const remote of [
    "/srv/git/trust.git",
    "C:/git/trust.git",
    "file:///srv/trust.git",
    "https://git.acme.org/trust/web",
  ])
    expect(pullRequestAddress(remote, proposal), remote).toBeUndefined();
  const long = { ...proposal, body: "x".repeat(9_000) };
  expect(pullRequestAddress("git@github.com:a/b.git", long)?.length).toBeLessThan(1_000);
});

test("the questions are those of the template", () => {
  const template = readFileSync(".github/pull_request_template.md", "utf8");
  const questions = questionsIn(template);
  expect(questions.questions.map(({ question }) => question)).toEqual(
    [...template.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, question]) => question),
  );
  expect(questions.questions.length).toBeGreaterThan(2);
  expect(questions.questions.some(({ hint }) => hint.includes("no, only the wording"))).toBe(true);
  expect(questions.tasks.join("\n")).toContain("lastReviewed");
  expect(questions.tasks.join("\n")).not.toContain("src/");
  expect(questionsIn("Tell us.\n")).toEqual({ questions: [], tasks: [] });
});

test("a message is made from the answers", () => {
  const questions = {
    questions: [
      { question: "From which day?", hint: "" },
      { question: "Is notice needed?", hint: "" },
    ],
    tasks: ["Reviewed.", "Checked."],
  };
  const what = "We keep data of canceled accounts\nfor 60 days. Nobody needs it longer.";
  expect(messageOf(questions, { what, answers: ["1 May", " "], done: [1] })).toEqual({
    title: "We keep data of canceled accounts for 60 days",
    body: `${what}\n\n- **From which day?** 1 May\n\n- [ ] Reviewed.\n- [x] Checked.`,
  });
  const { title } = messageOf(questions, { what: "word ".repeat(40), answers: [], done: [] });
  expect(title).toMatch(/^(?:word )+word…$/);
  expect(title.length).toBeLessThanOrEqual(72);
});
