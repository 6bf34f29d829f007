import { createConnection } from "node:net";
import { Duplex } from "node:stream";
import { connect } from "node:tls";
import { expect, test } from "@playwright/test";
import { firstFlight, firstView } from "../../src/centre/first-view.ts";
import { siteFolder } from "../../src/environment.ts";
import { readSite } from "../../src/hosting/hosted-site.ts";
import { unavailable } from "../machine.ts";
import { hosts, start, type Server } from "./servers.ts";

const { pages } = readSite(siteFolder);

/** What a server may send before it has to wait (RFC 6928). */
const packets = 10;

/** A packet of 1,400 bytes, less the headers of IPv6 and of TCP with timestamps (RFC 7323). */
const packetBytes = 1_400 - 40 - 32;

interface Flight {
  readonly protocol: string | null;
  /** The bytes of each TLS record that the server has sent since the handshake was done. */
  readonly records: readonly number[];
  /** The bytes of the response headers after HPACK, and of the body. */
  readonly headers: number;
  readonly body: number;
}

/** What has come of a buffer, each part as long as its head of so many bytes says. */
const partsOf = (all: Buffer, head: number, lengthIn: (part: Buffer) => number): Buffer[] => {
  if (all.length < head) return [];
  const length = head + lengthIn(all);
  if (all.length < length) return [];
  return [all.subarray(0, length), ...partsOf(all.subarray(length), head, lengthIn)];
};

const recordsIn = (bytes: Buffer) => partsOf(bytes, 5, (part) => part.readUInt16BE(3));

/** The frames of HTTP/2 (RFC 9113, section 4.1) with their types and flags. */
const framesIn = (bytes: Buffer) =>
  partsOf(bytes, 9, (part) => part.readUIntBE(0, 3)).map((frame) => ({
    type: frame[3],
    ends: frame[3] === 0 && ((frame[4] ?? 0) & 1) === 1,
    bytes: frame.length - 9,
  }));

const frame = (type: number, flags: number, stream: number, payload: Buffer) => {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
};

/** A string of HPACK, shorter than 127 bytes and not compressed (RFC 7541, section 5.2). */
const text = (words: string) => Buffer.concat([Buffer.from([words.length]), Buffer.from(words)]);

/** A request for a path as the first of a connection, without anything that a server must remember. */
const request = (path: string) =>
  Buffer.concat([
    Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    frame(4, 0, 0, Buffer.alloc(0)),
    frame(
      1,
      5,
      1,
      Buffer.concat([
        /* :method GET, :scheme https, then :path, :authority and accept-encoding by their indexes. */
        Buffer.from([0x82, 0x87, 0x04]),
        text(path),
        Buffer.from([0x01]),
        text("localhost"),
        Buffer.from([0x0f, 0x01]),
        text("br"),
      ]),
    ),
  ]);

/** Asks for a page by a new connection, and counts what comes over the wire. */
const askOnce = ({ secure = "" }: Server, path: string): Promise<Flight> =>
  new Promise((answered, failed) => {
    const wire = createConnection(Number(new URL(secure).port), "127.0.0.1");
    let written = 0;
    let sent = Buffer.alloc(0);
    const watched = new Duplex({
      read: () => undefined,
      write: (part: Buffer, _, done) => {
        /* The second thing that a browser says ends the handshake. */
        written += 1;
        wire.write(part, done);
      },
    });
    wire.on("data", (part) => {
      if (written > 1) sent = Buffer.concat([sent, part]);
      watched.push(part);
    });
    let received = Buffer.alloc(0);
    const tls = connect(
      {
        socket: watched,
        ALPNProtocols: ["h2"],
        servername: "localhost",
        rejectUnauthorized: false,
      },
      () => tls.write(request(path)),
    );
    for (const stream of [wire, tls]) stream.on("error", failed);
    tls.on("data", (part) => {
      received = Buffer.concat([received, part]);
      const frames = framesIn(received);
      if (!frames.some(({ ends }) => ends)) return;
      const bytesOf = (type: number) =>
        frames.filter((one) => one.type === type).reduce((sum, { bytes }) => sum + bytes, 0);
      answered({
        protocol: tls.getProtocol(),
        records: recordsIn(sent).map(({ length }) => length),
        headers: bytesOf(1),
        body: bytesOf(0),
      });
      wire.destroy();
    });
  });

test.describe("the first flight of nginx", () => {
  test.skip(...unavailable("nginx"));
  test.skip(...unavailable("openssl"));
  test.describe.configure({ mode: "default" });

  let server: Server;
  test.beforeAll(async () => {
    server = await start(hosts.nginx);
  });
  test.afterAll(async () => {
    await (server as Server | undefined)?.stop();
  });

  test("has room for the headers and the page that are allowed", () => {
    const { records, recordBytes, frameBytes } = firstFlight;
    expect(firstView.headers + firstView.page).toBeLessThanOrEqual(
      records * recordBytes - frameBytes,
    );
  });

  for (const { path } of pages) {
    const isWhole = path !== "/everything/" && !path.startsWith("/statements/");
    test(`carries the headers of ${path}${isWhole ? ", and all of it" : ""}`, async () => {
      const { protocol, records, headers, body } = await askOnce(server, path);
      expect(protocol).toBe("TLSv1.3");
      expect(body).toBeGreaterThan(1_000);
      expect(headers, "bytes of headers").toBeLessThanOrEqual(firstView.headers);
      if (!isWhole) return;
      expect(body, "bytes of the page").toBeLessThanOrEqual(firstView.page);
      expect(Math.max(...records), "bytes of a record").toBeLessThanOrEqual(packetBytes);
      expect(records.length, "records").toBeLessThanOrEqual(packets);
    });
  }
});
