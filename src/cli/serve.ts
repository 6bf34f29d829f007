import { portAsWritten, siteFolder } from "../environment.ts";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import fresh from "fresh";
import Negotiator from "negotiator";
import { contentType } from "../hosting/content-types.ts";
import {
  cacheControl,
  isHidden,
  securityHeaders,
  unindexed,
  unindexedPath,
} from "../hosting/headers.ts";
import {
  builtFileOf,
  leftBehind,
  notFoundFile,
  pathWithLeftBehind,
  splitAddress,
} from "../centre/addresses.ts";
import { readSite } from "../hosting/hosted-site.ts";
import { asHeader, restPolicy } from "../hosting/policy.ts";
import { exitWithError, readCommandLine } from "./command-line.ts";

/**
 * `npm start`: serves the built site as a host does that follows `src/hosting/`: with the same
 * headers, compressed variants, redirects from what moved and to the slash at the end, and the page for addresses that
 * lead nowhere.
 */

readCommandLine({});

const port = Number(portAsWritten);
if (!/^\d{1,5}$/.test(portAsWritten) || port > 65_535)
  exitWithError(
    `PORT cannot be "${portAsWritten}"; write a number up to 65535, as in: PORT=8080 npm start`,
  );
if (!existsSync(siteFolder + notFoundFile))
  exitWithError(`There is no built site in ${siteFolder}; run \`npm run build\` first`);
const { pages, moved, files } = readSite(siteFolder);
const movedTo = new Map(moved.map(({ from, to }) => [from, splitAddress(to)]));
const publishedPaths = new Set(files);
const policies = new Map(pages.map(({ file, policy }) => [file, policy]));
const withLeftBehind = new RegExp(
  pathWithLeftBehind(`[${leftBehind.replaceAll(/[\]\\]/g, "\\$&")}]`),
);

/** The headers of an answer that sends a file of the site, or none. */
const setHeaders = (response: ServerResponse, file?: string) => {
  response.setHeaders(
    new Map(
      Object.entries({
        ...securityHeaders,
        "Content-Security-Policy": policies.get(file ?? "") ?? asHeader(restPolicy),
        "Cache-Control": cacheControl(file ?? ""),
        ...(new RegExp(unindexedPath).test(file ?? "")
          ? { [unindexed.header]: unindexed.value }
          : {}),
      }),
    ),
  );
};

/** How the names of compressed variants end, by their coding; the smallest first. */
const endings = { br: ".br", gzip: ".gz", identity: "" } as const;
type Coding = keyof typeof endings;

/** The smallest coding of a file that is there and accepted; the plain file where none is. */
const codingFor = (request: IncomingMessage, file: string): Coding => {
  const negotiator = new Negotiator(request);
  const coding = (Object.keys(endings) as Coding[]).find(
    (one) => publishedPaths.has(file + endings[one]) && negotiator.encodings([one]).includes(one),
  );
  return coding ?? "identity";
};

/** What is in a file; nothing where it is gone, as while the site is built anew. */
const read = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/**
 * Sends a file with what tells its content from any other: a hash, since two builds may give it the
 * same length and date.
 */
const sendFile = (
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  status: 200 | 404,
) => {
  const coding = codingFor(request, file);
  const body = read(siteFolder + file + endings[coding]);
  if (!body) {
    setHeaders(response);
    response.writeHead(503).end();
    return;
  }
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  setHeaders(response, file);
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("ETag", etag);
  if (status === 200 && fresh(request.headers, { etag })) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", contentType(file));
  if (coding !== "identity") response.setHeader("Content-Encoding", coding);
  response.setHeader("Content-Length", body.length);
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
};

const redirect = (response: ServerResponse, location: string) => {
  setHeaders(response);
  response.writeHead(301, { Location: location }).end();
};

/** The page at a path without what was left behind it, where there is one. */
const pageBefore = (pathname: string): string | undefined => {
  try {
    const [, path] = withLeftBehind.exec(decodeURIComponent(pathname)) ?? [];
    return path !== undefined && publishedPaths.has(`${path}/index.html`) ? `${path}/` : undefined;
  } catch {
    /* What cannot be decoded is no page's. */
    return undefined;
  }
};

const server = createServer((request, response) => {
  /* A malformed address is not found. */
  const { pathname, search } = URL.parse(`http://localhost${request.url ?? "/"}`) ?? {
    pathname: notFoundFile,
    search: "",
  };
  const file = builtFileOf(pathname);
  const target = movedTo.get(pathname);
  const before = pageBefore(pathname);
  if (request.method !== "GET" && request.method !== "HEAD") {
    setHeaders(response);
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
  } else if (target) {
    const [path, part] = target;
    redirect(response, `${path}${search}${part && `#${part}`}`);
  } else if (publishedPaths.has(file) && !isHidden(file)) {
    sendFile(request, response, file, 200);
  } else if (publishedPaths.has(`${file}/index.html`)) {
    redirect(response, `${pathname}/${search}`);
  } else if (before !== undefined) {
    redirect(response, before + search);
  } else {
    sendFile(request, response, notFoundFile, 404);
  }
});
server.on("error", (error: NodeJS.ErrnoException) => {
  exitWithError(
    error.code === "EADDRINUSE"
      ? `Port ${String(port)} is taken; choose another: PORT=${String(port + 1)} npm start`
      : `The site cannot be served: ${error.message}`,
  );
});
server.listen(port, () => {
  process.stdout.write(`The site is at http://localhost:${String(port)}/\n`);
});
