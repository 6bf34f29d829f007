import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import sirv from "sirv";
import { siteFolder } from "../hosting/site-folder.ts";

/** `npm start`: serves the built site, compressed variants and 404 page included. */

const port = Number(process.env["PORT"] ?? 4321);
const notFound = readFileSync(`${siteFolder}/404.html`);

const site = sirv(siteFolder, {
  brotli: true,
  gzip: true,
  etag: true,
  onNoMatch: (_, response) => {
    response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" }).end(notFound);
  },
});

const server = createServer(site);
server.on("error", (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    error.code === "EADDRINUSE"
      ? `Port ${String(port)} is taken; choose another: PORT=${String(port + 1)} npm start\n`
      : `The site cannot be served: ${error.message}\n`,
  );
  process.exitCode = 1;
});
server.listen(port, () => {
  process.stdout.write(`The privacy centre is at http://localhost:${String(port)}/\n`);
});
