import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readSite } from "../hosting/hosted-site.ts";
import { htaccess } from "../hosting/hosts/apache.ts";
import { caddySite } from "../hosting/hosts/caddy.ts";
import { cloudfrontFunction, cloudfrontPolicy } from "../hosting/hosts/cloudfront.ts";
import { headerRules } from "../hosting/hosts/header-rules.ts";
import { nginxMaps, nginxServer } from "../hosting/hosts/nginx.ts";
import { redirectRules } from "../hosting/hosts/redirect-rules.ts";

/**
 * The folder beside the built site for files that are installed on a server rather than served by
 * it: `dist-hosting` beside `dist`.
 */
export const hostingFolder = (site: string): string => `${site.replace(/[\\/]+$/, "")}-hosting`;

/**
 * Writes the headers and redirects of a sealed site for each host: into the site if the host reads
 * them there, otherwise into the folder beside it.
 * @param folder of the built site
 */
export const writeHostFiles = async (folder: string): Promise<void> => {
  const beside = hostingFolder(folder);
  const site = readSite(folder);
  await mkdir(beside, { recursive: true });
  await Promise.all([
    writeFile(join(folder, "_headers"), headerRules(site)),
    writeFile(join(folder, "_redirects"), redirectRules(site)),
    writeFile(join(folder, ".htaccess"), htaccess(site)),
    writeFile(join(beside, "nginx-maps.conf"), nginxMaps(site)),
    writeFile(join(beside, "nginx-server.conf"), nginxServer()),
    writeFile(join(beside, "Caddyfile"), caddySite(site)),
    writeFile(join(beside, "cloudfront-headers.json"), cloudfrontPolicy(site)),
    writeFile(join(beside, "cloudfront-function.js"), cloudfrontFunction(site)),
  ]);
};
