import { siteFolder } from "../../src/environment.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { isHashed, securityHeaders } from "../../src/hosting/headers.ts";
import { readSite } from "../../src/hosting/hosted-site.ts";
import { ask, type Answer } from "./ask.ts";
import { unavailable } from "../machine.ts";
import { hosts, start, type Server } from "./servers.ts";

const { pages, moved, files } = readSite(siteFolder);
const file = (matches: RegExp, isMeant?: (path: string) => boolean) => {
  const found = files.find((path) => matches.test(path) && isMeant?.(path) !== false);
  if (!found) throw new Error(`the build has no file that matches ${String(matches)}`);
  return found;
};
const built = (path: string) => readFileSync(join(siteFolder, path));
const page = pages.find(({ path }) => path === "/data/") ?? pages[0];
const overview = pages.find(({ path }) => path === "/");
if (!page || !overview) throw new Error("the build has no page");
/* One that leads to a part of a page, and one whose own parts are to be found where it leads. */
const movedQuestion = moved.find(({ to }) => to.includes("#"));
const movedTopic = moved.find(({ to }) => !to.includes("#"));
if (!movedQuestion || !movedTopic) throw new Error("the build has nothing that moved");
const script = file(/^\/_astro\/.*\.js$/);
const fragment = file(/\.pf_fragment$/);
const index = file(/\/index\.pagefind$/);

const forever = "public, max-age=31536000, immutable";
const asked = "no-cache";

const restPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'";

/** What each kind of answer must be: its status, its type, how long it is kept. */
const kinds: readonly {
  readonly kind: string;
  readonly path: string;
  readonly method?: string;
  readonly status: readonly number[];
  readonly type?: RegExp;
  readonly kept: string;
}[] = [
  {
    kind: "the overview",
    path: "/",
    status: [200],
    type: /^text\/html; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "a page",
    path: page.path,
    status: [200],
    type: /^text\/html; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "a page with a query",
    path: "/search/?q=data",
    status: [200],
    type: /^text\/html/,
    kept: asked,
  },
  {
    kind: "a script",
    path: script,
    status: [200],
    type: /^text\/javascript; ?charset=utf-8$/,
    kept: forever,
  },
  {
    kind: "a piece of a result",
    path: fragment,
    status: [200],
    type: /^application\/wasm$/,
    kept: forever,
  },
  {
    kind: "the index",
    path: index,
    status: [200],
    type: /^application\/wasm$/,
    kept: asked,
  },
  {
    kind: "what the search knows of all passages",
    path: "/pagefind/passages.json",
    status: [200],
    type: /^application\/json/,
    kept: asked,
  },
  {
    kind: "the search's engine",
    path: file(/wasm\..*\.pagefind$/),
    status: [200],
    type: /^application\/wasm$/,
    kept: asked,
  },
  { kind: "a picture", path: "/icon.svg", status: [200], type: /^image\/svg\+xml/, kept: asked },
  {
    kind: "a text",
    path: "/robots.txt",
    status: [200],
    type: /^text\/plain; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "a page as Markdown",
    path: `${page.path}index.md`,
    status: [200],
    type: /^text\/markdown; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "a list as CSV",
    path: "/facts/retention.csv",
    status: [200],
    type: /^text\/csv; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "a list as JSON",
    path: "/facts/retention.json",
    status: [200],
    type: /^application\/json/,
    kept: asked,
  },
  {
    kind: "a feed of Atom",
    path: "/changes/feed.xml",
    status: [200],
    type: /^(?:application|text)\/xml/,
    kept: asked,
  },
  {
    kind: "a JSON Feed",
    path: "/changes/feed.json",
    status: [200],
    type: /^application\/json/,
    kept: asked,
  },
  {
    kind: "a calendar",
    path: "/changes/calendar.ics",
    status: [200],
    type: /^text\/calendar; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "the text for language models",
    path: "/llms-full.txt",
    status: [200],
    type: /^text\/plain; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "security.txt",
    path: "/.well-known/security.txt",
    status: [200],
    type: /^text\/plain; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "the sitemap",
    path: "/sitemap-index.xml",
    status: [200],
    type: /^(?:application|text)\/xml/,
    kept: asked,
  },
  {
    kind: "an address that leads nowhere",
    path: "/nowhere/",
    status: [404],
    type: /^text\/html; ?charset=utf-8$/,
    kept: asked,
  },
  {
    kind: "a script that is not there",
    path: "/_astro/nothing.js",
    status: [404],
    type: /^text\/html; ?charset=utf-8$/,
    kept: asked,
  },
  { kind: "a redirect", path: page.path.slice(0, -1), status: [301, 308], kept: asked },
  { kind: "a question that moved", path: movedQuestion.from, status: [301], kept: asked },
  { kind: "a topic that moved", path: movedTopic.from, status: [301], kept: asked },
  {
    kind: "what moved, without its body",
    path: movedQuestion.from,
    method: "HEAD",
    status: [301],
    kept: asked,
  },
  { kind: "what is sent to it", path: page.path, method: "POST", status: [405], kept: asked },
];

const policyAt = (path: string, status: number) => {
  const at = status === 404 ? "/404.html" : path.replace(/\?.*/, "");
  return pages.find(({ path, file }) => path === at || file === at)?.policy ?? restPolicy;
};

/** Whether a host tells a page by its content from what a browser has; nginx and Caddy cannot. */
const knowsContent = (host: string) => host === "npm start" || host === "apache";

/** In which coding a page is sent by what a request accepts; all hosts agree on these. */
const codings: readonly (readonly [accepts: string, coding: "br" | "gzip" | undefined])[] = [
  ["", undefined],
  ["identity", undefined],
  ["identity;q=0, gzip", "gzip"],
  ["br;q=0", undefined],
  ["gzip;q=0", undefined],
  ["br;q=0, gzip;q=0", undefined],
  ["br ; q=0, gzip ;q=0", undefined],
  ["br;q=0.000, gzip", "gzip"],
  ["gzip;q=1, br; q=0.0", "gzip"],
  ["br;Q=0", undefined],
  ["br;q=0.001", "br"],
  ["br;q=1.000, gzip;q=0", "br"],
  ["BR, Gzip", "br"],
  ["*;q=0", undefined],
  ["*;q=0, gzip", "gzip"],
  ["*;q=0, br;q=0.5", "br"],
  ["brotli, x-br, br-x", undefined],
];

const once = (answer: Answer, name: string) => {
  const values = answer.sent.get(name.toLowerCase()) ?? [];
  expect(values, name).toHaveLength(1);
  return values[0] ?? "";
};

for (const [name, host] of Object.entries(hosts))
  test.describe(name, () => {
    test.describe.configure({ mode: "default" });
    if ("program" in host) test.skip(...unavailable(host.program));

    let server: Server;
    test.beforeAll(async () => {
      server = await start(host);
    });
    test.afterAll(async () => {
      await (server as Server | undefined)?.stop();
    });

    for (const { kind, path, method = "GET", status, type, kept } of kinds)
      test(`${kind} has every header, once`, async () => {
        const answer = await ask(server.url, path, { method });
        expect(status).toContain(answer.status);
        for (const [header, value] of Object.entries(securityHeaders))
          expect(once(answer, header)).toBe(value);
        expect(once(answer, "Cache-Control")).toBe(kept);
        const policy = once(answer, "Content-Security-Policy");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("trusted-types 'none'");
        expect(policy).not.toContain("unsafe-inline");
        if (type) {
          expect(once(answer, "Content-Type")).toMatch(type);
          expect(policy).toBe(policyAt(path, answer.status));
        }
      });

    for (const { path, policy } of pages)
      test(`${path} has its own policy`, async () => {
        const answer = await ask(server.url, path);
        expect(answer.status).toBe(200);
        expect(once(answer, "Content-Security-Policy")).toBe(policy);
      });

    test("search engines are led to the pages, not to what programs read", async () => {
      const tagOf = async (path: string) => (await ask(server.url, path)).headers["x-robots-tag"];
      for (const path of [
        `${page.path}index.md`,
        "/index.md",
        "/llms.txt",
        "/centre.json",
        "/facts/retention.csv",
        "/facts/retention.json",
      ])
        expect(await tagOf(path), path).toBe("noindex");
      for (const path of ["/", page.path, "/icon.svg", "/sitemap-index.xml", "/nowhere/"])
        expect(await tagOf(path), path).toBeUndefined();
    });

    test("what is not there is answered with the page that says so", async () => {
      for (const path of ["/nowhere/", "/data/nothing", "/_astro/nothing.js", "/%"])
        expect([400, 404], path).toContain((await ask(server.url, path)).status);
      expect((await ask(server.url, "/nowhere/")).body).toEqual(built("/404.html"));
    });

    test("a page without the slash at its end leads to the page, with the query", async () => {
      const { headers } = await ask(server.url, "/search?q=data");
      /* Without host and scheme, which a server behind another does not know; Apache always says them. */
      const host = name === "apache" ? server.url : "";
      expect(headers.location).toBe(`${host}/search/?q=data`);
    });

    test("everything that moved leads to where it is now, with the query before the part", async () => {
      const host = name === "apache" ? server.url : "";
      expect(moved.length).toBeGreaterThan(30);
      for (const { from, to } of moved) {
        const { status, headers } = await ask(server.url, from);
        expect([status, headers.location], from).toEqual([301, host + to]);
        const [path = "", part] = to.split("#");
        expect(files, from).toContain(`${path}index.html`);
        const asked = await ask(server.url, `${from}?a=b&c=%20d`);
        const expected = `${host}${path}?a=b&c=%20d${part === undefined ? "" : `#${part}`}`;
        expect(asked.headers.location).toBe(expected);
      }
    });

    test("what moved leads on from its address without the slash, too", async () => {
      const slashless = await ask(server.url, movedQuestion.from.slice(0, -1));
      expect([301, 308]).toContain(slashless.status);
      const { pathname } = new URL(slashless.headers.location ?? "", server.url);
      expect(pathname).toBe(movedQuestion.from);
    });

    test("no address leads to another site", async () => {
      for (const path of [
        "//elsewhere.example",
        "//elsewhere.example/data",
        "/\\elsewhere.example",
        `//elsewhere.example/..${movedQuestion.from}`,
        `//elsewhere.example/..${movedTopic.from}?//elsewhere.example/`,
        `${movedTopic.from}?@elsewhere.example/`,
        /* What these come to is there: a page without the slash at its end. */
        ...[
          "/",
          "/.//",
          "/%2f",
          "/\\",
          "/%5c",
          "/%2f%5c",
          "/%09/",
          "/x/..//",
          "/x/%2e%2e//",
        ].flatMap((start) => [
          `${start}elsewhere.example/..${page.path.slice(0, -1)}`,
          `${start}elsewhere.example%2f..%2f${page.path.slice(1, -1)}`,
          `${start}elsewhere.example/%2e%2e${page.path.slice(0, -1)}?q=data`,
        ]),
      ]) {
        const { headers } = await ask(server.url, path);
        expect(new URL(headers.location ?? "/", server.url).origin, path).toBe(server.url);
      }
    });

    test("an address that is written in another way has the policy of its page, or leads nowhere", async () => {
      for (const path of [
        `/${page.path}`,
        `${page.path}/`,
        `//${page.path}//`,
        `/.${page.path}`,
        `${page.path}./`,
        `/x/..${page.path}`,
        `${page.path.slice(0, -1)}%2f`,
        "//index.html",
        `/${page.file}`,
      ]) {
        const answer = await ask(server.url, path);
        const { policy } = path === "//index.html" ? overview : page;
        expect([200, 404], path).toContain(answer.status);
        expect(once(answer, "Content-Security-Policy"), path).toBe(
          answer.status === 200 ? policy : policyAt(path, 404),
        );
      }
    });

    test("the compressed variants of the build are sent to those who take them", async () => {
      for (const path of ["/", page.path, script, index]) {
        const original = built(path.endsWith("/") ? `${path}index.html` : path);
        const plain = await ask(server.url, path);
        const brotli = await ask(server.url, path, { headers: { "accept-encoding": "gzip, br" } });
        const gzip = await ask(server.url, path, { headers: { "accept-encoding": "gzip" } });
        expect(plain.headers["content-encoding"], path).toBeUndefined();
        expect(plain.body.equals(original), path).toBe(true);
        expect(brotli.headers["content-encoding"], path).toBe("br");
        expect(
          brotli.body.equals(built(`${path.endsWith("/") ? `${path}index.html` : path}.br`)),
          path,
        ).toBe(true);
        expect(brotliDecompressSync(brotli.body).equals(original), path).toBe(true);
        expect(gzip.headers["content-encoding"], path).toBe("gzip");
        expect(gunzipSync(gzip.body).equals(original), path).toBe(true);
        for (const answer of [plain, brotli, gzip]) {
          expect(answer.headers.vary?.toLowerCase(), path).toContain("accept-encoding");
          expect(answer.headers["content-type"], path).toBe(plain.headers["content-type"]);
          expect(answer.headers["cache-control"], path).toBe(isHashed(path) ? forever : asked);
          expect(answer.headers["content-security-policy"], path).toBe(
            plain.headers["content-security-policy"],
          );
        }
      }
    });

    test("the page that says that nothing was found is sent compressed", async () => {
      const answer = await ask(server.url, "/nowhere/", {
        headers: { "accept-encoding": "gzip, br" },
      });
      expect(answer.status).toBe(404);
      expect(answer.headers["content-encoding"]).toBe("br");
      expect(answer.headers.vary?.toLowerCase()).toContain("accept-encoding");
      expect(brotliDecompressSync(answer.body).equals(built("/404.html"))).toBe(true);
    });

    test("a file with something behind it leads nowhere", async () => {
      for (const path of ["/pagefind/passages.json/", `${page.file}/`, "/sbom.cdx.json/x"])
        for (const coding of ["identity", "gzip", "br"]) {
          const answer = await ask(server.url, path, { headers: { "accept-encoding": coding } });
          expect(answer.status, path).toBe(404);
          expect(once(answer, "Content-Security-Policy"), path).toBe(policyAt(path, 404));
        }
    });

    test("what is zipped already is sent as it is", async () => {
      const answer = await ask(server.url, fragment, {
        headers: { "accept-encoding": "gzip, br" },
      });
      expect(answer.headers["content-encoding"]).toBeUndefined();
      expect(answer.body.equals(built(fragment))).toBe(true);
    });

    test("what a browser has is not sent again, where the host knows it by its content", async () => {
      const path = knowsContent(name) ? page.path : file(/wasm\..*\.pagefind$/);
      for (const coding of ["identity", "br"]) {
        const headers = { "accept-encoding": coding };
        const first = await ask(server.url, path, { headers });
        const { etag } = first.headers;
        expect(etag, coding).toBeTruthy();
        const again = await ask(server.url, path, {
          headers: { ...headers, "if-none-match": `"another", ${String(etag)}` },
        });
        expect(again.status, coding).toBe(304);
        expect(again.body, coding).toHaveLength(0);
        expect(once(again, "ETag"), coding).toBe(etag);
        expect(once(again, "Vary"), coding).toBe("Accept-Encoding");
        expect(once(again, "Cache-Control"), coding).toBe(asked);
        expect(once(again, "Content-Security-Policy"), coding).toBe(policyAt(path, 304));
      }
    });

    test("a page is not told by its date from what a browser has", async () => {
      const { sent } = await ask(server.url, page.path);
      expect(sent.has("last-modified")).toBe(false);
      expect(sent.has("etag")).toBe(knowsContent(name));
      const date = new Date(Date.now() + 86_400_000).toUTCString();
      const { status } = await ask(server.url, page.path, {
        headers: { "if-modified-since": date },
      });
      expect(status).toBe(200);
    });

    for (const [accepts, coding] of codings)
      test(`to whom accepts "${accepts}", a page is sent ${coding ? `as ${coding}` : "as it is"}`, async () => {
        test.skip(
          accepts === "br;Q=0" && name === "nginx",
          "nginx reads the name of the weight in small letters only",
        );
        for (const [path, status] of [
          [page.path, 200],
          ["/nowhere/", 404],
        ] as const) {
          const answer = await ask(server.url, path, { headers: { "accept-encoding": accepts } });
          expect(answer.status).toBe(status);
          expect(answer.headers["content-encoding"], path).toBe(coding);
        }
      });

    test("what no name of a file can be leads nowhere", async () => {
      for (const path of [
        "/%00",
        "/data/%00",
        "/data%00/",
        "/_astro/%00.js",
        "/.well-known/%00",
        `/${"a".repeat(255)}`,
        `/${"a".repeat(256)}`,
        `/${"a".repeat(256)}/`,
        `/data/${"a".repeat(300)}.css`,
        `/${"%C3%A9".repeat(130)}/`,
        `/${"%F0%9F%98%80".repeat(70)}`,
        `/${"a/".repeat(2_500)}`,
        `/${`${"a".repeat(200)}/`.repeat(25)}`,
        "/%ff",
        "/%c3%28/",
        "/%ed%a0%80",
        "/data/%80",
        "/%zz/",
      ])
        expect([400, 404], path).toContain((await ask(server.url, path)).status);
    });

    test("a page's address arrives with what a mail program left behind it", async () => {
      const host = name === "apache" ? server.url : "";
      const path = page.path.slice(0, -1);
      for (const left of [
        ...[".", ",", ";", ":", "!", "'", "*", ")"],
        ...["%22", "%3E", "]", "%3F", "%60", "%7D", "%20", "%0A", "%0D%0A"],
        ...["%E2%80%A6", "%E2%80%9D", "%E2%80%99", "%C2%BB", "%C2%A0", "%E2%80%8B", "%EF%BB%BF"],
        ...[").", ".)", "%3E,", "%E2%80%9D.", "%E3%80%82"],
      ])
        for (const asked of [`${path}${left}`, `${path}/${left}`, `${path}${left}/`]) {
          /* A browser and every server take this for the folder itself. */
          if (asked === `${path}/.`) continue;
          const { status, headers } = await ask(server.url, asked);
          expect([status, headers.location], asked).toEqual([301, `${host}${path}/`]);
        }
      const withQuery = await ask(server.url, `${path}).?a=b&c=%20d`);
      expect(withQuery.headers.location).toBe(`${host}${path}/?a=b&c=%20d`);
      expect((await ask(server.url, "/).")).headers.location).toBe(`${host}/`);
      expect([200, 301]).toContain((await ask(server.url, `${path}/.`)).status);
    });

    test("an address that leads nowhere leads nowhere with something behind it, too", async () => {
      for (const path of [
        "/nowhere).",
        "/robots.txt)",
        `${page.path}nothing.`,
        "/.git/config).",
        "//elsewhere.example).",
        "/%0d%0aSet-Cookie:x.",
        "/data%0d%0aSet-Cookie:%20x).",
      ])
        expect([400, 404], path).toContain((await ask(server.url, path)).status);
    });

    test("no folder is listed, and nothing is shown that is not for visitors", async () => {
      for (const path of [
        "/_astro/",
        "/pagefind/",
        "/.well-known/",
        "/.htaccess",
        "/.nojekyll",
        "/_headers",
        "/_redirects",
        "/.git/config",
        "/data/.env",
        "/index.html.br",
        "/index.html.gz",
        "/.well-known/security.txt.br",
        "/../package.json",
        "/%2e%2e/package.json",
      ]) {
        const { status, body } = await ask(server.url, path);
        expect([400, 403, 404], path).toContain(status);
        expect(body.toString(), path).not.toContain("Index of");
        expect(body.toString(), path).not.toContain("trailing");
      }
    });

    test("HEAD is answered like GET, without the body", async () => {
      const { status, headers, body } = await ask(server.url, page.path, { method: "HEAD" });
      expect(status).toBe(200);
      expect(body).toHaveLength(0);
      expect(headers["content-security-policy"]).toBe(page.policy);
    });

    test("no version of the server is told", async () => {
      const { headers } = await ask(server.url, "/");
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers.server ?? "").not.toMatch(/[\d(]/);
    });

    test("what is sent to the site is refused, with what is allowed", async () => {
      const { status, headers } = await ask(server.url, page.path, { method: "POST" });
      expect(status).toBe(405);
      /* Apache names here what its modules would take. */
      if (name !== "apache") expect(headers.allow).toBe("GET, HEAD");
      expect((await ask(server.url, page.path)).headers.allow).toBeUndefined();
    });

    test("what no browser asks for is refused, with a policy", async () => {
      for (const [method, path] of [
        ["TRACE", "/"],
        ["OPTIONS", page.path],
        ["DELETE", page.path],
        ["GET", "/%"],
        ["GET", "/%00"],
        ["GET", "/%2e%2e/x"],
        ["GET", "/data%2fnothing"],
      ] as const) {
        const answer = await ask(server.url, path, { method });
        const asked = `${method} ${path}`;
        expect(answer.status, asked).toBeGreaterThanOrEqual(400);
        expect(answer.body.toString(), asked).not.toMatch(/Apache|nginx\/|Caddy/);
        /* Go refuses what is no address before Caddy has a say. */
        if (name === "caddy" && path === "/%") continue;
        const policy = once(answer, "Content-Security-Policy");
        expect(policy, asked).toContain("default-src 'none'");
        expect(policy, asked).toContain("frame-ancestors 'none'");
      }
    });
  });
