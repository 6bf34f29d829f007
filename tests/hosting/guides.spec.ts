import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { hostingFolder } from "../../src/build/write-host-files.ts";
import { siteFolder } from "../../src/environment.ts";
import { findProgram, unavailable } from "../machine.ts";
import { guidedRoot, writtenFor } from "./guides.ts";
import { certificateIn, certify, freePort, keyIn } from "./servers.ts";

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "guides-"));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test.describe("the guide for nginx", () => {
  test.skip(...unavailable("nginx"));
  test.skip(...unavailable("openssl"));

  /** Puts what the build wrote beside a configuration as the guide gives it. */
  const install = async (name: string, files: string) => {
    const ports = [await freePort(), await freePort()].map(String);
    cpSync(files, join(folder, name), { recursive: true });
    const written = writtenFor("nginx", "nginx")
      .replaceAll("include trust-center/", `include ${name}/`)
      .replaceAll(/^ *listen \[::\].*\n/gm, "")
      .replaceAll(
        /listen (80|443)/g,
        (_, port) => `listen 127.0.0.1:${ports[port === "80" ? 0 : 1] ?? ""}`,
      )
      .replace("/etc/ssl/example.pem", certificateIn(folder))
      .replace("/etc/ssl/example.key", keyIn(folder))
      .replace(guidedRoot, siteFolder);
    writeFileSync(join(folder, "conf.d", `${name}.conf`), written);
  };

  /** What nginx says of the configuration. */
  const tried = () => {
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join(" ");
    writeFileSync(
      join(folder, "nginx.conf"),
      `include /etc/nginx/modules-enabled/*.conf; pid ${folder}/pid; error_log stderr;
      events {} http { access_log off; ${temporary} include conf.d/*.conf; }`,
    );
    const { stderr } = spawnSync(
      findProgram("nginx") ?? "nginx",
      ["-t", "-q", "-c", join(folder, "nginx.conf")],
      { encoding: "utf8" },
    );
    return stderr;
  };

  test.beforeEach(() => {
    mkdirSync(join(folder, "conf.d"));
    certify(folder);
  });

  test("gives a configuration that nginx takes", async () => {
    await install("trust-center", hostingFolder(siteFolder));
    expect(tried()).toBe("");
  });

  test("says how a second site is told from the first", async () => {
    await install("trust-center", hostingFolder(siteFolder));
    cpSync(hostingFolder(siteFolder), join(folder, "dist-hosting"), { recursive: true });
    execFileSync("sh", ["-euc", writtenFor("nginx", "sh", "sed ")], { cwd: folder });
    await install("z-other", join(folder, "dist-hosting"));
    expect(tried()).not.toMatch(/emerg|duplicate|unknown/);
    /* nginx takes the last of two maps for one variable, and says nothing of it. */
    const mapped = (name: string) =>
      [...readFileSync(join(folder, name, "nginx-maps.conf"), "utf8").matchAll(/^map \S+ (\S+)/gm)]
        .map(([, variable]) => variable)
        .toSorted();
    const [first, second] = [mapped("trust-center"), mapped("z-other")];
    expect(first.length).toBeGreaterThan(1);
    expect(second).toHaveLength(first.length);
    expect(second.filter((variable) => first.includes(variable))).toEqual([]);
    const server = readFileSync(join(folder, "z-other/nginx-server.conf"), "utf8");
    for (const variable of first) expect(server).not.toContain(variable);
  });
});

test.describe("the guide for Caddy", () => {
  test.skip(...unavailable("caddy"));

  test("gives a configuration that Caddy takes", () => {
    const configuration = join(folder, "Caddyfile");
    writeFileSync(configuration, writtenFor("caddy", "caddyfile"));
    cpSync(join(hostingFolder(siteFolder), "Caddyfile"), join(folder, "trust-center"));
    const { status, stdout, stderr } = spawnSync(
      findProgram("caddy") ?? "caddy",
      ["adapt", "--adapter", "caddyfile", "--config", configuration],
      { encoding: "utf8", env: { ...process.env, HOME: folder } },
    );
    expect(stderr).not.toMatch(/error/i);
    expect(status).toBe(0);
    expect(stdout).toContain("Content-Security-Policy");
    expect(stdout).toContain(guidedRoot);
  });
});
