import { siteFolder } from "../../src/environment.ts";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, test } from "@playwright/test";
import { Linter } from "eslint";
import { contentType } from "../../src/hosting/content-types.ts";
import { cacheControl, isHidden, securityHeaders } from "../../src/hosting/headers.ts";
import { readSite, type HostedSite } from "../../src/hosting/hosted-site.ts";
import { hostingFolder } from "../../src/build/write-host-files.ts";
import { htaccess } from "../../src/hosting/hosts/apache.ts";
import { cloudfrontFunction } from "../../src/hosting/hosts/cloudfront.ts";
import { headerRules } from "../../src/hosting/hosts/header-rules.ts";
import { nginxMaps } from "../../src/hosting/hosts/nginx.ts";
import { redirectRules } from "../../src/hosting/hosts/redirect-rules.ts";
import { findProgram } from "../machine.ts";
import { unavailable } from "../machine.ts";
import { writtenFor } from "./guides.ts";

const site = readSite(siteFolder);
const written = (name: string) => readFileSync(join(hostingFolder(siteFolder), name), "utf8");

/** A site with this many more pages, whose addresses are as long as a question's can be. */
const grown = (more: number): HostedSite => ({
  ...site,
  pages: [
    ...site.pages,
    ...Array.from({ length: more }, (_, at) => {
      const path = `/faq/${"a-long-question-about-it-".repeat(5)}${String(at)}/`;
      return { path, file: `${path}index.html`, policy: "default-src 'none'" };
    }),
  ],
  moved: [
    ...site.moved,
    ...Array.from({ length: more }, (_, at) => {
      const name = `an-old-question-about-it-${String(at)}`;
      return { from: `/faq/${name}/`, to: `/faq/#${name}` };
    }),
  ],
});

/** What Netlify and Cloudflare Pages read out of `_headers`. */
const rulesIn = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .reduce<{ path: string; headers: [string, string][] }[]>((rules, line) => {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      if (name && value) rules.at(-1)?.headers.push([name, value]);
      else rules.push({ path: line, headers: [] });
      return rules;
    }, []);

/** Every header that they send at a path, as often as a rule names it. */
const sentAt = (text: string, path: string) =>
  rulesIn(text)
    .filter((rule) =>
      rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
    )
    .flatMap(({ headers }) => headers)
    .sort();

/** Pages beside what moved are revalidated by the same rule. */
const keptBelow = (path: string) =>
  site.moved.some(({ from }) => path !== "/" && from.startsWith(path))
    ? { "Cache-Control": "no-cache" }
    : {};

test.describe("_headers", () => {
  const text = readFileSync(join(siteFolder, "_headers"), "utf8");

  test("gives every page its own policy, and names no header twice", () => {
    for (const { path, policy } of site.pages)
      expect(sentAt(text, path), path).toEqual(
        Object.entries({
          ...securityHeaders,
          "Content-Security-Policy": policy,
          ...keptBelow(path),
        }).sort(),
      );
  });

  test("has files kept for as long as their names allow, and the search sent as what is compressed", () => {
    const files = site.files.filter((path) => !/\.html$|\.br$|\.gz$|\/\.|_headers/.test(path));
    expect(files.length).toBeGreaterThan(15);
    for (const path of files) {
      const sent = sentAt(text, path);
      const { "Cache-Control": kept, "Content-Type": type, ...others } = Object.fromEntries(sent);
      expect(new Set(sent.map(([name]) => name)).size, path).toBe(sent.length);
      /* Both hosts have everything else revalidated by themselves. */
      expect(kept ?? "no-cache", path).toBe(cacheControl(path));
      expect(others, path).toEqual(securityHeaders);
      /* The engine and index of the search; both hosts know what all other files are. */
      expect(type, path).toBe(/\.(?:pagefind|pf_\w+)$/.test(path) ? "application/wasm" : undefined);
    }
  });

  test("stays within what the hosts read, however many pages there are", () => {
    for (const more of [0, 70, 100, 5_000]) {
      const rules = headerRules(grown(more));
      expect(rulesIn(rules).length, `${String(more)} more pages`).toBeLessThanOrEqual(100);
      expect(Math.max(...rules.split("\n").map((line) => line.length))).toBeLessThanOrEqual(2_000);
    }
  });

  test("gives all pages one policy where there are too many for one each", () => {
    const rules = headerRules(grown(5_000));
    for (const { path } of site.pages)
      expect(sentAt(rules, path), path).toEqual(
        Object.entries({
          ...securityHeaders,
          "Content-Security-Policy": site.anyPage,
          ...keptBelow(path),
        }).sort(),
      );
  });

  test("has every redirect asked about each time, since what moved may move back", () => {
    for (const { from } of site.moved)
      expect(sentAt(text, from), from).toContainEqual(["Cache-Control", "no-cache"]);
  });

  test("is not written with a line that is too long for a host", () => {
    expect(() =>
      headerRules({
        ...site,
        pages: [{ path: "/", file: "/index.html", policy: "x".repeat(2_000) }],
      }),
    ).toThrow("too long");
  });
});

test.describe("nginx", () => {
  test.skip(...unavailable("nginx"));

  test("reads the map of many pages with long addresses", () => {
    const folder = mkdtempSync(join(tmpdir(), "hosting-"));
    writeFileSync(join(folder, "maps.conf"), nginxMaps(grown(5_000)));
    writeFileSync(
      join(folder, "nginx.conf"),
      `pid ${folder}/pid; error_log stderr; events {} http { access_log off; include ${folder}/maps.conf; ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")} }`,
    );
    try {
      const { status, stderr } = spawnSync(
        findProgram("nginx") ?? "nginx",
        ["-t", "-q", "-c", join(folder, "nginx.conf")],
        { encoding: "utf8" },
      );
      expect(stderr).toBe("");
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test.describe("_redirects", () => {
  /** What Cloudflare Pages reads: 2,000 lines, faulty ones among them, and the first for a path. */
  const onCloudflare = (text: string) =>
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .slice(0, 2_000)
      .map((line) => line.split(" "))
      .filter(([, , status]) => status === "301");
  /** What Netlify heeds although there is a file at the path. */
  const onNetlify = (text: string) =>
    text
      .split("\n")
      .map((line) => line.split(" "))
      .filter(([, , status]) => status === "301!");
  const pairs = (lines: string[][]) => lines.map(([from, to]) => ({ from, to }));

  test("tells either host of everything that moved", () => {
    const text = readFileSync(join(siteFolder, "_redirects"), "utf8");
    expect(pairs(onCloudflare(text))).toEqual(site.moved);
    expect(pairs(onNetlify(text))).toEqual(site.moved);
  });

  test("tells Netlify of more than Cloudflare reads", () => {
    const many = grown(5_000);
    const text = redirectRules(many);
    expect(pairs(onCloudflare(text))).toEqual(many.moved.slice(0, 1_000));
    expect(pairs(onNetlify(text))).toEqual(many.moved);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(1_000);
  });
});

test("what Apache reads for each answer stays short, however much has moved", () => {
  expect(htaccess(grown(5_000)).length - htaccess(site).length).toBeLessThan(20_000);
  const longest = Math.max(
    ...htaccess(grown(5_000))
      .split("\n")
      .map((line) => line.length),
  );
  expect(longest, "characters a line").toBeLessThan(8_000);
});

/** The commands of the guide that put a build on S3, as a shell gives them to `aws`, in order. */
const uploads = (): string[][] => {
  const steps = writtenFor("s3-cloudfront", "sh", "apart=");
  const said = execFileSync("bash", [
    "-euc",
    `aws() { printf '%s\\0' "$@"; printf '\\n'; }; ${steps}`,
  ]);
  return said
    .toString()
    .split("\0\n")
    .filter((command) => command.startsWith("s3\0"))
    .map((command) => command.split("\0"));
};

/** Whether `aws s3 sync` takes a file: the last of its patterns that matches says so, and * takes slashes. */
const takes = (command: readonly string[], file: string) =>
  command.reduce((taken, pattern, at) => {
    const option = command[at - 1] ?? "";
    if (option !== "--include" && option !== "--exclude") return taken;
    return new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(file)
      ? option === "--include"
      : taken;
  }, true);

test("the guide's steps for S3 send each file once, kept and typed as on other hosts", () => {
  const value = (command: readonly string[], option: string) =>
    command.includes(option) ? command[command.indexOf(option) + 1] : undefined;
  const commands = uploads();
  for (const path of site.files) {
    const file = path.slice(1);
    const sent = commands.filter((command) =>
      command[1] === "cp" ? command[2] === `dist/${file}` : takes(command, file),
    );
    expect(sent, path).toHaveLength(isHidden(path) ? 0 : 1);
    const [command] = sent;
    if (!command) continue;
    expect(value(command, "--cache-control"), path).toBe(cacheControl(path));
    if (/\.(?:pagefind|pf_\w+|csv|ics|md|txt)$/.test(path) || command[1] === "cp")
      expect(value(command, "--content-type"), path).toBe(contentType(path));
    else expect(value(command, "--content-type"), path).toBeUndefined();
  }
});

test.describe("CloudFront", () => {
  interface Policy {
    SecurityHeadersConfig: Record<string, Record<string, unknown>>;
    CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
  }

  test("gets every header in its own words", () => {
    const { SecurityHeadersConfig: own, CustomHeadersConfig: custom } = JSON.parse(
      written("cloudfront-headers.json"),
    ) as Policy;
    const { StrictTransportSecurity: hsts } = own;
    expect({
      "Content-Security-Policy": own["ContentSecurityPolicy"]?.["ContentSecurityPolicy"],
      "Referrer-Policy": own["ReferrerPolicy"]?.["ReferrerPolicy"],
      "Strict-Transport-Security": `max-age=${String(hsts?.["AccessControlMaxAgeSec"])}${hsts?.["IncludeSubdomains"] ? "; includeSubDomains" : ""}`,
      "X-Content-Type-Options": own["ContentTypeOptions"] ? "nosniff" : undefined,
      "X-Frame-Options": own["FrameOptions"]?.["FrameOption"],
      ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
    }).toEqual({ ...securityHeaders, "Content-Security-Policy": site.anyPage });
    expect(custom.Quantity).toBe(custom.Items.length);
  });

  test("gets a function in ECMAScript 5.1, of which it takes all", () => {
    const languageOptions = { ecmaVersion: 5, sourceType: "script" } as const;
    const faults = (code: string) => new Linter().verify(code, { languageOptions });
    for (const newer of [
      "function handler({ request }) {}",
      "var { uri } = request;",
      "var [first] = pairs;",
      "var copy = { ...request };",
      "var pairs = [...query];",
      "pairs.map(([name]) => name);",
      "var uri = request?.uri;",
      "var uri = request.uri ?? '/';",
      "for (var pair of pairs) {}",
      "class Handler {}",
    ])
      expect(faults(newer), newer).not.toEqual([]);
    expect(faults(written("cloudfront-function.js"))).toEqual([]);
  });

  const answer = (uri: string, querystring = {}, code = written("cloudfront-function.js")) =>
    runInNewContext(`${code}; handler(event)`, { event: { request: { uri, querystring } } }) as {
      uri?: string;
      statusCode?: number;
      headers?: Record<"location" | "cache-control", { value: string }>;
    };

  test("finds pages by their folders, and leads to the slash at the end", () => {
    expect(answer("/").uri).toBe("/index.html");
    expect(answer("/data/").uri).toBe("/data/index.html");
    expect(answer("/icon.svg").uri).toBe("/icon.svg");
    const { statusCode, headers } = answer("/search", { q: { value: "data" } });
    expect(statusCode).toBe(301);
    expect(headers?.location.value).toBe("/search/?q=data");
    expect(answer("//elsewhere").headers?.location.value).toBe("/elsewhere/");
  });

  test("leads to a page from its address with what a mail program left behind it", () => {
    for (const left of [".", ").", "%22", "%E2%80%A6", "%E2%80%8B", ",/", "/.)"])
      expect(answer(`/data${left}`, { a: { value: "b" } }).headers?.location.value, left).toBe(
        "/data/?a=b",
      );
    expect(answer("/%22").headers?.location.value).toBe("/");
    for (const path of ["/robots.txt", "/data/%80.css", "/icon.svg"])
      expect(answer(path).uri, path).toBe(path);
    expect(answer("/%").headers?.location.value).toBe("/%/");
  });

  test("leads from what moved to where it is now, with everything that was asked for", () => {
    for (const { from, to } of site.moved) {
      const { statusCode, headers } = answer(from);
      expect([statusCode, headers?.location.value, headers?.["cache-control"].value]).toEqual([
        301,
        to,
        "no-cache",
      ]);
      const asked = { a: { value: "c", multiValue: [{ value: "b" }, { value: "c" }] } };
      const [path, part] = to.split("#");
      expect(answer(from, asked).headers?.location.value).toBe(
        `${String(path)}?a=b&a=c${part === undefined ? "" : `#${part}`}`,
      );
    }
    expect(answer("/faq/").uri).toBe("/faq/index.html");
    expect(answer("/faq//").uri).toBe("/faq//index.html");
  });

  test("gets no larger a function than it takes, and the pages that lead on do the rest", () => {
    const many = grown(5_000);
    const code = cloudfrontFunction(many);
    expect(code.length, "bytes").toBeLessThanOrEqual(10_240);
    const led = many.moved.filter(({ from }) => answer(from, {}, code).statusCode === 301);
    expect(led.length).toBeGreaterThan(200);
    const [past] = many.moved.filter((redirect) => !led.includes(redirect));
    expect(answer(String(past?.from), {}, code).uri).toBe(`${String(past?.from)}index.html`);
  });
});
