import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { findProgram } from "../machine.ts";
import type { Driver, Settings } from "./driver.ts";
import { end, endWithTests } from "./program.ts";

/** A port that nobody uses: the driver has to be told one. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

/** A screen that nobody sees. It chooses its own number, and says it on the third pipe. */
const startScreen = async () => {
  const program = endWithTests(
    spawn(
      findProgram("Xvfb") ?? "Xvfb",
      ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
      { stdio: ["ignore", "ignore", "ignore", "pipe"] },
    ),
  );
  const [number] = (await once(program.stdio[3] as Readable, "data")) as [Buffer];
  return { program, display: `:${number.toString().trim()}` };
};

/** Gives a command over WebDriver; throws with the driver's own words where it cannot be done. */
const command = async (url: string, body?: object): Promise<unknown> => {
  const answer = await fetch(url, body ? { method: "POST", body: JSON.stringify(body) } : {});
  const { value } = (await answer.json()) as { value: unknown };
  if (answer.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
};

const isReady = (url: string) =>
  command(`${url}/status`).then(
    (status) => (status as { ready: boolean }).ready,
    () => false,
  );

/** Starts WebKitGTK's small browser on a screen of its own, over WebDriver. */
export const startWebKit = async ({ scripting }: Settings): Promise<Driver> => {
  const screen = await startScreen();
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const program = endWithTests(
    spawn(findProgram("WebKitWebDriver") ?? "WebKitWebDriver", [`--port=${port}`], {
      stdio: "ignore",
      env: { ...process.env, DISPLAY: screen.display, GDK_BACKEND: "x11" },
    }),
  );
  while (!(await isReady(url))) await setTimeout(100);
  const browser = { args: ["--automation", `--enable-javascript=${String(scripting)}`] };
  const { sessionId } = (await command(`${url}/session`, {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": browser } },
  })) as { sessionId: string };
  const session = `${url}/session/${sessionId}`;
  return {
    open: async (to) => {
      await command(`${session}/url`, { url: to });
    },
    evaluate: async (expression) =>
      (await command(`${session}/execute/sync`, {
        script: `return ${expression}`,
        args: [],
      })) as string,
    perform: async (source) => {
      await command(`${session}/actions`, { actions: [source] });
    },
    resize: async (width, height) => {
      await command(`${session}/window/rect`, { width, height });
    },
    close: async () => {
      await fetch(session, { method: "DELETE" });
      await end(program);
      await end(screen.program);
    },
  };
};
