import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import sirv from "sirv";
import { siteFolder } from "../hosting/site-folder.ts";
import { giveUp, readCommandLine } from "./command-line.ts";

/** `npm start`: serves the built site, compressed variants and 404 page included. */

readCommandLine({});

const chosen = process.env["PORT"] ?? "4321";
const port = Number(chosen);
if (!/^\d{1,5}$/.test(chosen) || port > 65_535)
  giveUp(`PORT cannot be "${chosen}"; write a number up to 65535, as in: PORT=8080 npm start`);
if (!existsSync(`${siteFolder}/404.html`))
  giveUp(`There is no built site in ${siteFolder}; run \`npm run build\` first`);
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
  giveUp(
    error.code === "EADDRINUSE"
      ? `Port ${String(port)} is taken; choose another: PORT=${String(port + 1)} npm start`
      : `The site cannot be served: ${error.message}`,
  );
});
server.listen(port, () => {
  process.stdout.write(`The privacy centre is at http://localhost:${String(port)}/\n`);
});
