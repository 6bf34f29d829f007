import { siteFolder } from "../../src/environment.ts";
import { spawn, execFileSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { hostingFolder } from "../../src/build/write-host-files.ts";
import { findProgram, type Program } from "../machine.ts";
import { ask } from "./ask.ts";
import { guidedRoot, writtenFor } from "./guides.ts";

/** A server that has the built site, on loopback. */
export interface Server {
  /** Its address, without a slash at the end. */
  readonly url: string;
  /** Its address over TLS, where it has one: what comes there without is sent on. */
  readonly secure?: string;
  /** The file of the certificate to trust for that. */
  readonly authority: string;
  /** The id of its process. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** What a server is started with. */
interface Place {
  /** Where the site was built. */
  readonly site: string;
  /** An empty folder that is the server's own. */
  readonly folder: string;
  readonly port: number;
  readonly securePort: number;
  /** Where it is to be reached over TLS. */
  readonly address: string;
}

interface Host {
  readonly program?: Program;
  /** Writes what the server is started with into its folder, and says how it is started. */
  readonly command: (place: Place) => readonly string[];
  readonly tls?: true;
}

const hosting = (site: string, name: string) => join(hostingFolder(site), name);

/** A port on loopback that nothing listens on. */
export const freePort = (): Promise<number> =>
  new Promise<number>((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        found(port);
      });
    });
  });

export const keyIn = (folder: string) => join(folder, "key.pem");
export const certificateIn = (folder: string) => join(folder, "certificate.pem");

/** Writes a certificate for localhost that its own key has signed. */
export const certify = (folder: string) => {
  execFileSync(
    "openssl",
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
      .split(" ")
      .concat("-keyout", keyIn(folder), "-out", certificateIn(folder)),
    { stdio: "ignore" },
  );
};

const isRoot = process.getuid?.() === 0;

const [protocols = ""] = /ssl_protocols .*;/.exec(writtenFor("nginx", "nginx")) ?? [];

const nginx: Host = {
  program: "nginx",
  tls: true,
  command: ({ site, folder, port, securePort, address }) => {
    certify(folder);
    const configuration = join(folder, "nginx.conf");
    const server = `root ${site}; include ${hosting(site, "nginx-server.conf")};`;
    writeFileSync(
      configuration,
      `${isRoot ? "user root;" : ""}
      include /etc/nginx/modules-enabled/*.conf;
      daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
      events {}
      http {
        access_log off;
        ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
        include ${hosting(site, "nginx-maps.conf")};
        server { listen 127.0.0.1:${String(port)}; ${server} }
        server {
          listen ${address}:${String(securePort)} ssl http2;
          ${protocols}
          ssl_certificate ${certificateIn(folder)}; ssl_certificate_key ${keyIn(folder)};
          error_page 497 =301 https://$http_host$request_uri;
          ${server}
        }
      }`,
    );
    return ["-c", configuration];
  },
};

const caddy: Host = {
  program: "caddy",
  command: ({ site, folder, port }) => {
    const configuration = join(folder, "Caddyfile");
    writeFileSync(
      configuration,
      `{
        admin off
        auto_https off
        storage file_system ${folder}
      }
      http://localhost:${String(port)} {
        bind 127.0.0.1
        root * ${site}
        import ${hosting(site, "Caddyfile")}
      }`,
    );
    return ["run", "--adapter", "caddyfile", "--config", configuration];
  },
};

const apacheModules =
  "mpm_event authz_core autoindex dir mime headers negotiation rewrite setenvif".split(" ");

const apache: Host = {
  program: "apache2",
  command: ({ site, folder, port }) => {
    /* Apache never reads as root, and may have no right to the project's folder. */
    execFileSync("chmod", ["755", folder]);
    cpSync(site, join(folder, "site-1"), { recursive: true, preserveTimestamps: true });
    symlinkSync("site-1", join(folder, "site"));
    const configuration = join(folder, "apache.conf");
    writeFileSync(
      configuration,
      `ServerRoot ${folder}
      ServerName localhost
      Listen 127.0.0.1:${String(port)}
      PidFile ${folder}/pid
      ErrorLog ${folder}/errors
      ${isRoot ? "User www-data\nGroup www-data" : ""}
      ${apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
      TypesConfig /etc/mime.types
      DocumentRoot ${folder}/site
      ServerSignature On
      <Directory ${folder}>
        Options +Indexes +MultiViews
      </Directory>
      ${writtenFor("apache", "apache").replaceAll(guidedRoot, join(folder, "site"))}`,
    );
    return ["-D", "FOREGROUND", "-f", configuration];
  },
};

const npmStart: Host = { command: () => ["src/cli/serve.ts"] };

/** The hosts that the build writes for and that can be started here, `npm start` among them. */
export const hosts = { "npm start": npmStart, nginx, caddy, apache } as const satisfies Record<
  string,
  Host
>;

const ended = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else
      child.once("exit", () => {
        done();
      });
  });

/**
 * Starts a host with a built site and what the build wrote for it.
 * @param built the folder of the site
 * @param address of this machine where it is to be reached over TLS
 * @throws where it does not answer within ten seconds, with what it said
 */
export const start = async (
  { program, command, tls }: Host,
  built = siteFolder,
  address = "127.0.0.1",
): Promise<Server> => {
  const path = program ? findProgram(program) : process.execPath;
  if (!path) throw new Error(`there is no ${String(program)} on this machine: npm run machine`);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "hosting-")));
  const port = await freePort();
  const securePort = await freePort();
  const child = spawn(path, command({ site: resolve(built), folder, port, securePort, address }), {
    env: { ...process.env, DIST_DIR: built, PORT: String(port), HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (said += text.toString()));
  const stop = async () => {
    child.kill();
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const url = `http://localhost:${String(port)}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await ask(url, "/robots.txt").catch(() => undefined);
    if (answered)
      return {
        url,
        stop,
        pid: child.pid ?? 0,
        authority: certificateIn(folder),
        ...(tls
          ? {
              secure: `https://${address === "127.0.0.1" ? "localhost" : address}:${String(securePort)}`,
            }
          : {}),
      };
    if (child.exitCode !== null) break;
    await new Promise((again) => setTimeout(again, 100));
  }
  await stop();
  throw new Error(`${program ?? "npm start"} does not answer: ${said}`);
};
