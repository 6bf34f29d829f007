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

/** What is kept in the browser of somebody who has visited: by rights, nothing. */
export const kept = async (page: Page): Promise<string[]> => [
  ...(await page.context().cookies()).map(({ name }) => `cookie ${name}`),
  ...(await page.evaluate(async () => [
    ...Object.keys(localStorage).map((key) => `local storage ${key}`),
    ...Object.keys(sessionStorage).map((key) => `session storage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name ?? ""}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ])),
];
