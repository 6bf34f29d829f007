import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import {
  asVisitorsHave,
  findChromium,
  howToGetChromium,
  isExecutable,
  withoutWindows,
} from "../src/pack/chromium.ts";

/** What the tests start: the packages of Debian that it is in, and what else must be there of them. */
const programs = {
  nginx: {
    packages: ["nginx", "libnginx-mod-http-brotli-static"],
    part: "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
  },
  caddy: { packages: ["caddy"] },
  apache2: { packages: ["apache2"], part: "/usr/lib/apache2/modules/mod_headers.so" },
  openssl: { packages: ["openssl"] },
  firefox: { packages: ["firefox-esr"], commands: ["firefox-esr", "firefox"] },
  WebKitWebDriver: { packages: ["webkit2gtk-driver"] },
  Xvfb: { packages: ["xvfb"] },
  pdftotext: { packages: ["poppler-utils"] },
} as const satisfies Record<
  string,
  { packages: readonly string[]; part?: string; commands?: readonly string[] }
>;

export type Program = keyof typeof programs;

/** The path of the first of some programs that is installed, or nothing where none is. */
export const findInstalled = (...names: readonly string[]): string | undefined => {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
};

/** The path of a program that the tests start, or nothing where it is not there as Debian has it. */
export const findProgram = (name: Program): string | undefined => {
  const program = programs[name];
  if ("part" in program && !existsSync(program.part)) return undefined;
  return findInstalled(...("commands" in program ? program.commands : [name]));
};

const inCi = () => Boolean(process.env["CI"]);

/** Where a program comes from, as a sentence. */
const whence = (name: Program) =>
  `On Debian, \`apt-get install ${programs[name].packages.join(" ")}\` brings it, and so does \`npm run machine\` as root.`;

/**
 * Whether tests must be skipped since programs are not there, and the words to say so.
 * @throws in CI, where a skipped test would look like one that passed: what to install
 */
export const unavailable = (...names: readonly Program[]): [boolean, string] => {
  const words = names
    .filter((name) => !findProgram(name))
    .map((name) => `There is no ${name} on this machine. ${whence(name)}`)
    .join(" ");
  if (words !== "" && inCi()) throw new Error(words);
  return [words !== "", words];
};

/** Whether packages can be installed: as root on a Debian. */
const canInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Where Debian asks whether a service may be started once it is installed. */
const servicePolicy = "/usr/sbin/policy-rc.d";

/** Installs packages of Debian, and starts none of the services in them. */
const install = (packages: readonly string[]): void => {
  const options = {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  } as const;
  const ours = !existsSync(servicePolicy);
  if (ours) writeFileSync(servicePolicy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    execFileSync("apt-get", ["update"], options);
    execFileSync("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], options);
  } finally {
    if (ours) rmSync(servicePolicy);
  }
};

/** Installs the browser, in which the tests take half as long as in one that may be there already. */
const installBrowser = (): void => {
  const isThere = findChromium(asVisitorsHave) !== undefined;
  try {
    install(isThere ? [withoutWindows] : [withoutWindows, "chromium"]);
  } catch (error) {
    if (!isThere) throw error;
  }
};

/**
 * `npm run machine`: sees to it that what the tests need is on the machine, and installs it as root
 * on Debian. Without a browser it fails; without a server or an engine its tests are skipped, and
 * say so. In CI it fails without any of them.
 */
if (import.meta.main) {
  const names = Object.keys(programs) as Program[];
  const wanted = names.flatMap((name) => (findProgram(name) ? [] : programs[name].packages));
  if (wanted.length > 0 && canInstall()) install(wanted);
  const isReady = [asVisitorsHave, [withoutWindows]].every((kind) => findChromium(kind));
  if (!isReady && canInstall()) installBrowser();
  const browser = findChromium();
  if (browser) console.log(`The browser tests run in ${browser}.`);
  else {
    console.error(
      `The browser tests need Chromium or Chrome, and there is none here. ${howToGetChromium}`,
    );
    process.exitCode = 1;
  }
  for (const name of names.filter((program) => !findProgram(program)))
    if (inCi()) {
      console.error(`There is no ${name} here, and in CI no test may be skipped. ${whence(name)}`);
      process.exitCode = 1;
    } else console.log(`There is no ${name} here, so its tests are skipped. ${whence(name)}`);
}
