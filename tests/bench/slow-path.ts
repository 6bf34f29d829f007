import { execFileSync, fork, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../hosting/servers.ts";
import { findInstalled } from "../machine.ts";
import type { Passed } from "./slow-line.ts";

/** The line of Lighthouse's mobile profile: there and back in ms, and bytes a second. */
export const roundTrip = 150;
const rate = 1_600_000 / 8;

/** Addresses kept for measurements (RFC 2544): of a server on this machine, and of its visitor. */
const [serverAddress, visitorAddress] = ["198.18.0.1", "198.18.0.2"];

/** A slow path from a network of its own to a server on this machine. */
export interface SlowPath {
  /** Where the server is to be reached. */
  readonly address: string;
  /** The path of a command that runs a program in the network of the visitor. */
  readonly visitorsOwn: (program: string) => string;
  /** What has passed since it was last asked. */
  readonly passed: () => Passed[];
  readonly close: () => void;
}

const ip = (words: string) => execFileSync("ip", words.split(" "), { stdio: "pipe" });

const appeared = async (path: string) => {
  for (let tries = 0; tries < 100 && !existsSync(path); tries += 1)
    await new Promise((again) => setTimeout(again, 50));
};

/**
 * Opens a path of two TUN devices, of which the kernel gives away each packet as it would to a modem:
 * TCP and TLS on it are real, and only the line is not.
 * @returns a sentence where the machine does not allow it
 */
export const openSlowPath = async (): Promise<SlowPath | string> => {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "A slow line between two networks can be made by root on Linux only";
  const socat = findInstalled("socat");
  if (!socat || !findInstalled("ip"))
    return "There is no socat or no ip on this machine; on Debian: apt-get install socat iproute2";
  const name = `slow${String(process.pid)}`;
  const folder = mkdtempSync(join(tmpdir(), "slow-path-"));
  const children: ChildProcess[] = [];
  const keep = (child: ChildProcess) => {
    children.push(child);
    /* What passes on packets may not wait for what else the machine does. */
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_HIGHEST);
  };
  let passed: Passed[] = [];
  const close = () => {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true });
    try {
      ip(`netns delete ${name}`);
    } catch {
      /* There was none yet. */
    }
  };
  try {
    const ports = [];
    for (let port = 0; port < 4; port += 1) ports.push(String(await freePort()));
    const line = fork(join(import.meta.dirname, "slow-line.ts"), [
      ...[roundTrip, rate].map(String),
      ...ports,
    ]);
    line.on("message", (one: Passed) => passed.push(one));
    keep(line);
    for (const [end, here, there] of [
      ["s", ports[0], ports[1]],
      ["v", ports[2], ports[3]],
    ] as const) {
      const way = [`UDP4:127.0.0.1:${here ?? ""},bind=127.0.0.1:${there ?? ""}`];
      const device = `TUN,tun-name=${name}${end},iff-no-pi`;
      keep(spawn(socat, [...way, device], { stdio: "ignore" }));
      await appeared(`/sys/class/net/${name}${end}`);
    }
    ip(`address add ${serverAddress} peer ${visitorAddress} dev ${name}s`);
    ip(`link set ${name}s up`);
    /* Whatever this machine prefers: cubic is what Linux does unless it is told otherwise. */
    ip(`route replace ${visitorAddress} dev ${name}s src ${serverAddress} congctl cubic`);
    ip(`netns add ${name}`);
    ip(`link set ${name}v netns ${name}`);
    ip(`-n ${name} address add ${visitorAddress} peer ${serverAddress} dev ${name}v`);
    ip(`-n ${name} link set ${name}v up`);
  } catch (error) {
    close();
    return `This machine does not allow a network of one's own: ${String(error)}`;
  }
  return {
    address: serverAddress,
    visitorsOwn: (program) => {
      const path = join(folder, "there");
      writeFileSync(path, `#!/bin/sh\nexec ip netns exec ${name} '${program}' "$@"\n`);
      chmodSync(path, 0o755);
      return path;
    },
    passed: () => {
      const all = passed;
      passed = [];
      return all;
    },
    close,
  };
};
