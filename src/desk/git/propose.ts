import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isSshOfGitSet } from "../../environment.ts";
import type { Versions } from "../changes/changes.ts";
import { patchOf } from "./patch.ts";
import { pullRequestAddress } from "./pull-request-address.ts";
import type { Message } from "./questions.ts";
import type { Repository } from "./repository.ts";
import { Refusal } from "../store/refusal.ts";
import { answerOf, git } from "./run.ts";

/** Who proposes, where Git does not know it. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

/** What became of a proposal. */
export interface Proposed {
  /** What was done, and what is to be done now, in sentences. */
  readonly said: readonly string[];
  /** The new branch; undefined where there is no repository. */
  readonly branch?: string;
  /** The address that opens the pull request, where it is known. */
  readonly address?: string;
  /** The patch to download where nothing was pushed. */
  readonly patch?: string;
}

const complain = (what: string, complaint: string): Refusal =>
  new Refusal(`${what}: ${complaint.split("\n").slice(-3).join(" ")}`);

/** A word for a branch from a title. */
const slugOf = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "") || "change";

/** A name that no branch has, here or on the remote as far as it is known. */
const freeBranch = async ({ folder, remote }: Repository, title: string, day: string) => {
  const taken =
    (await answerOf(folder, ["for-each-ref", "--format=%(refname)"]))?.split("\n") ?? [];
  const name = `content/${day}-${slugOf(title)}`;
  const isFree = (branch: string) =>
    !taken.includes(`refs/heads/${branch}`) &&
    (remote === undefined || !taken.includes(`refs/remotes/${remote}/${branch}`));
  let [branch, number] = [name, 1];
  while (!isFree(branch)) {
    number += 1;
    branch = `${name}-${String(number)}`;
  }
  return branch;
};

/** What a commit has but for who made it and when. */
const substanceOf = async ({ folder }: Repository, commit: string) =>
  (await answerOf(folder, ["cat-file", "commit", commit]))?.replaceAll(
    /^(?:author|committer) .*\n/gm,
    "",
  );

/** The branch on which exactly the same was proposed today: by a second click, or in another window. */
const branchLike = async (repository: Repository, commit: string, day: string) => {
  const refs = `refs/heads/content/${day}-*`;
  const branches = await answerOf(repository.folder, [
    "for-each-ref",
    "--format=%(refname:strip=2)",
    refs,
  ]);
  const wanted = await substanceOf(repository, commit);
  for (const branch of branches?.split("\n").filter(Boolean) ?? [])
    if ((await substanceOf(repository, `refs/heads/${branch}`)) === wanted) return branch;
  return undefined;
};

/** Makes a new branch of a commit. */
const newBranch = async (
  repository: Repository,
  commit: string,
  title: string,
  day: string,
): Promise<string> => {
  const branch = await freeBranch(repository, title, day);
  /* The zeros say that there must be no such branch yet. */
  const ref = ["update-ref", `refs/heads/${branch}`, commit, "0".repeat(commit.length)];
  const { isDone, complaint } = await git(repository.folder, ref);
  if (!isDone) throw complain("Git cannot make the branch", complaint);
  return branch;
};

const identityOf = (author: Author | undefined): Record<string, string> =>
  author === undefined
    ? {}
    : {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_COMMITTER_NAME: author.name,
        GIT_COMMITTER_EMAIL: author.email,
      };

/** Whether Git knows who makes a commit; it would guess from the machine otherwise. */
export const knowsAuthor = async ({ folder }: Repository, author?: Author): Promise<boolean> => {
  const args = (name: string) => ["-c", "user.useConfigOnly=true", "var", name];
  for (const name of ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"])
    if ((await answerOf(folder, args(name), { env: identityOf(author) })) === undefined)
      return false;
  return true;
};

/** Makes a commit of exactly some files on top of the base, in an index of its own. */
const commitOf = async (
  { folder, prefix, base }: Repository,
  files: readonly Versions[],
  { title, body }: Message,
  author: Author | undefined,
): Promise<string> => {
  const scratch = await mkdtemp(join(tmpdir(), "desk-"));
  const env = { GIT_INDEX_FILE: join(scratch, "index"), ...identityOf(author) };
  const run = async (args: readonly string[], input?: string) => {
    const { isDone, output, complaint } = await git(folder, args, {
      env,
      ...(input === undefined ? {} : { input }),
    });
    if (!isDone) throw complain("Git cannot make the commit", complaint);
    return output.trim();
  };
  try {
    if (base !== undefined) await run(["read-tree", base]);
    for (const { file, after } of files) {
      const path = `${prefix}${file}`;
      const [entry = ""] = base
        ? (await run(["ls-tree", "--full-tree", base, "--", path])).split("\n")
        : [];
      const [mode = "100644", blobBefore] = /^(\d{6}) \w+ (\w+)/.exec(entry)?.slice(1) ?? [];
      if (mode !== "100644" && mode !== "100755")
        throw new Refusal(`${path} is not an ordinary file in Git; propose it with Git itself.`);
      const hasCarriageReturns =
        blobBefore !== undefined && (await run(["cat-file", "blob", blobBefore])).includes("\r\n");
      const blob =
        after === undefined
          ? undefined
          : await run(
              [
                /* As for Git itself: a file that was committed with such line ends keeps them. */
                ...(hasCarriageReturns ? ["-c", "core.autocrlf=false"] : []),
                ...["hash-object", "-w", "--stdin", `--path=${file}`],
              ],
              after,
            );
      /* A mode of 0 takes a path out of the index. */
      const line = blob === undefined ? `0 ${"0".repeat(40)}` : `${mode} ${blob}`;
      await run(["update-index", "-z", "--index-info"], `${line}\t${path}\0`);
    }
    const tree = await run(["write-tree"]);
    const parents = base === undefined ? [] : ["-p", base];
    return await run(["commit-tree", ...parents, "-F", "-", tree], `${title}\n\n${body}\n`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

/** How long (ms) a push may take. */
const pushTimeout = 90_000;

/** Pushes a new branch, and nothing else. */
const push = async ({ folder }: Repository, remote: string, branch: string) => {
  const isSshSet =
    isSshOfGitSet() || (await answerOf(folder, ["config", "core.sshCommand"])) !== undefined;
  const ref = `refs/heads/${branch}`;
  return git(
    folder,
    [
      ...["push", "--no-verify", "--no-follow-tags", "--recurse-submodules=no", "--porcelain"],
      ...["--", remote, `${ref}:${ref}`],
    ],
    /* A program without a terminal cannot be asked for a password. */
    { timeout: pushTimeout, env: isSshSet ? {} : { GIT_SSH_COMMAND: "ssh -oBatchMode=yes" } },
  );
};

/** Why a push has failed: in the words of the remote, where it has said anything. */
const reasonOf = (complaint: string): string => {
  const lines = complaint.split("\n");
  const said = lines.flatMap((line) => /^remote:\s*(.*\S)/.exec(line)?.[1] ?? []);
  return said.length > 0 ? said.join(" ") : (lines.at(-1) ?? "");
};

/** What is to be proposed. */
export interface Proposal {
  readonly files: readonly Versions[];
  readonly message: Message;
  /** How many errors the check has found. */
  readonly errors: number;
  /** The ISO date of today. */
  readonly day: string;
  readonly author?: Author | undefined;
}

/**
 * Proposes changes: a new branch with one commit of exactly these files, pushed where there is a
 * remote. The working tree, the index and every other branch stay as they are.
 * @param repository undefined where there is none; then it is a patch
 * @throws {Refusal} if it cannot be made, with the reason in a sentence
 */
export const propose = async (
  repository: Repository | undefined,
  { files, message, errors, day, author }: Proposal,
): Promise<Proposed> => {
  if (errors > 0)
    throw new Refusal(
      `The check finds ${errors === 1 ? "1 error" : `${String(errors)} errors`}, and what has errors cannot be published; mend ${errors === 1 ? "it" : "them"} first.`,
    );
  if (files.length === 0) throw new Refusal("No file was chosen.");
  if (message.title === "") throw new Refusal("Say in a sentence what changes, and why.");
  if (repository === undefined)
    return {
      said: [
        "There is no Git here, so this is a patch: download it, and send it to whoever publishes the site.",
      ],
      patch: patchOf(files, message, "content/"),
    };
  if (!(await knowsAuthor(repository, author)))
    throw new Refusal(
      "Git does not know who you are; give your name and email address, which every commit shows.",
    );
  const commit = await commitOf(repository, files, message, author);
  const { folder, remote, published, baseName } = repository;
  const branch =
    (await branchLike(repository, commit, day)) ??
    (await newBranch(repository, commit, message.title, day));
  const made = `The branch ${branch} has one commit on top of ${baseName}, with the files that you chose.`;
  const patch = async () =>
    (await answerOf(folder, ["format-patch", "-1", "--stdout", "--no-signature", commit])) ??
    patchOf(files, message, repository.prefix);
  if (remote === undefined)
    return {
      branch,
      said: [
        made,
        "There is no remote to push it to; download the patch, and send it to whoever publishes the site.",
      ],
      patch: `${await patch()}\n`,
    };
  const pushed = await push(repository, remote, branch);
  if (!pushed.isDone)
    return {
      branch,
      said: [
        made,
        `It could not be pushed to ${remote}: ${reasonOf(pushed.complaint)}`,
        "Download the patch, and send it to whoever publishes the site.",
      ],
      patch: `${await patch()}\n`,
    };
  const url = await answerOf(folder, ["remote", "get-url", "--push", remote]);
  const into = published ?? "main";
  const address = pullRequestAddress(url ?? "", { branch, into, ...message });
  return {
    branch,
    ...(address === undefined ? {} : { address }),
    said: [
      made,
      address === undefined
        ? `It was pushed to ${remote}; open a pull request from it there.`
        : `It was pushed to ${remote}; open the pull request to have it reviewed.`,
    ],
  };
};
