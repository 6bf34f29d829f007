import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Runs Git in a folder, and gives what it says. */
export const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync("git", ["-c", "core.quotepath=false", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  }).trimEnd();

/** Makes a repository of a folder, with its content published to a remote beside that. */
export const publish = (folder: string): void => {
  git(folder, "init", "--quiet", "-b", "main");
  git(folder, "config", "user.name", "Jo Doe");
  git(folder, "config", "user.email", "jo@acme.example");
  git(folder, "add", "content");
  git(folder, "commit", "--quiet", "-m", "Begin");
  git(folder, "init", "--quiet", "--bare", "remote.git");
  git(folder, "remote", "add", "origin", resolve(folder, "remote.git"));
  git(folder, "push", "--quiet", "origin", "main");
};
