import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { stripVTControlCharacters } from "node:util";
import { buildDay } from "../../environment.ts";
import { reviewedFile } from "../../parse/files.ts";
import { textsNow } from "../changes/comparison.ts";

/** How far the build of the site is, from which a release is made. */
export interface Building {
  readonly state: "none" | "running" | "built" | "failed";
  /** What it has said last; where it has failed, why. */
  readonly said: string;
}

/** What was built: the content of a day. */
interface Build extends Building {
  readonly of: string;
}

/** How much of what a failed build has said is shown, in lines. */
const mostLines = 30;

let build: Build = { state: "none", said: "", of: "" };

/** Tells one content on one day from another; the file that the build itself writes is left out. */
const contentNow = async (): Promise<string> => {
  const { texts } = await textsNow();
  const files = [...texts].filter(([file]) => file !== reviewedFile);
  return createHash("sha256")
    .update(JSON.stringify([buildDay(), files]))
    .digest("base64url");
};

/** What a process has said, line by line, without the colors of a terminal. */
const follow = ({ stdout, stderr }: ChildProcess, hear: (lines: readonly string[]) => void) => {
  let said = "";
  for (const stream of [stdout, stderr])
    stream?.setEncoding("utf8").on("data", (words: string) => {
      said += stripVTControlCharacters(words);
      hear(said.split(/\r?\n/).filter((line) => line.trim() !== ""));
    });
};

/** Builds the site as `npm run build` does, in a process of its own. */
const start = (of: string): void => {
  const running = spawn(process.execPath, ["src/cli/build.ts"], {
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const end = () => running.kill();
  let lines: readonly string[] = [];
  build = { state: "running", said: "", of };
  follow(running, (said) => {
    lines = said;
    if (build.state === "running") build = { ...build, said: lines.at(-1) ?? "" };
  });
  process.once("exit", end);
  const finish = (state: "built" | "failed", said: string) => {
    process.removeListener("exit", end);
    build = { state, said, of };
  };
  running.once("error", ({ message }) => {
    finish("failed", message);
  });
  running.once("close", (code) => {
    if (code === 0) finish("built", lines.at(-1) ?? "");
    else finish("failed", lines.slice(-mostLines).join("\n"));
  });
};

/** How far the build is. */
export const building = (): Building => {
  const { state, said } = build;
  return { state, said };
};

/** Whether the site was built from the content as it is now, today. */
export const isBuilt = async (): Promise<boolean> =>
  build.state === "built" && build.of === (await contentNow());

/** Starts a build, unless one is running or was made of the content as it is. */
export const startBuilding = async (): Promise<Building> => {
  const of = await contentNow();
  const isDone = build.state === "running" || (build.state === "built" && build.of === of);
  if (!isDone) start(of);
  return building();
};
