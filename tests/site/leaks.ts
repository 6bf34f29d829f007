import type { BrowserContext, Page } from "@playwright/test";
import { carries, newCanary } from "./canary.ts";
import { startProxy, type Passed, type RecordingProxy } from "./recording-proxy.ts";
import { fetched, roundTrip } from "./round-trip.ts";
import { keptByPlace, test as watched, type Kept } from "./watch.ts";

/** A way by which something that was typed may have left the page, or outlived it. */
export type Leak = Kept;

/** What a page is told to report, and to whom: see `listen`. */
type Reporting = Window & { reported: (channel: string, evidence: string) => Promise<void> };

/**
 * Has a page report what it does that neither shows on the wire nor is kept. Runs in the page
 * before its own scripts.
 */
const listen = () => {
  const report = (channel: string, given: readonly unknown[] = []) => {
    const evidence = given.map((value) =>
      typeof value === "string" ? value : JSON.stringify(value),
    );
    void (window as unknown as Reporting).reported(channel, evidence.join(" "));
  };
  type Call = (...given: unknown[]) => unknown;
  const watch = (owner: object, name: string, isAsked: Call = () => false) => {
    const methods = owner as Record<string, Call>;
    const method = methods[name];
    if (!method) return;
    methods[name] = function (...given) {
      if (isAsked(...given) !== true) report(`${owner.constructor.name}.${name}`, given);
      return method.apply(this, given);
    };
  };
  watch(window, "fetch");
  watch(window, "open");
  watch(XMLHttpRequest.prototype, "send");
  watch(Navigator.prototype, "sendBeacon");
  watch(History.prototype, "pushState");
  watch(History.prototype, "replaceState");
  watch(Navigation.prototype, "navigate");
  watch(Navigation.prototype, "updateCurrentEntry");
  watch(Storage.prototype, "setItem");
  watch(CookieStore.prototype, "set");
  watch(IDBFactory.prototype, "open");
  watch(CacheStorage.prototype, "open");
  watch(BroadcastChannel.prototype, "postMessage");
  /* Copying is what a click asks for, and only at once. */
  let clicked = false;
  const asked = () => clicked;
  const click = ({ isTrusted }: Event) => {
    clicked = isTrusted;
    setTimeout(() => {
      clicked = false;
    });
  };
  addEventListener("click", click, { capture: true });
  watch(Clipboard.prototype, "write", asked);
  watch(Clipboard.prototype, "writeText", asked);
  watch(Document.prototype, "execCommand", (command) => command !== "copy" || asked());

  for (const name of [
    "EventSource",
    "RTCPeerConnection",
    "SharedWorker",
    "WebSocket",
    "WebTransport",
    "Worker",
  ]) {
    const owner = window as unknown as Record<string, (new () => object) | undefined>;
    const kind = owner[name];
    if (kind)
      owner[name] = new Proxy(kind, {
        construct: (target, given, made) => {
          report(name, given as unknown[]);
          return Reflect.construct(target, given, made) as object;
        },
      });
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie") ?? {};
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set(this: Document, words: string) {
      report("document.cookie", [words]);
      cookie.set?.call(this, words);
    },
  });
  addEventListener("message", ({ data }) => {
    report("message", [data]);
  });
  if (document.referrer !== "") report("document.referrer", [document.referrer]);
  /* Such an element may look up a name, or connect, without a request that could be seen. */
  addEventListener("load", () => {
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes)
        for (const link of [target, ...addedNodes])
          if (link instanceof HTMLLinkElement) report(`link ${link.rel}`, [link.href]);
    }).observe(document, { subtree: true, childList: true, attributeFilter: ["href", "rel"] });
  });
};

/** What the browser says that a request is for (Fetch Metadata, and the headers that single some out). */
const purpose = ({ method, headers }: Passed): string => {
  if (method === "CONNECT") return "tunnel";
  if (method === "MESSAGE") return "websocket message";
  if (headers.upgrade === "websocket") return "request for websocket";
  if (headers["ping-to"]) return "request for ping";
  if (headers["sec-purpose"]) return "request ahead";
  const type = headers["content-type"] ?? "";
  if (type.includes("csp-report") || type.includes("reports+json")) return "request for report";
  if (headers.accept === "text/event-stream") return "request for events";
  const named = headers["sec-fetch-dest"];
  return `request for ${typeof named === "string" && named !== "empty" ? named : "fetch"}`;
};

/** Browsers ask for a page's icon when they like, and tests on a round trip. */
export const isIcon = ({ method, url, body }: Passed): boolean => {
  const { pathname, search } = new URL(url);
  const address = `${pathname}${search}`;
  return (
    method === "GET" && body === "" && ["/icon.svg", "/favicon.ico", fetched].includes(address)
  );
};

/** The leaks of one test, in a browser that can reach nothing but the recording proxy. */
export class Detector {
  readonly canary = newCanary();
  readonly proxy: RecordingProxy;
  readonly #reported: Leak[] = [];
  #since = 0;

  constructor(proxy: RecordingProxy) {
    this.proxy = proxy;
  }

  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding("reported", (_, channel: string, evidence: string) => {
      this.#reported.push({ channel, evidence });
    });
    await context.addInitScript(listen);
  }

  /** From now on, whatever happens is a leak. */
  begin(): void {
    this.#since = this.proxy.passed.length;
    this.#reported.length = 0;
  }

  /** Has the timers of the next minute run in a page whose clock is ours, and lets all pass that it asks for. */
  async waitFor(page: Page): Promise<void> {
    await page.clock.runFor(60_000);
    await roundTrip(page);
  }

  /** All that has passed since the beginning, whatever it carries. */
  get passed(): readonly Passed[] {
    return this.proxy.passed.slice(this.#since);
  }

  /** Everything that has happened since the beginning or is kept now. */
  async found(page: Page): Promise<Leak[]> {
    const entries = await page.evaluate(() => navigation.entries().map(({ url }) => url));
    return [
      ...this.passed.flatMap((passed) => this.#onTheWire(passed)),
      ...this.#reported,
      ...(await keptByPlace(page)),
      ...entries
        .filter((url) => url !== null && this.gives(url))
        .map((url) => ({ channel: "address in the history", evidence: String(url) })),
    ];
  }

  #onTheWire(passed: Passed): Leak[] {
    const { method, url, headers, body } = passed;
    const evidence = `${method} ${url} ${JSON.stringify(headers)} ${body}`;
    return [
      ...(isIcon(passed) ? [] : [{ channel: purpose(passed), evidence }]),
      ...(this.gives(headers.referer ?? "") ? [{ channel: "Referer", evidence }] : []),
    ];
  }

  /** What of that gives the canary away. */
  async given(page: Page): Promise<Leak[]> {
    return (await this.found(page)).filter(({ evidence }) => this.gives(evidence));
  }

  gives(text: string): boolean {
    return carries(text, this.canary);
  }
}

/** A test whose pages can reach nothing but through a recording proxy. */
export const test = watched.extend<{ leaks: Detector }, { recorder: RecordingProxy }>({
  recorder: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use, { project }) => {
      const proxy = await startProxy(String(project.use.baseURL));
      await use(proxy);
      proxy.close();
    },
    { scope: "worker" },
  ],
  proxy: async ({ recorder }, use) => {
    /* Without this bypass, Chromium would reach what is on the same machine directly. */
    await use({ server: recorder.address, bypass: "<-loopback>" });
  },
  leaks: async ({ context, recorder }, use) => {
    const detector = new Detector(recorder);
    await detector.watch(context);
    await use(detector);
    recorder.instead.clear();
  },
});
