import { execFile } from "node:child_process";
import { environmentOfGit } from "../../environment.ts";

/** What Git has answered. */
export interface Answer {
  readonly isDone: boolean;
  readonly output: string;
  /** What it says of what went wrong. */
  readonly complaint: string;
}

/** How a command of Git is run. */
interface Options {
  /** What it reads. */
  readonly input?: string;
  /** Variables of the environment beside those that are there. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long (ms) it may take. */
  readonly timeout?: number;
}

/** Settings under which nothing else of the repository is run or asked for. */
const settings = [
  /* No hook of the repository, and no program that watches it. */
  ...["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"],
  /* Line ends are converted as set, without a refusal. */
  ...["-c", "core.safecrlf=false"],
];

/** A Git that asks nobody for anything, takes no lock that it can do without, and answers in English. */
const quiet = {
  LC_ALL: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_LITERAL_PATHSPECS: "1",
};

/** Runs Git in a folder, without a shell. What it says is read in an encoding of Node. */
const run = (
  folder: string,
  args: readonly string[],
  { input, env = {}, timeout = 20_000 }: Options,
  encoding: "utf8" | "latin1",
): Promise<Answer> =>
  new Promise((resolve) => {
    const child = execFile(
      "git",
      [...settings, ...args],
      {
        cwd: folder,
        encoding,
        maxBuffer: 64 * 1024 * 1024,
        timeout,
        windowsHide: true,
        env: { ...environmentOfGit(), ...quiet, ...env },
      },
      (failure, output, complaint) => {
        resolve({
          isDone: failure === null,
          output,
          complaint: complaint.trim() || (failure?.message ?? ""),
        });
      },
    );
    /* Git may end before it has read everything. */
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input ?? "");
  });

/** Runs Git in a folder, without a shell. */
export const git = (folder: string, args: readonly string[], options: Options = {}) =>
  run(folder, args, options, "utf8");

/** What a file of a commit holds, by its hash. */
export const bytesOf = async (folder: string, hash: string): Promise<Uint8Array> =>
  Buffer.from((await run(folder, ["cat-file", "blob", hash], {}, "latin1")).output, "latin1");

/** The output of a command of Git without the line break behind it; undefined if it failed. */
export const answerOf = async (
  folder: string,
  args: readonly string[],
  options?: Options,
): Promise<string | undefined> => {
  const { isDone, output } = await git(folder, args, options);
  return isDone ? output.replace(/\r?\n$/, "") : undefined;
};
