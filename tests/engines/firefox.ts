import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findProgram } from "../machine.ts";
import { converse } from "./bidi.ts";
import type { Driver, Settings } from "./driver.ts";
import { end, endWithTests } from "./program.ts";

/** Firefox says on its error output where it listens, since the port is its own choice. */
const addressIn = async (output: NodeJS.ReadableStream): Promise<string> => {
  for await (const line of createInterface(output)) {
    const [, url] = /^WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (url) return `${url}/session`;
  }
  throw new Error("Firefox ended before it listened");
};

/* Runs in every page before its own scripts: breaches of the policy are no entries of the log. */
const reportBreaches = `() => {
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    console.error("breach of " + violatedDirective + ": " + blockedURI);
  });
}`;

type Evaluated =
  | { readonly type: "success"; readonly result: { readonly value: string } }
  | { readonly type: "exception"; readonly exceptionDetails: { readonly text: string } };

/** Starts Firefox without a window, on a profile of its own, over WebDriver BiDi. */
export const startFirefox = async ({ scripting }: Settings): Promise<Driver> => {
  const profile = await mkdtemp(join(tmpdir(), "firefox-"));
  await writeFile(
    join(profile, "user.js"),
    `user_pref("javascript.enabled", ${String(scripting)});\n`,
  );
  const program = endWithTests(
    spawn(
      findProgram("firefox") ?? "firefox",
      ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
      { stdio: ["ignore", "ignore", "pipe"] },
    ),
  );
  const { send, on } = await converse(await addressIn(program.stderr));
  program.stderr.resume();
  await send("session.new", { capabilities: {} });
  const errors: string[] = [];
  on("log.entryAdded", (params) => {
    const { level, text } = params as { level: string; text: string };
    if (level === "error" || level === "warn") errors.push(text);
  });
  await send("session.subscribe", { events: ["log.entryAdded"] });
  await send("script.addPreloadScript", { functionDeclaration: reportBreaches });
  const { contexts } = (await send("browsingContext.getTree")) as {
    contexts: readonly { context: string }[];
  };
  const context = contexts[0]?.context;
  return {
    errors,
    open: async (url) => {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    evaluate: async (expression) => {
      const answer = (await send("script.evaluate", {
        expression,
        target: { context },
        awaitPromise: false,
      })) as Evaluated;
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    },
    perform: async (source) => {
      await send("input.performActions", { context, actions: [source] });
    },
    resize: async (width, height) => {
      await send("browsingContext.setViewport", { context, viewport: { width, height } });
    },
    close: async () => {
      await end(program);
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
