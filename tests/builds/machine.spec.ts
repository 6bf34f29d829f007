import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";

/** Whether the tests of WebKit are skipped on a machine where no program is found, in its words. */
const withoutPrograms = (environment: Readonly<Record<string, string>>) =>
  spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      'import { unavailable } from "./tests/machine.ts"; console.log(...unavailable("WebKitWebDriver"))',
    ],
    { env: { PATH: "", ...environment }, encoding: "utf8" },
  );

test("tests of an engine that is not there are skipped, with the command that brings it", () => {
  const { status, stdout } = withoutPrograms({});
  expect(stdout).toMatch(/^true There is no WebKitWebDriver .*`apt-get install webkit2gtk-driver`/);
  expect(status).toBe(0);
});

test("in CI no test is skipped: what is not there fails, with the command that brings it", () => {
  const { status, stderr } = withoutPrograms({ CI: "true" });
  expect(stderr).toMatch(
    /Error: There is no WebKitWebDriver .*`apt-get install webkit2gtk-driver`/,
  );
  expect(status).toBe(1);
});
