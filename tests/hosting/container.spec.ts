import { siteFolder } from "../../src/environment.ts";
import { execFileSync, spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join, matchesGlob } from "node:path";
import { expect, test } from "@playwright/test";
import { readSite } from "../../src/hosting/hosted-site.ts";
import { hostingFolder } from "../../src/build/write-host-files.ts";
import { ask } from "./ask.ts";
import { unavailable } from "../machine.ts";

interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly instructions: (readonly [name: string, words: string])[];
}

/** The stages of the Containerfile, their instructions in one line each. */
const stages = readFileSync("Containerfile", "utf8")
  .replaceAll(/^#.*\n/gm, "")
  .replaceAll(/\\\n\s*/g, "")
  .split("\n")
  .filter((line) => line !== "")
  .reduce<Stage[]>((all, line) => {
    const [, name = "", words = ""] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    const [image = "", as] = words.split(" AS ");
    if (name === "FROM") all.push({ image, name: as, instructions: [] });
    else all.at(-1)?.instructions.push([name, words]);
    return all;
  }, []);

const last = stages.at(-1);
const said = (instruction: string) =>
  (last?.instructions ?? []).filter(([name]) => name === instruction).map(([, words]) => words);

/** What a COPY takes: from which stage, which paths, and where to. */
const copies = (stage: Stage) =>
  stage.instructions
    .filter(([name]) => name === "COPY")
    .map(([, words]) => {
      const parts = words.split(" ");
      const from = parts[0]?.startsWith("--from=") ? parts.shift()?.slice(7) : undefined;
      return { from, sources: parts.slice(0, -1), target: parts.at(-1) ?? "" };
    });

/** A path of the stage `build` on this machine, where the site may be built into another folder. */
const builtAt = (path: string) =>
  path
    .replace(/^\/centre\/dist-hosting\//, `${hostingFolder(siteFolder)}/`)
    .replace(/^\/centre\/dist\//, `${siteFolder}/`);

const ignored = readFileSync(".dockerignore", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

test("the container's build copies only what is there, or what a stage before has made", () => {
  expect(stages.map(({ name }) => name)).toEqual(["build", "server", undefined]);
  const all = stages.flatMap(copies);
  expect(all.length).toBeGreaterThan(4);
  for (const { from, sources } of all)
    for (const source of sources)
      if (from === "build") expect(existsSync(builtAt(source)), source).toBe(true);
      else if (from === undefined) {
        expect(existsSync(source), source).toBe(true);
        expect(
          ignored.filter((pattern) => matchesGlob(source.split("/")[0] ?? "", pattern)),
          source,
        ).toEqual([]);
      }
});

test("the container's build is not given what this machine has installed or built", () => {
  for (const name of ["node_modules", "dist", "dist-hosting", ".git", "test-results", ".astro"])
    expect(
      ignored.filter((pattern) => matchesGlob(name, pattern)),
      name,
    ).toHaveLength(1);
  for (const name of ["src", "content", "public", "package-lock.json", "astro.config.mjs"])
    expect(
      ignored.filter((pattern) => matchesGlob(name, pattern)),
      name,
    ).toEqual([]);
});

test("the container begins with nothing, and does not run as root", () => {
  expect(last?.image).toBe("scratch");
  expect(said("RUN")).toEqual([]);
  expect(said("USER")).toEqual([expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
  expect(said("EXPOSE")).toEqual(["8080"]);
});

/** Puts together what the container holds, in a folder. */
const assemble = (folder: string) => {
  const server = stages.find(({ name }) => name === "server");
  const collect = server?.instructions.findLast(([name]) => name === "RUN")?.[1] ?? "";
  expect(collect).toMatch(/ \/server$/);
  execFileSync("sh", ["-c", collect.replaceAll(/ \/server\b/g, ` ${folder}`)]);
  for (const { from, sources, target } of last ? copies(last) : [])
    for (const source of from === "server" ? [] : sources) {
      const path = from === "build" ? builtAt(source) : source;
      const into = join(folder, target, source.endsWith("/") ? "" : basename(source));
      mkdirSync(join(folder, target), { recursive: true });
      cpSync(path, into, { recursive: true });
    }
};

const freePort = () =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        found(port);
      });
    });
  });

test.describe("what is in the container", () => {
  test.skip(...unavailable("nginx"));
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "container-"));
    assemble(folder);
  });
  test.afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("is static files, nginx, and the libraries that it is linked with", () => {
    const site = new Set(readdirSync(siteFolder, { recursive: true, encoding: "utf8" }));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length));
    const others = files.filter(
      (path) => !(path.startsWith("/srv/centre/") && site.has(path.slice("/srv/centre/".length))),
    );
    expect(files.length).toBeGreaterThan(others.length + 50);
    expect(others.filter((path) => !/^\/lib(?:64)?\/.*\.so(?:\.\d+)*$/.test(path)).sort()).toEqual([
      "/etc/nginx/nginx-maps.conf",
      "/etc/nginx/nginx-server.conf",
      "/etc/nginx/nginx.conf",
      "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
      "/usr/sbin/nginx",
    ]);
  });

  test("serves the site by itself, writes to /tmp alone, and keeps no log", async () => {
    test.skip(process.getuid?.() !== 0, "only root can shut a program into a folder: run as root");
    const port = await freePort();
    const configuration = join(folder, "etc/nginx/nginx.conf");
    const text = readFileSync(configuration, "utf8");
    expect(text).toContain("listen 8080;");
    writeFileSync(
      configuration,
      text
        .replace("listen 8080;", `listen 127.0.0.1:${String(port)};`)
        .replace("worker_processes auto;", "worker_processes 1;"),
    );
    execFileSync("chmod", ["755", folder]);
    const command = JSON.parse(said("CMD")[0] ?? "[]") as string[];
    const child = spawn("chroot", [`--userspec=${said("USER")[0] ?? ""}`, folder, ...command], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise((done) => child.once("exit", done));
    let spoken = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (part: Buffer) => (spoken += part.toString()));
    const url = `http://localhost:${String(port)}`;
    try {
      await expect
        .poll(() => ask(url, "/").catch(() => undefined), { message: spoken })
        .toBeTruthy();
      const { pages } = readSite(siteFolder);
      for (const { path, policy } of pages.filter((page) => page.path.endsWith("/"))) {
        const page = await ask(url, path, { headers: { "Accept-Encoding": "br" } });
        expect(page.status, path).toBe(200);
        expect(page.headers["content-security-policy"], path).toBe(policy);
      }
      const overview = await ask(url, "/", { headers: { "Accept-Encoding": "br" } });
      expect(overview.headers["content-encoding"]).toBe("br");
      expect(overview.body).toEqual(readFileSync(join(siteFolder, "index.html.br")));
      const lost = await ask(url, "/nothing-here/");
      expect(lost.status).toBe(404);
      expect(lost.body).toEqual(readFileSync(join(siteFolder, "404.html")));
      const own = execFileSync(
        "find",
        [folder, "-uid", (said("USER")[0] ?? "").split(":")[0] ?? ""],
        {
          encoding: "utf8",
        },
      );
      const outside = own.split("\n").filter((path) => !path.startsWith(join(folder, "tmp/")));
      expect(outside).toEqual([""]);
      expect(own).toContain("nginx.pid");
    } finally {
      child.kill("SIGQUIT");
      await ended;
    }
    expect(spoken).toBe("");
  });
});
