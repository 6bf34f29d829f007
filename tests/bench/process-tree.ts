import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

/** What a file in /proc says, or nothing once its process has ended. */
const said = (path: string) => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
};

const childrenOf = (pid: number): number[] =>
  globSync(`/proc/${String(pid)}/task/*/children`).flatMap((path) =>
    said(path).split(" ").filter(Boolean).map(Number),
  );

const ownBytes = (pid: number): number =>
  1024 * Number(/^VmRSS:\s+(\d+)/m.exec(said(`/proc/${String(pid)}/status`))?.[1] ?? 0);

/** The memory in use (resident, in bytes) of the processes that a process has started. */
export const memoryBelow = (pid: number): number =>
  childrenOf(pid).reduce((sum, child) => sum + ownBytes(child) + memoryBelow(child), 0);

/** How often a running command is looked at, in milliseconds. */
const glance = 100;

/** The processor time (s) of the processes that this one started and that have ended. */
const processorTime = (): number => {
  /* Fields 16 and 17 of proc_pid_stat(5), in hundredths of a second; the name may have spaces. */
  const [user, system] = said("/proc/self/stat")
    .replace(/^.*\) /s, "")
    .split(" ")
    .slice(13);
  return (Number(user ?? 0) + Number(system ?? 0)) / 100;
};

export interface Cost {
  readonly seconds: number;
  /** The processor time of the command and all that it waited for, in seconds. */
  readonly processor: number;
  /** The most memory in use at once by the command and all that it starts (resident, in bytes). */
  readonly peak: number;
}

/**
 * Runs Node in the project's folder and says what that takes. Reads /proc: elsewhere than on Linux
 * the peak and the processor time are 0.
 * @throws where it fails, with what it printed
 */
export const costOf = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Cost> => {
  const began = performance.now();
  const before = processorTime();
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => (printed += text.toString()));
  let peak = 0;
  const looking = setInterval(() => {
    const { pid = 0 } = child;
    peak = Math.max(peak, ownBytes(pid) + memoryBelow(pid));
  }, glance);
  const code = await new Promise<number | null>((ended) => child.once("close", ended));
  clearInterval(looking);
  if (code !== 0) throw new Error(`\`node ${words.join(" ")}\` failed:\n${printed}`);
  return {
    seconds: (performance.now() - began) / 1000,
    processor: processorTime() - before,
    peak,
  };
};
