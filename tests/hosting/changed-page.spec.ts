import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { hostingFolder } from "../../src/build/write-host-files.ts";
import { siteFolder } from "../../src/environment.ts";
import { unavailable } from "../machine.ts";
import { ask, type Answer } from "./ask.ts";
import { hosts, start } from "./servers.ts";

/*
 * Two builds may give a page the same length and date: one that sets all dates, as reproducible
 * images do, or a change of one word within a second.
 */
let site: string;
test.beforeEach(() => {
  site = join(mkdtempSync(join(tmpdir(), "changed-")), "dist");
  cpSync(siteFolder, site, { recursive: true });
  cpSync(hostingFolder(siteFolder), hostingFolder(site), { recursive: true });
});
test.afterEach(() => {
  rmSync(join(site, ".."), { recursive: true, force: true });
});

const date = new Date("2026-01-01T00:00:00Z");

/** Writes another letter into a file of the site, which keeps its length and gets the date. */
const change = (file: string, letter: string) => {
  const path = join(site, file);
  writeFileSync(path, readFileSync(path, "utf8").replace(/<h1(.*?)>./s, `<h1$1>${letter}`));
  utimesSync(path, date, date);
};

/** What a browser asks with, by what it got. */
const conditions = ({ headers }: Answer): Record<string, string> => ({
  "if-modified-since": headers["last-modified"] ?? date.toUTCString(),
  ...(headers.etag ? { "if-none-match": headers.etag } : {}),
});

for (const [name, host] of Object.entries(hosts))
  test.describe(name, () => {
    if ("program" in host) test.skip(...unavailable(host.program));

    const askFor = async (path: string, headers: Record<string, string> = {}) => {
      const server = await start(host, site);
      try {
        return await ask(server.url, path, { headers });
      } finally {
        await server.stop();
      }
    };

    test("a page that changed, but for its length and date, is sent again", async () => {
      change("data/index.html", "X");
      const first = await askFor("/data/");
      expect(first.status).toBe(200);
      change("data/index.html", "Y");
      const asked = conditions(first);
      const tags = asked["if-none-match"];
      for (const headers of [asked, ...(tags ? [{ "if-none-match": tags }] : [])]) {
        const again = await askFor("/data/", headers);
        expect(again.status).toBe(200);
        expect(again.body.length).toBe(first.body.length);
        expect(again.body.equals(first.body)).toBe(false);
      }
    });
  });
