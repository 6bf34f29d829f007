import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const textOf = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../.github", name), "utf8");

const texts = { ci: textOf("workflows/ci.yml"), rebuild: textOf("workflows/rebuild.yml") };
const ci = parse(texts.ci) as Workflow;
const rebuild = parse(texts.rebuild) as Workflow;

const jobOf = ({ jobs }: Workflow, name: string): Job => {
  const job = jobs[name];
  if (!job) throw new Error(`there is no job "${name}"`);
  return job;
};

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

/** What an expression comes to: written as in JavaScript, but that what is not there has fields. */
const evaluated = (expression: string, github: object): unknown =>
  runInNewContext(expression.replaceAll(".", "?."), { github });

const filledIn = (text: unknown, github: object) =>
  String(text).replaceAll(/\$\{\{(.+?)\}\}/g, (_, expression: string) => {
    const value = evaluated(expression, github);
    return typeof value === "string" ? value : "";
  });

/** The newest commit of `main`. */
const newest = "0123456789abcdef0123456789abcdef01234567";

/** What a run knows that follows one of CI. */
const after = (run: object = {}) => ({
  event_name: "workflow_run",
  workflow: rebuild.name,
  sha: newest,
  event: {
    workflow_run: {
      event: "push",
      conclusion: "success",
      head_branch: "main",
      head_sha: newest,
      ...run,
    },
  },
});

/** What a run knows that somebody or the calendar has started. */
const started = (name: string) => ({
  event_name: name,
  workflow: rebuild.name,
  sha: newest,
  event: {},
});

const failed = after({ conclusion: "failure" });
const proposed = after({ event: "pull_request", head_branch: "main" });

const builds = (github: object) => evaluated(jobOf(rebuild, "build").if ?? "true", github);
const queueOf = (github: object) => filledIn(rebuild.concurrency.group, github);

test.describe("the rebuild", () => {
  test("publishes a push to main once CI has passed, as it was tested", () => {
    expect(rebuild.on["workflow_run"]).toEqual({
      workflows: [ci.name],
      types: ["completed"],
      branches: ["main"],
    });
    expect(Object.keys(rebuild.on)).not.toContain("push");
    expect(builds(after())).toBe(true);
    const checkout = jobOf(rebuild, "build").steps.find(({ uses }) => uses?.includes("/checkout@"));
    expect(filledIn(checkout?.with?.["ref"], after())).toBe(newest);
  });

  test("publishes nothing that CI has not passed, or that is not what main is now", () => {
    for (const conclusion of ["failure", "cancelled", "timed_out", "skipped"])
      expect(builds(after({ conclusion })), conclusion).toBe(false);
    expect(builds(proposed), "a pull request, such as from a fork").toBe(false);
    expect(builds(after({ head_branch: "draft" }))).toBe(false);
    const older = newest.replace("0", "f");
    expect(builds(after({ head_sha: older })), "CI run again for an older commit").toBe(false);
    for (const [name, { needs, if: condition = "" }] of Object.entries(rebuild.jobs)) {
      if (name !== "build") expect(needs, `${name} waits for the build`).toBe("build");
      expect(condition, name).not.toMatch(/always|failure|cancelled/);
    }
  });

  test("builds main each day, and whenever somebody asks", () => {
    expect(rebuild.on).toHaveProperty("workflow_dispatch");
    expect(rebuild.on["schedule"]).toEqual([
      { cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) as unknown },
    ]);
    const [checkout] = jobOf(rebuild, "build").steps;
    for (const event of ["schedule", "workflow_dispatch"]) {
      expect(builds(started(event)), event).toBe(true);
      expect(filledIn(checkout?.with?.["ref"], started(event)), "main as it is").toBe("");
    }
  });

  test("lets a run that publishes nothing take nobody's place in the queue", () => {
    const publishing = queueOf(after());
    expect(queueOf(started("schedule"))).toBe(publishing);
    expect(queueOf(failed)).not.toBe(publishing);
    expect(queueOf(proposed)).not.toBe(publishing);
  });

  test("calls the host that builds by itself when no push has told it", () => {
    const calls = (github: object) => evaluated(jobOf(rebuild, "call").if ?? "true", github);
    expect(calls(started("schedule"))).toBe(true);
    expect(calls(started("workflow_dispatch"))).toBe(true);
    expect(calls(after())).toBe(false);
  });

  test("keeps hidden files, security.txt among them, in all that it uploads", () => {
    const uploads = stepsOf(rebuild).filter(({ uses }) => uses?.includes("/upload-"));
    expect(uploads.length).toBe(2);
    for (const { uses, with: options } of uploads)
      expect(options?.["include-hidden-files"], uses).toBe(true);
  });

  test("builds as of its own day, so that security.txt is renewed", () => {
    expect(texts.rebuild).not.toContain("SOURCE_DATE_EPOCH");
  });
});

test("CI runs what .ci/run says", () => {
  expect(jobOf(ci, "test").steps.at(-1)?.run).toBe("sh .ci/run");
});

test("no workflow may do more than it needs", () => {
  for (const { name, permissions, jobs } of [ci, rebuild]) {
    expect(permissions, name).toEqual({ contents: "read" });
    const own = Object.entries(jobs).flatMap(([job, { permissions }]) =>
      permissions ? [{ job, permissions }] : [],
    );
    expect(own, name).toEqual(
      name === rebuild.name
        ? [{ job: "deploy", permissions: { pages: "write", "id-token": "write" } }]
        : [],
    );
  }
});

test("no checkout leaves its credentials for what runs after it", () => {
  for (const workflow of [ci, rebuild]) {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.includes("/checkout@"));
    expect(checkouts, workflow.name).not.toEqual([]);
    for (const { with: options } of checkouts)
      expect(options?.["persist-credentials"], workflow.name).toBe(false);
  }
});

test("every action is pinned by its hash, with its version beside it", () => {
  for (const text of Object.values(texts))
    for (const line of text.split("\n").filter((line) => line.includes("uses:")))
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("every workflow that sets up Node takes the version that developers take", () => {
  const setups = [ci, rebuild]
    .flatMap(stepsOf)
    .filter(({ uses }) => uses?.includes("/setup-node@"))
    .map((step) => step.with?.["node-version-file"]);
  expect(setups.length).toBeGreaterThan(1);
  expect(new Set(setups)).toEqual(new Set([".nvmrc"]));
});

test("packages, actions and base images are kept up to date each week, in groups", () => {
  const { updates } = parse(textOf("dependabot.yml")) as {
    updates: readonly {
      "package-ecosystem": string;
      schedule: { interval: string };
      groups?: object;
    }[];
  };
  expect(updates.map((update) => update["package-ecosystem"]).sort()).toEqual([
    "docker",
    "github-actions",
    "npm",
  ]);
  for (const { schedule, groups = {} } of updates) {
    expect(schedule.interval).toBe("weekly");
    expect(Object.keys(groups)).not.toEqual([]);
  }
});
