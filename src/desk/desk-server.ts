import { contentFolder } from "../environment.ts";
import type { ServerResponse } from "node:http";
import { basename, resolve, sep } from "node:path";
import type { Connect, Plugin, ViteDevServer } from "vite";
import { readContent } from "../parse/content.ts";
import { issuesOf } from "../check/index.ts";
import { answers } from "./answers.ts";
import { rememberStart } from "./changes/comparison.ts";
import { destinationOf, openFile } from "./open-file.ts";
import { previewOf } from "./preview.ts";
import { fingerprintName, savedEvent, type PageNow } from "./live-update.ts";
import {
  addressOf,
  refusalOf,
  refusalOfOpening,
  refusalOfToken,
  sentWith,
  token,
} from "./requests.ts";
import { goOn, ownRequest, pageAt } from "./rendering.ts";
import { Refusal } from "./store/refusal.ts";
import { recoverSteps } from "./store/steps.ts";

/** How long (ms) nothing else may have been saved before pages are notified. */
const quietPeriod = 50;

const say = (response: ServerResponse, status: number, type: string, words: string) => {
  response.writeHead(status, { "Content-Type": `${type};charset=utf-8` }).end(words);
};

const answerPreview = async (path: string, response: ServerResponse) => {
  const content = await readContent(contentFolder);
  const preview = previewOf(content, issuesOf(contentFolder, content), path);
  say(response, 200, "application/json", JSON.stringify(preview));
};

/** Opens a file. If the browser navigated here without a script, the answer keeps it on its page. */
const answerOpen = async (
  search: URLSearchParams,
  request: Connect.IncomingMessage,
  response: ServerResponse,
) => {
  const refused = refusalOfOpening(request);
  if (refused !== undefined) {
    say(response, 403, "text/plain", refused);
    return;
  }
  const destination = destinationOf(search);
  if (!destination) {
    say(response, 404, "text/plain", "There is no such file in the content.");
    return;
  }
  const place = `${destination.file}, line ${String(destination.line)}`;
  const editor = await openFile(destination);
  if (editor === undefined) {
    say(
      response,
      503,
      "text/plain",
      `Nothing was opened: no editor with a window of its own was found. Open ${place}, yourself, or start your editor first and try again.`,
    );
    return;
  }
  /* Whether the file is open is for the editor to show. */
  if (request.headers["sec-fetch-mode"] === "navigate") response.writeHead(204).end();
  else say(response, 200, "text/plain", `${editor} was asked to open ${place}.`);
};

/** Whether a request is for a page, from the address bar or a link. */
const wantsPage = ({ method, headers }: Connect.IncomingMessage, { pathname }: URL) =>
  method === "GET" &&
  pathname.endsWith("/") &&
  !/^\/[@/]/.test(pathname) &&
  (headers.accept ?? "").includes("text/html");

/** Answers with a page and its fingerprint, by which the page can tell later whether it has changed. */
const answerPage = async (url: URL, response: ServerResponse) => {
  const { status, html, fingerprint } = await pageAt(url);
  /* No other site may lay its own words over a page on which one click undoes or proposes. */
  response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
  response.setHeader("Server-Timing", `${fingerprintName};desc="${fingerprint}"`);
  say(response, status, "text/html", html);
};

/** When something in the content was last saved, in milliseconds since 1970. */
let lastSaved = 0;

const answerNow = async (origin: URL, path: string, response: ServerResponse) => {
  const url = new URL(origin);
  url.pathname = path;
  const { fingerprint } = await pageAt(url);
  const now: PageNow = { fingerprint, lastSaved };
  say(response, 200, "application/json", JSON.stringify(now));
};

const sayJson = (response: ServerResponse, status: number, value: unknown) => {
  say(response, status, "application/json", JSON.stringify(value));
};

const answerToken = (request: Connect.IncomingMessage, response: ServerResponse) => {
  const refused = refusalOfToken(request);
  sayJson(
    response,
    refused === undefined ? 200 : 403,
    refused === undefined ? { token } : { refused },
  );
};

const isAnswer = (name: string): name is keyof typeof answers => Object.hasOwn(answers, name);

/** Answers what a page of the desk has sent, or says in a sentence why not. */
const answerSent = async (
  name: keyof typeof answers,
  url: URL,
  request: Connect.IncomingMessage,
  response: ServerResponse,
) => {
  const refused = refusalOf(request);
  if (refused !== undefined) {
    sayJson(response, 403, { refused });
    return;
  }
  const { shape, reply } = answers[name];
  try {
    sayJson(response, 200, await reply(await sentWith(request, shape), url));
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    sayJson(response, 422, { refused: reason.message });
  }
};

const middleware: Connect.NextHandleFunction = (request, response, next) => {
  const url = addressOf(request.originalUrl ?? "/", request.socket.localPort ?? 0);
  /* What the desk asks for itself is the page, or it would ask itself without end. */
  const own = request.headers[ownRequest];
  if (!url || own !== undefined) {
    goOn(String(own), next);
    return;
  }
  const path = url.searchParams.get("path") ?? "/";
  const [, name = ""] = /^\/desk\/([a-z]+)\.json$/.exec(url.pathname) ?? [];
  if (name === "token") {
    answerToken(request, response);
    return;
  }
  const handled = isAnswer(name)
    ? answerSent(name, url, request, response)
    : url.pathname === "/desk/preview.json"
      ? answerPreview(path, response)
      : url.pathname === "/desk/now.json"
        ? answerNow(url, path, response)
        : url.pathname === "/desk/open/"
          ? answerOpen(url.searchParams, request, response)
          : wantsPage(request, url)
            ? answerPage(url, response)
            : undefined;
  if (handled) handled.catch(next);
  else next();
};

/**
 * Notifies every open page when something in the content is saved. Astro reloads the site's own pages
 * as soon as it has read what was saved.
 */
const followContent = ({ watcher, ws }: ViteDevServer) => {
  const inside = resolve(contentFolder) + sep;
  let waiting: NodeJS.Timeout | undefined;
  watcher.add(inside);
  watcher.on("all", (_, path) => {
    if (!resolve(path).startsWith(inside) || basename(path).startsWith(".")) return;
    lastSaved = Date.now();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      ws.send({ type: "custom", event: savedEvent });
    }, quietPeriod);
  });
};

/** What the preview answers besides pages, and with each page. */
export const deskServer: Plugin = {
  name: "desk",
  configureServer: async (vite) => {
    await recoverSteps(contentFolder);
    rememberStart();
    vite.middlewares.use(middleware);
    followContent(vite);
  },
};
