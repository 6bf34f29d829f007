import { test as base, type Page } from "@playwright/test";

/** What a page does that a visitor of this site must never have done to them. */
export interface Watch {
  /** Requests to anywhere but the site itself. */
  readonly foreign: string[];
  /** Scripts and pieces of the search that were asked for. */
  readonly scripts: string[];
  /** Errors in the console, uncaught or logged, and breaches of the security policy. */
  readonly errors: string[];
}

/** A test whose pages are watched from the start. */
export const test = base.extend<{ seen: Watch }>({
  seen: async ({ context, baseURL }, use) => {
    const seen: Watch = { foreign: [], scripts: [], errors: [] };
    context.on("request", (request) => {
      const url = request.url();
      if (/^(?:https?|wss?):/.test(url) && new URL(url).origin !== baseURL) seen.foreign.push(url);
      if (request.resourceType() === "script" || url.includes("/pagefind/")) seen.scripts.push(url);
    });
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) seen.errors.push(message.text());
    });
    context.on("weberror", (error) => seen.errors.push(error.error().message));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
        console.error(`breach of ${violatedDirective}: ${blockedURI}`);
      });
    });
    await use(seen);
  },
});

/** Something that a page has left in the browser. */
export interface Kept {
  /** Where, such as `local storage`. */
  readonly channel: string;
  /** Its name, or what it says where it has none. */
  readonly evidence: string;
}

/** What is kept in the browser of somebody who has visited, by where it is kept. */
export const keptByPlace = async (page: Page): Promise<Kept[]> => {
  const cookies = await page.context().cookies();
  const places = await page.evaluate(async () => {
    const files = await navigator.storage.getDirectory();
    const buckets = (navigator as { storageBuckets?: { keys(): Promise<string[]> } })
      .storageBuckets;
    return {
      "local storage": Object.keys(localStorage),
      "session storage": Object.keys(sessionStorage),
      database: (await indexedDB.databases()).map(({ name = "" }) => name),
      cache: await caches.keys(),
      worker: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      file: await Array.fromAsync(files.keys()),
      bucket: (await buckets?.keys()) ?? [],
      "window.name": [window.name].filter((name) => name !== ""),
      "history.state": [history.state as unknown]
        .filter((state) => state !== null)
        .map((state) => JSON.stringify(state)),
    };
  });
  return Object.entries({ cookie: cookies.map(({ name }) => name), ...places }).flatMap(
    ([channel, names]) => names.map((evidence) => ({ channel, evidence })),
  );
};

/** The same in words: by rights, nothing. */
export const kept = async (page: Page): Promise<string[]> =>
  (await keptByPlace(page)).map(({ channel, evidence }) => `${channel} ${evidence}`);
