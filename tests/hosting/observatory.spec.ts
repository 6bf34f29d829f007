import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { unavailable } from "../machine.ts";
import { hosts, start, type Server } from "./servers.ts";

const scanner = dirname(fileURLToPath(import.meta.resolve("@mdn/mdn-http-observatory")));

/**
 * The best there is for a site without cookies: of the extra points on top of 100, five each are
 * for the Referrer-Policy and against framing, ten each for the CSP and the resource policy. The
 * rest is for cookies, for being on the browsers' own HSTS list, and for integrity of script files,
 * of which the overview loads none.
 */
const highest = 130;

interface Report {
  readonly scan: { readonly grade: string; readonly score: number; readonly testsFailed: number };
  readonly tests: Readonly<Record<string, { readonly pass: boolean; readonly result: string }>>;
}

/** What the HTTP Observatory's own scanner says of a server over TLS. */
const scan = async ({ secure, authority }: Server): Promise<Report> => {
  /* The scanner downloads this list when it is installed, where it may; without it, nobody is on it. */
  const preloaded = join(scanner, "../conf/hsts-preload.json");
  if (!existsSync(preloaded)) writeFileSync(preloaded, "{}");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(scanner, "scan.js"), new URL(secure ?? "").host],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: authority } },
  );
  return JSON.parse(stdout) as Report;
};

test.skip(...unavailable("nginx"));
test.skip(...unavailable("openssl"));

test("the HTTP Observatory gives the highest score that a site without cookies can have", async () => {
  const server = await start(hosts.nginx);
  try {
    const { scan: summary, tests } = await scan(server);
    expect(Object.entries(tests).filter(([, { pass }]) => !pass)).toEqual([]);
    expect(summary).toMatchObject({ grade: "A+", score: highest, testsFailed: 0 });
    expect(tests["content-security-policy"]?.result).toBe(
      "csp-implemented-with-no-unsafe-default-src-none",
    );
    expect(tests["redirection"]?.result).toBe("redirection-to-https");
  } finally {
    await server.stop();
  }
});
