import { createHash } from "node:crypto";
import {
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Something that left the browser. */
export interface Passed {
  /** The method, or `MESSAGE` for what went through a websocket. */
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Reply {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RecordingProxy {
  /** Its own address, for the browser. */
  readonly address: string;
  /** All that has left the browser, in order. */
  readonly passed: readonly Passed[];
  /** What it answers in place of the site, by path. */
  readonly instead: Map<string, Reply>;
  close(): void;
}

/** The payload of a short message that a browser sends through a websocket (RFC 6455, 5.2). */
const unmasked = (frame: Buffer): string => {
  const start = ((frame[1] ?? 0) & 127) === 126 ? 4 : 2;
  const mask = frame.subarray(start, start + 4);
  return Buffer.from(
    frame.subarray(start + 4).map((byte, at) => byte ^ (mask[at % 4] ?? 0)),
  ).toString();
};

/** The answer to a websocket's greeting (RFC 6455, 4.2.2). */
const greeting = ({ headers }: IncomingMessage): string => {
  const key = `${headers["sec-websocket-key"] ?? ""}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  return [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Accept: ${createHash("sha1").update(key).digest("base64")}`,
    "\r\n",
  ].join("\r\n");
};

/** How a TLS connection begins (RFC 8446, 5.1). */
const handshake = 22;

/**
 * Starts a proxy that writes down all that comes to it. It passes on what is for the site, answers
 * for every other host itself, and lets nothing out. What is inside a TLS connection it cannot
 * read: that there is one is written down, as a `CONNECT`.
 * @param site the origin of the site
 */
export const startProxy = async (site: string): Promise<RecordingProxy> => {
  const passed: Passed[] = [];
  const instead = new Map<string, Reply>();

  const record = ({ method = "", url = "", headers }: IncomingMessage, body = ""): URL => {
    /* Through a proxy the whole address is asked for, in a tunnel only the path. */
    const address = new URL(url, `http://${headers.host ?? ""}`);
    passed.push({ method, url: address.href, headers, body });
    return address;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    const { origin, pathname, search } = record(request, body.toString());
    const { method, headers } = request;
    const reply = origin === site ? instead.get(pathname) : undefined;
    if (reply) response.writeHead(200, { ...reply.headers }).end(reply.body);
    else if (origin === site)
      ask(new URL(pathname + search, site), { method, headers }, (found) => {
        response.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(response);
      })
        .on("error", () => response.destroy())
        .end(body);
    else
      response
        .writeHead(200, {
          "Access-Control-Allow-Origin": headers.origin ?? "*",
          "Access-Control-Allow-Headers": "*",
          "Content-Type": "text/html",
          /* Else its icon would be asked for with its address. */
          "Referrer-Policy": "no-referrer",
        })
        .end();
  };

  const server = createServer((request, response) => void answer(request, response));
  const open = new Set<Duplex>();
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
  });
  server.on("connect", ({ url = "", headers }: IncomingMessage, socket: Duplex) => {
    passed.push({ method: "CONNECT", url, headers, body: "" });
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.once("data", (first: Buffer) => {
      if (first[0] === handshake) socket.destroy();
      else {
        server.emit("connection", socket);
        socket.unshift(first);
      }
    });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex) => {
    const { href } = record(request);
    socket.write(greeting(request));
    socket.on("data", (frame: Buffer) => {
      passed.push({ method: "MESSAGE", url: href, headers: {}, body: unmasked(frame) });
    });
  });

  await new Promise<void>((ready) => server.listen(0, "localhost", ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${String(port)}`,
    passed,
    instead,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
};
