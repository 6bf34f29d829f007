import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { propose, type Proposal } from "../../../src/desk/git/propose.ts";
import { repositoryOf, type Repository } from "../../../src/desk/git/repository.ts";
import { grouped } from "../../../src/desk/changes/groups.ts";
import { Refusal } from "../../../src/desk/store/refusal.ts";
import { git } from "../../repository.ts";
import { changedFiles as changedFrom, textsIn } from "../../../src/desk/git/versions.ts";

let root: string;
let repository: string;
let content: string;

const write = (file: string, text: string, folder = content) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const read = (file: string) => readFileSync(join(content, file), "utf8");

const contacts = "- id: privacy\n  topic: Privacy\n  email: privacy@acme.org\n";
const page = "---\ntitle: Data\n---\n\nWords.\n";

const settings = ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM"] as const;
const before = Object.fromEntries(settings.map((name) => [name, process.env[name]]));

test.beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "desk ü "));
  repository = join(root, "trust centre");
  content = join(repository, "sites/Datenschutz/content");
  writeFileSync(
    join(root, "gitconfig"),
    "[user]\n\tname = Jo Doe\n\temail = jo@acme.org\n[init]\n\tdefaultBranch = main\n",
  );
  process.env["GIT_CONFIG_GLOBAL"] = join(root, "gitconfig");
  process.env["GIT_CONFIG_NOSYSTEM"] = "1";
  write("facts/contacts.yaml", contacts);
  write("pages/data.mdx", page);
  write("faq/wo-über uns.mdx", "---\nquestion: Wo?\n---\n\nHier.\n");
  write("notes.txt", "Not content.\n");
  write("README.md", "Top.\n", repository);
  git(repository, "init", "--quiet");
  git(repository, "add", ".");
  git(repository, "commit", "--quiet", "-m", "Begin");
});

test.afterEach(() => {
  for (const name of settings)
    if (before[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = before[name];
  rmSync(root, { recursive: true, force: true });
});

/** Adds a remote that has what is committed. */
const publish = (): string => {
  const remote = join(root, "remote.git");
  git(root, "init", "--quiet", "--bare", remote);
  git(repository, "remote", "add", "origin", remote);
  git(repository, "push", "--quiet", "origin", "main");
  return remote;
};

const changedFiles = async (repository: Repository) =>
  changedFrom(repository, await textsIn(repository));

const found = async (folder = content) => {
  const repository = await repositoryOf(folder);
  if (!repository) throw new Error("There is a repository.");
  return repository;
};

const proposal = async (rest: Partial<Proposal> = {}): Promise<Proposal> => ({
  files: await changedFiles(await found()),
  message: { title: "Correct the address", body: "Why." },
  errors: 0,
  day: "2026-03-31",
  ...rest,
});

/** What must be as before, whatever is proposed. */
const state = () => ({
  head: git(repository, "rev-parse", "HEAD"),
  branch: git(repository, "symbolic-ref", "HEAD"),
  status: git(repository, "status", "--porcelain", "-uall"),
  staged: git(repository, "diff", "--cached"),
  unstaged: git(repository, "diff"),
  stash: git(repository, "stash", "list"),
  texts: readdirSync(content, { recursive: true, encoding: "utf8" }).toSorted(),
});

const filesOf = (commit: string) =>
  git(repository, "show", "--format=", "--name-status", commit)
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").replace("sites/Datenschutz/", ""))
    .toSorted();

test.describe("what has changed since what is published", () => {
  test("is told of edited, new and deleted content, with what stood there", async () => {
    publish();
    expect(await changedFiles(await found())).toEqual([]);
    write("facts/contacts.yaml", contacts.replace("privacy@", "data@"));
    write("faq/neü.mdx", "New.\n");
    rmSync(join(content, "pages/data.mdx"));
    appendFileSync(join(content, "notes.txt"), "More.\n");
    expect(await changedFiles(await found())).toEqual([
      {
        file: "facts/contacts.yaml",
        before: contacts,
        after: contacts.replace("privacy@", "data@"),
      },
      { file: "faq/neü.mdx", before: undefined, after: "New.\n" },
      { file: "pages/data.mdx", before: page, after: undefined },
    ]);
  });

  test("is what is committed here as well, and not what others have published since", async () => {
    publish();
    write("pages/data.mdx", page.replace("Words.", "Ours."));
    git(repository, "commit", "--quiet", "-am", "Ours");
    const other = join(root, "other");
    git(root, "clone", "--quiet", join(root, "remote.git"), other);
    write("sites/Datenschutz/content/facts/contacts.yaml", "[]\n", other);
    git(other, "commit", "--quiet", "-am", "Theirs");
    git(other, "push", "--quiet");
    git(repository, "fetch", "--quiet");
    const repo = await found();
    expect(repo.baseName).toBe("origin/main");
    expect((await changedFiles(repo)).map(({ file }) => file)).toEqual(["pages/data.mdx"]);
  });

  test("is compared with the last commit where there is no remote", async () => {
    write("pages/data.mdx", "Else.\n");
    const repo = await found();
    expect(repo.baseName).toBe("the last commit");
    expect((await changedFiles(repo)).map(({ file }) => file)).toEqual(["pages/data.mdx"]);
  });

  test("is nothing before the first commit, and there is no repository without Git", async () => {
    const empty = join(root, "empty");
    write("site.yaml", "a: 1\n", empty);
    expect(await repositoryOf(empty)).toBeUndefined();
    git(empty, "init", "--quiet");
    expect((await found(empty)).base).toBeUndefined();
    expect(await changedFiles(await found(empty))).toEqual([]);
  });

  test("is no line end that Git converts", async () => {
    publish();
    git(repository, "config", "core.autocrlf", "true");
    const crlf = page.replaceAll("\n", "\r\n");
    write("pages/data.mdx", crlf);
    expect(await changedFiles(await found())).toEqual([]);
    write("pages/data.mdx", crlf.replace("Words.", "Else."));
    expect(await changedFiles(await found())).toEqual([
      { file: "pages/data.mdx", before: crlf, after: crlf.replace("Words.", "Else.") },
    ]);
  });

  test("is no line end that was committed as it is", async () => {
    const crlf = page.replaceAll("\n", "\r\n");
    write("pages/data.mdx", crlf);
    git(repository, "commit", "--quiet", "-am", "CRLF");
    publish();
    git(repository, "config", "core.autocrlf", "true");
    expect(await changedFiles(await found())).toEqual([]);
    write("pages/data.mdx", crlf.replace("Words.", "Else."));
    const { branch = "" } = await propose(await found(), await proposal());
    expect(git(repository, "diff", "--numstat", `${branch}^`, branch)).toMatch(/^1\t1\t/);
  });

  test("is none of what a link leads to, nor is what cannot be read a file that was deleted", async () => {
    writeFileSync(join(root, "secret.yaml"), "secret: 1\n");
    symlinkSync(join(root, "secret.yaml"), join(content, "facts/secret.yaml"));
    for (const file of ["facts/contacts.yaml", "pages/data.mdx"]) rmSync(join(content, file));
    symlinkSync(join(root, "secret.yaml"), join(content, "facts/contacts.yaml"));
    mkdirSync(join(content, "pages/data.mdx"));
    expect(await changedFiles(await found())).toEqual([]);
    const { unread } = await textsIn(await found());
    expect(unread.toSorted()).toEqual([
      "facts/contacts.yaml",
      "facts/secret.yaml",
      "pages/data.mdx",
    ]);
  });

  test("is a release, with its texts, and is shown and proposed as one", async () => {
    const remote = publish();
    write("releases/2026-01-10/manifest.yaml", "summary: It begins.\n");
    write("releases/2026-01-10/data/index.md", "# Data\n");
    write("releases/.unfinished-2026-01-11/index.md", "# Home\n");
    write("reviewed.yaml", "a: 1\n");
    const files = await changedFiles(await found());
    expect(grouped(files)).toMatchObject([
      {
        name: "releases/2026-01-10",
        files: [
          { file: "releases/2026-01-10/data/index.md" },
          { file: "releases/2026-01-10/manifest.yaml" },
        ],
        changes: [{ sentence: "The release of 2026-01-10 was added" }],
        undo: undefined,
      },
      { name: "reviewed.yaml", isKept: true },
    ]);
    const { branch = "" } = await propose(await found(), await proposal());
    expect(filesOf(branch)).toEqual([
      "A content/releases/2026-01-10/data/index.md",
      "A content/releases/2026-01-10/manifest.yaml",
      "A content/reviewed.yaml",
    ]);
    expect(git(remote, "branch", "--list", branch)).not.toBe("");
  });

  test("is no file that a sparse checkout leaves out, but one that was deleted", async () => {
    publish();
    git(repository, "sparse-checkout", "set", "--no-cone", "/*", "!/**/pages/");
    expect(readdirSync(content)).not.toContain("pages");
    expect(await changedFiles(await found())).toEqual([]);
    rmSync(join(content, "facts/contacts.yaml"));
    write("pages/data.mdx", "Else.\n");
    expect((await changedFiles(await found())).map(({ file }) => file)).toEqual([
      "facts/contacts.yaml",
      "pages/data.mdx",
    ]);
  });

  test("is found beside a name that does not fit on a line", async () => {
    write("faq/two\nlines.mdx", "x\n");
    write("pages/data.mdx", "Else.\n");
    expect((await changedFiles(await found())).map(({ file }) => file)).toEqual(["pages/data.mdx"]);
  });

  test("is told of a file that is not in UTF-8 as it was meant", async () => {
    writeFileSync(join(content, "facts/contacts.yaml"), Buffer.from("- id: Öl\n", "latin1"));
    git(repository, "commit", "--quiet", "-am", "Latin 1");
    write("facts/contacts.yaml", "\ufeff- id: Öle\n");
    expect(await changedFiles(await found())).toEqual([
      { file: "facts/contacts.yaml", before: "- id: Öl\n", after: "\ufeff- id: Öle\n" },
    ]);
  });

  test("is not what others have published since a shallow clone was made", async () => {
    publish();
    const clone = join(root, "shallow");
    git(root, "clone", "--quiet", "--depth=1", `file://${join(root, "remote.git")}`, clone);
    for (const words of ["One.", "Two."]) {
      write("pages/data.mdx", page.replace("Words.", words));
      git(repository, "commit", "--quiet", "-am", words);
    }
    git(repository, "push", "--quiet", "origin", "main");
    git(clone, "fetch", "--quiet", "--depth=1");
    const there = join(clone, "sites/Datenschutz/content");
    write("facts/contacts.yaml", "[]\n", there);
    const repo = await found(there);
    const files = await changedFiles(repo);
    expect(files.map(({ file }) => file)).toEqual(["facts/contacts.yaml"]);
    const { said } = await propose(repo, { ...(await proposal()), files });
    expect(said.join(" ")).toContain("pushed to origin");
  });
});

test.describe("what is proposed", () => {
  test("is a branch with one commit of these files, and all else stays as it was", async () => {
    const remote = publish();
    write("README.md", "Staged.\n", repository);
    write("facts/contacts.yaml", "Staged and not chosen.\n");
    git(repository, "add", ".");
    write("README.md", "Staged, and edited since.\n", repository);
    write("pages/data.mdx", page.replace("Words.", "Chosen."));
    write("faq/neü.mdx", "New.\n");
    rmSync(join(content, "faq/wo-über uns.mdx"));
    write("faq/untracked.mdx", "Not chosen.\n");
    const was = state();
    const { files, ...rest } = await proposal();
    const chosen = files.filter(
      ({ file }) => file !== "facts/contacts.yaml" && file !== "faq/untracked.mdx",
    );
    const { branch = "", said, patch } = await propose(await found(), { files: chosen, ...rest });
    expect(branch).toBe("content/2026-03-31-correct-the-address");
    expect(state()).toEqual(was);
    expect(filesOf(branch)).toEqual([
      "A content/faq/neü.mdx",
      "D content/faq/wo-über uns.mdx",
      "M content/pages/data.mdx",
    ]);
    expect(git(repository, "rev-parse", `${branch}^`)).toBe(was.head);
    expect(git(repository, "log", "-1", "--format=%an <%ae>%n%B", branch)).toBe(
      "Jo Doe <jo@acme.org>\nCorrect the address\n\nWhy.",
    );
    expect(git(remote, "rev-parse", branch)).toBe(git(repository, "rev-parse", branch));
    expect(git(remote, "rev-parse", "main")).toBe(was.head);
    expect(said.join(" ")).toContain("pushed to origin");
    expect(patch).toBeUndefined();
  });

  test("never takes a branch that is there, unless exactly the same was proposed on it", async () => {
    publish();
    write("pages/data.mdx", "One.\n");
    const first = await propose(await found(), await proposal());
    git(repository, "config", "user.name", "Ann Roe");
    const again = await propose(await found(), await proposal());
    expect(again).toEqual(first);
    write("pages/data.mdx", "Two.\n");
    const second = await propose(await found(), await proposal());
    expect(second.branch).toBe(`${String(first.branch)}-2`);
    const { message, ...rest } = await proposal();
    const third = await propose(await found(), { ...rest, message: { ...message, body: "Else." } });
    expect(third.branch).toBe(`${String(first.branch)}-3`);
  });

  test("runs no hook, and is stopped by none", async () => {
    const remote = publish();
    const ran = join(root, "ran");
    for (const hook of [
      "pre-commit",
      "commit-msg",
      "post-commit",
      "pre-push",
      "reference-transaction",
      "post-index-change",
    ]) {
      const file = join(repository, ".git/hooks", hook);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `#!/bin/sh\necho ${hook} >> '${ran}'\nexit 1\n`);
      chmodSync(file, 0o755);
    }
    write("pages/data.mdx", "One.\n");
    const { branch } = await propose(await found(), await proposal());
    expect(git(remote, "rev-parse", String(branch))).toMatch(/^[0-9a-f]{40}$/);
    expect(() => readFileSync(ran)).toThrow();
  });

  test("works in a worktree of its own", async () => {
    publish();
    const tree = join(root, "a work tree");
    git(repository, "worktree", "add", "--quiet", "-b", "drafts", tree);
    const there = join(tree, "sites/Datenschutz/content");
    write("pages/data.mdx", "Tree.\n", there);
    const repo = await found(there);
    const files = await changedFiles(repo);
    const { branch = "" } = await propose(repo, { ...(await proposal()), files });
    expect(filesOf(branch)).toEqual(["M content/pages/data.mdx"]);
    expect(git(tree, "status", "--porcelain")).toBe(" M sites/Datenschutz/content/pages/data.mdx");
    expect(git(tree, "symbolic-ref", "HEAD")).toBe("refs/heads/drafts");
  });

  test("has the line ends that the repository has", async () => {
    publish();
    git(repository, "config", "core.autocrlf", "true");
    git(repository, "config", "core.safecrlf", "true");
    write("pages/data.mdx", page.replaceAll("\n", "\r\n").replace("Words.", "Else."));
    const { branch = "" } = await propose(await found(), await proposal());
    const committed = `${branch}:sites/Datenschutz/content/pages/data.mdx`;
    expect(git(repository, "cat-file", "blob", committed)).toBe(
      page.replace("Words.", "Else.").trimEnd(),
    );
    expect(read("pages/data.mdx")).toContain("\r\n");
  });

  test("is a patch as well where there is no remote, or where it cannot be pushed", async () => {
    write("pages/data.mdx", page.replace("Words.", "Überall."));
    const repo = await found();
    const { patch = "", branch, said } = await propose(repo, await proposal());
    expect(branch).toBeDefined();
    expect(said.join(" ")).toContain("no remote");
    git(repository, "checkout", "--quiet", "--", ".");
    writeFileSync(join(root, "a.patch"), patch);
    git(repository, "am", "--quiet", join(root, "a.patch"));
    expect(read("pages/data.mdx")).toContain("Überall.");

    git(repository, "remote", "add", "origin", join(root, "nowhere.git"));
    write("pages/data.mdx", "Else.\n");
    const failed = await propose(await found(), await proposal());
    expect(failed.said.join(" ")).toContain("could not be pushed");
    expect(failed.patch).toContain("+Else.");
  });

  test("says why the remote has refused it, in the words of the remote", async () => {
    const hook = join(publish(), "hooks/pre-receive");
    mkdirSync(dirname(hook), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\necho 'Nothing on Fridays.' >&2\nexit 1\n");
    chmodSync(hook, 0o755);
    write("pages/data.mdx", "Else.\n");
    const { said } = await propose(await found(), await proposal());
    expect(said.join(" ")).toContain("could not be pushed to origin: Nothing on Fridays.");
  });

  test("is a patch that Git can apply, where there is no Git", async () => {
    const files = [
      { file: "pages/data.mdx", before: page, after: page.replace("Words.", "Else.") },
      {
        file: "faq/wo-über uns.mdx",
        before: "---\nquestion: Wo?\n---\n\nHier.\n",
        after: undefined,
      },
      { file: "faq/neü.mdx", before: undefined, after: "New.\n" },
    ];
    const { patch = "", branch } = await propose(undefined, { ...(await proposal()), files });
    expect(branch).toBeUndefined();
    writeFileSync(join(root, "a.patch"), patch);
    git(repository, "apply", "--directory=sites/Datenschutz", join(root, "a.patch"));
    expect((await changedFiles(await found())).map(({ file }) => file)).toEqual([
      "faq/neü.mdx",
      "faq/wo-über uns.mdx",
      "pages/data.mdx",
    ]);
  });

  test("needs to know who proposes it, and can be told", async () => {
    publish();
    writeFileSync(join(root, "gitconfig"), "");
    write("pages/data.mdx", "One.\n");
    const was = state();
    await expect(propose(await found(), await proposal())).rejects.toThrow(/who you are/);
    expect(git(repository, "branch", "--list")).toBe("* main");
    const author = { name: "Ana Müller", email: "ana@acme.org" };
    const { branch = "" } = await propose(await found(), await proposal({ author }));
    expect(git(repository, "log", "-1", "--format=%an %ae %cn", branch)).toBe(
      "Ana Müller ana@acme.org Ana Müller",
    );
    expect(state()).toEqual(was);
  });

  test("has no errors, some files, and a sentence", async () => {
    write("pages/data.mdx", "One.\n");
    const repo = await found();
    const refused = async (rest: Partial<Proposal>) =>
      expect(propose(repo, await proposal(rest))).rejects.toThrow(Refusal);
    await refused({ errors: 2 });
    await refused({ files: [] });
    await refused({ message: { title: "", body: "" } });
    expect(git(repository, "branch", "--list")).toBe("* main");
  });
});
