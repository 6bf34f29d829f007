import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@playwright/test";
import { buildDay } from "../../src/environment.ts";
import { securityHeaders } from "../../src/hosting/headers.ts";
import { builtPages } from "../../src/transparency/built-pages.ts";
import { fileList, pagesDigest } from "../../src/transparency/digest.ts";
import { explainHeaders, sentHeaders } from "../../src/transparency/explained-headers.ts";
import { explainPolicy } from "../../src/transparency/explained-policies.ts";
import { brokenPromises } from "../../src/transparency/promises.ts";
import { filled } from "../../src/transparency/slots.ts";
import { listedWeights, weightsOf } from "../../src/transparency/weights.ts";
import { wordsOf } from "../../src/words/index.ts";

const words = wordsOf("en");

/** Writes a site of these files, and says where it is. */
const siteOf = (files: Readonly<Record<string, string>>): string => {
  const folder = test.info().outputPath("site");
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

test.describe("the promises of the page", () => {
  const broken = (files: Readonly<Record<string, string>>) => {
    const folder = siteOf(files);
    return brokenPromises(folder, builtPages(folder));
  };

  for (const way of [
    "document.cookie = 'a=1'",
    "localStorage.a = 1",
    "sessionStorage.setItem('a', 1)",
    "indexedDB.open('a')",
    "caches.open('a')",
    "caches.match('a')",
    "navigator.storage.getDirectory()",
    "window.name = 'a'",
    "navigator.serviceWorker.register('/a.js')",
    "navigator.sendBeacon('/a')",
    "new WebSocket('wss://a.example')",
    "new EventSource('/a')",
    "new XMLHttpRequest()",
    "new Image().src = '/a'",
    "new Audio('/a')",
    "fetch('/a')",
  ]) {
    test(`are broken by a script file that says ${way}`, () => {
      const [sentence, ...others] = broken({ "a/b.js": `const a=1;${way}` });
      expect(sentence).toMatch(/^a script in a\/b\.js names \w.*; do without it$/);
      expect(others).toEqual([]);
    });

    test(`are broken by a page whose script says ${way}`, () => {
      expect(broken({ "index.html": `<p>A</p><script>${way}</script>` })).toHaveLength(1);
    });
  }

  for (const [name, tag] of Object.entries({
    script: '<script src="https://elsewhere.example/a.js"></script>',
    style: '<link rel="stylesheet" href="//elsewhere.example/a.css">',
    picture: '<img src="https://elsewhere.example/a.png" alt="">',
    frame: '<iframe src="https://elsewhere.example/"></iframe>',
    "connection made ahead": '<link rel="preconnect" href="https://elsewhere.example">',
    form: '<form action="https://elsewhere.example/"></form>',
    "font of a style": '<style>@font-face{src:url("https://elsewhere.example/a.woff2")}</style>',
    "picture of a style": "<style>p{background:url( //elsewhere.example/a.png)}</style>",
    "style that a style brings": "<style>@import 'https://elsewhere.example/a.css';</style>",
    "style brought by its address": "<style>@import url(https://elsewhere.example/a.css)</style>",
    drawing: '<svg><use href="https://elsewhere.example/a.svg#b"></use></svg>',
  }))
    test(`are broken by a ${name} from elsewhere`, () => {
      const [sentence] = broken({ "a/index.html": `<main>${tag}</main>` });
      expect(sentence).toMatch(
        /^a\/index\.html loads .*elsewhere\.example.*; take it into this site$/,
      );
    });

  test("are broken by a style sheet that loads from elsewhere", () => {
    expect(broken({ "a/b.css": "p{background:URL('https://elsewhere.example/a.png')}" })).toEqual([
      "a/b.css loads https://elsewhere.example/a.png, and /this-site/ promises that nothing comes from elsewhere; take it into this site",
    ]);
  });

  test("are kept by styles that load from this site, by the search, and by what compares versions", () => {
    expect(
      broken({
        "a.css": "@import '/b.css';p{background:url(/a.png)}p::after{content:'https://b.example/'}",
        "_astro/a.js": "await (searchFiles[piece] ?? fetch(piece))",
        "_astro/b.js": "fetch(`/versions/index.json`)",
      }),
    ).toEqual([]);
  });

  test("are broken by another script that was joined to the one of the search", () => {
    const search = "searchFiles[file] = fetch(file)";
    expect(broken({ "index.html": `<script>${search};fetch("/a")</script>` })).toHaveLength(1);
  });

  test("are kept by links that wait for a click or only say something", () => {
    const html = `<link rel="canonical" href="https://here.example/"><link itemprop="url" href="https://a.example/">
      <link rel="alternate" href="https://here.example/feed.xml"><a href="https://b.example/">localStorage</a>
      <a href="mailto:a@b.example">c</a><script type="module" src="/a.js"></script>`;
    expect(broken({ "index.html": html, "a.js": "console.log(1)" })).toEqual([]);
  });
});

test("pages that only lead on to another are not among the pages", () => {
  const folder = siteOf({
    "b/index.html": "<p>B</p>",
    "index.html": "<p>A</p>",
    "old/index.html": '<meta http-equiv="refresh" content="0; url=/b/">',
  });
  expect(builtPages(folder).map(({ path }) => path)).toEqual(["/", "/b/"]);
});

test.describe("what a page weighs", () => {
  test("is its compressed file and each file that it asks for at once", () => {
    const folder = siteOf({
      "index.html": `<script>1234</script><link rel="icon" href="/i.svg"><link rel="modulepreload" href="/d.js">
        <script type="module" src="/s.js"></script><img src="/p.png" alt=""><img src="/p.png" alt="">
        <template><script src="/later.js"></script></template><a href="/s.js">s</a>`,
      "index.html.br": "12345",
      "s.js": "1234567890",
      "s.js.br": "123",
      "d.js": "12",
      "p.png": "1234567",
      "later.js": "1",
      "i.svg": "1",
    });
    expect(weightsOf(folder, builtPages(folder))).toEqual([
      {
        path: "/",
        pages: 1,
        bytes: 5 + 3 + 2 + 7,
        otherBytes: 3 + 2 + 7,
        requests: 4,
        script: 4 + 10 + 2,
      },
    ]);
  });

  test("is said of the heaviest only, where several lie below one address", () => {
    const folder = siteOf({
      "a/index.html": "12345678",
      "a/one/index.html": "12",
      "a/two/index.html": "1234",
      "b/only/index.html": "1",
    });
    const weights = weightsOf(folder, builtPages(folder));
    expect(weights.map(({ path, pages, bytes }) => [path, pages, bytes])).toEqual([
      ["/a/", 1, 8],
      ["/a/…", 2, 4],
      ["/b/only/", 1, 1],
    ]);
  });
});

test("of many pages that cost alike, the heaviest are named", () => {
  const weight = (path: string, bytes: number, script = 9) => ({
    ...{ path, bytes, script, pages: path.endsWith("…") ? 3 : 1, otherBytes: 0, requests: 1 },
  });
  const paths = ["/b/", "/c/", "/d/", "/e/", "/f/"];
  const alike = paths.map((path, at) => weight(path, 50 - at));
  const listed = (...more: ReturnType<typeof weight>[]) =>
    listedWeights([weight("/", 10), weight("/script/", 1, 10), ...alike, ...more]);
  const { named, others } = listed(weight("/g/…", 8));
  expect(named.map(({ path }) => path)).toEqual([...paths, "/script/"]);
  expect(others).toMatchObject({ pages: 4, bytes: 10 });
  expect(listed().others, "one is named as well as counted").toBe(undefined);
});

test("a line of a policy without plain words ends the build, and says where they belong", () => {
  expect(() => explainPolicy([["img-src", "'self'"]], words.policy)).not.toThrow();
  expect(() => explainPolicy([["img-src", "'self' data:"]], words.policy)).toThrow(
    'src/transparency/explained-policies.ts does not say what "img-src data:" means',
  );
  expect(() => explainPolicy([["sandbox", "allow-forms"]], words.policy)).toThrow(
    "sandbox allow-forms",
  );
});

test("a header without plain words ends the build, and says where they belong", () => {
  expect(() => explainHeaders([["Referrer-Policy", "no-referrer"]], words.headers)).not.toThrow();
  expect(() => explainHeaders([["Referrer-Policy", "origin"]], words.headers)).toThrow(
    'src/transparency/explained-headers.ts does not say what "Referrer-Policy: origin" means',
  );
  expect(() => explainHeaders([["X-New", "1"]], words.headers)).toThrow('"X-New: 1"');
  expect(() => explainHeaders([["Permissions-Policy", "camera=(self)"]], words.headers)).toThrow(
    "camera",
  );
});

test("what the plain words of the permissions name is refused", () => {
  const [, value, meaning] =
    sentHeaders(words).find(([name]) => name === "Permissions-Policy") ?? [];
  expect(value).toBe("camera=(), …");
  const refused = securityHeaders["Permissions-Policy"].split(",");
  for (const [said, features] of Object.entries({
    "your camera": ["camera"],
    microphone: ["microphone"],
    screen: ["display-capture"],
    location: ["geolocation"],
    payment: ["payment"],
    "identity card": ["digital-credentials-get"],
    passkeys: ["publickey-credentials-get"],
    "USB, HID, serial or MIDI devices": ["usb", "hid", "serial", "midi"],
    "copied elsewhere": ["clipboard-read"],
  })) {
    expect(meaning).toContain(said);
    for (const feature of features) expect(refused).toContain(`${feature}=()`);
  }
});

test.describe("a slot", () => {
  const figures = {
    single: { one: `1 < "2" & 3` },
    lists: { some: [{ a: "x" }, { a: "y" }], none: [] },
  };

  test("takes its figure, and a row comes once for each item of its list", () => {
    const html = `<p>{{one}}</p><tr><th>A</th></tr><tr id="{{some.a}}"><td>{{some.a}}</td></tr><tr><td>{{none.a}}</td></tr>`;
    expect(filled(html, figures)).toBe(
      `<p>1 &lt; &quot;2&quot; &amp; 3</p><tr><th>A</th></tr><tr id="x"><td>x</td></tr><tr id="y"><td>y</td></tr>`,
    );
  });

  test("that nothing measures ends the build", () => {
    for (const html of ["{{two}}", "<tr>{{some.b}}</tr>", "<tr>{{others.a}}</tr>"])
      expect(() => filled(html, figures), html).toThrow(/two|"b"|others/);
  });
});

test("the list of files names each by its bytes' order, hidden ones too, but for the page's own", () => {
  const folder = siteOf({
    "b.txt": "b",
    "B.txt": "B",
    ".well-known/a.txt": "",
    "this-site/index.html": "x",
    "this-site/files.txt": "x",
    "é.txt": "é",
  });
  const lines = fileList(folder).split("\n");
  expect(lines.map((line) => line.slice(66))).toEqual([
    "./.well-known/a.txt",
    "./B.txt",
    "./b.txt",
    "./é.txt",
    "",
  ]);
  expect(lines[0]?.slice(0, 64)).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("the digest of the pages is of what visitors see, and of nothing that tells of a day or a run", () => {
  const digestWith = (files: Readonly<Record<string, string>>) =>
    pagesDigest(
      siteOf({
        "index.html": "a page",
        "_astro/a.js": "a script",
        "accessibility/index.html": "a statement",
        "this-site/index.html": "built on a day",
        "sbom.cdx.json": "of a day",
        ".well-known/security.txt": "until a day",
        "index.html.br": "packed by this processor",
        ...files,
      }),
    );
  const digest = digestWith({});
  for (const name of [
    "accessibility/index.html",
    "this-site/index.html",
    "sbom.cdx.json",
    ".well-known/security.txt",
    "index.html.br",
  ])
    expect(digestWith({ [name]: "another" }), name).toBe(digest);
  for (const name of ["index.html", "_astro/a.js", "data/accessibility/index.html"])
    expect(digestWith({ [name]: "another" }), name).not.toBe(digest);
});

test.describe("the day of a build", () => {
  const { SOURCE_DATE_EPOCH: before } = process.env;
  test.afterEach(() => {
    delete process.env["SOURCE_DATE_EPOCH"];
    if (before !== undefined) process.env["SOURCE_DATE_EPOCH"] = before;
  });

  test("is today's date in UTC", () => {
    delete process.env["SOURCE_DATE_EPOCH"];
    expect(buildDay()).toBe(new Date().toISOString().slice(0, 10));
  });

  test("is that of SOURCE_DATE_EPOCH where it is set", () => {
    process.env["SOURCE_DATE_EPOCH"] = "951868799";
    expect(buildDay()).toBe("2000-02-29");
  });
});
