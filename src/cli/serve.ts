import { portAsWritten, siteFolder } from "../environment.ts";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import sirv from "sirv";
import { contentType } from "../hosting/content-types.ts";
import { cacheControl, isHidden, securityHeaders } from "../hosting/headers.ts";
import { builtFileOf, notFoundFile, splitAddress } from "../centre/addresses.ts";
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
const { pages, moved, files } = await readSite(siteFolder);
const movedTo = new Map(moved.map(({ from, to }) => [from, splitAddress(to)]));
const publishedPaths = new Set(files);
const policies = new Map(pages.map(({ file, policy }) => [file, policy]));
const sendFile = sirv(siteFolder, { brotli: true, gzip: true, etag: true });

/** The 404 page, by content coding, the smallest first. */
const notFoundPages = (
  [
    ["br", ".br"],
    ["gzip", ".gz"],
    ["", ""],
  ] as const
)
  .filter(([, ending]) => existsSync(siteFolder + notFoundFile + ending))
  .map(([coding, ending]) => [coding, readFileSync(siteFolder + notFoundFile + ending)] as const);

/** The headers of an answer that sends a file of the site, or none. */
const setHeaders = (response: ServerResponse, file?: string) => {
  response.setHeaders(
    new Map(
      Object.entries({
        ...securityHeaders,
        "Content-Security-Policy": policies.get(file ?? "") ?? asHeader(restPolicy),
        "Cache-Control": cacheControl(file ?? ""),
        ...(file === undefined ? {} : { "Content-Type": contentType(file) }),
      }),
    ),
  );
};

const sendNotFound = (request: IncomingMessage, response: ServerResponse) => {
  const accepted = request.headers["accept-encoding"] ?? "";
  const [coding, page] = notFoundPages.find(([coding]) => accepted.includes(coding)) ?? [];
  setHeaders(response, notFoundFile);
  response.setHeader("Vary", "Accept-Encoding");
  if (coding) response.setHeader("Content-Encoding", coding);
  response.writeHead(404).end(request.method === "HEAD" ? undefined : page);
};

const redirect = (response: ServerResponse, location: string) => {
  setHeaders(response);
  response.writeHead(301, { Location: location }).end();
};

const server = createServer((request, response) => {
  /* A malformed address is not found. */
  const { pathname, search } = URL.parse(`http://localhost${request.url ?? "/"}`) ?? {
    pathname: notFoundFile,
    search: "",
  };
  const file = builtFileOf(pathname);
  const target = movedTo.get(pathname);
  if (request.method !== "GET" && request.method !== "HEAD") {
    setHeaders(response);
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
  } else if (target) {
    const [path, part] = target;
    redirect(response, `${path}${search}${part && `#${part}`}`);
  } else if (publishedPaths.has(file) && !isHidden(file)) {
    setHeaders(response, file);
    request.url = pathname;
    sendFile(request, response);
  } else if (publishedPaths.has(`${file}/index.html`)) {
    redirect(response, `${pathname}/${search}`);
  } else {
    sendNotFound(request, response);
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
