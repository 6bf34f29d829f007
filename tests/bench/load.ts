import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { builtPages } from "../../src/transparency/built-pages.ts";
import { hosts, start } from "../hosting/servers.ts";
import { findInstalled, findProgram } from "../machine.ts";
import { siteWith } from "./builds.ts";
import { shippedQuestions } from "./contents.ts";
import { memoryBelow } from "./process-tree.ts";

export interface Load {
  readonly perSecond: number;
  /** Answers that did not come, or that were not the page. */
  readonly errors: number;
  /** Memory of nginx's workers in bytes, after one second of load and after the measurement. */
  readonly before: number;
  readonly after: number;
}

const connections = 32;
const seconds = 10;

/** What wrk runs: it asks for one page after the other. */
const everyPage = (paths: readonly string[]) => `
local paths = { ${paths.map((path) => JSON.stringify(path)).join(", ")} }
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn], { ["Accept-Encoding"] = "br" })
end
`;

/** Reads what wrk prints. */
export const readWrk = (printed: string): { perSecond: number; errors: number } => {
  const sockets = /Socket errors: (.*)/.exec(printed)?.[1] ?? "";
  const [, answers = "0"] = /Non-2xx or 3xx responses: (\d+)/.exec(printed) ?? [];
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(printed) ?? [];
  if (rate === undefined) throw new Error(`wrk printed no rate:\n${printed}`);
  return {
    perSecond: Math.round(Number(rate)),
    errors: [answers, ...(sockets.match(/\d+/g) ?? [])].reduce(
      (sum, count) => sum + Number(count),
      0,
    ),
  };
};

/**
 * Puts nginx, set up as the build says, under load with every page of the centre.
 * @returns a sentence where a program for that is missing
 */
export const measureLoad = async (): Promise<Load | string> => {
  const wrk = findInstalled("wrk");
  if (!wrk) return "There is no wrk on this machine; on Debian: apt-get install wrk";
  if (!findProgram("nginx")) return "There is no nginx on this machine; type `npm run machine`";
  const site = await siteWith(shippedQuestions);
  const server = await start(hosts.nginx, site);
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  try {
    const script = join(folder, "every-page.lua");
    const paths = builtPages(site).map(({ path }) => path);
    writeFileSync(script, everyPage(paths));
    const underLoad = async (duration: number) => {
      const words = ["-t1", `-c${String(connections)}`, `-d${String(duration)}s`, "-s", script];
      return (await promisify(execFile)(wrk, [...words, server.url])).stdout;
    };
    await underLoad(1);
    const before = memoryBelow(server.pid);
    const printed = await underLoad(seconds);
    return { ...readWrk(printed), before, after: memoryBelow(server.pid) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
};
