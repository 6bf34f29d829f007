import { createSocket } from "node:dgram";

/**
 * A slow line, as a process of its own, so that no packet waits for what else is measured. It is
 * started with the round trip in ms, bytes a second, and for each end, the server's first, the UDP
 * port that it has here and the one that the end has. It tells its parent what it passes on.
 */
const [roundTrip = 0, rate = 1, ...ports] = process.argv.slice(2).map(Number);

/** What a server has sent or been sent, at this moment. */
export interface Passed {
  readonly toServer: boolean;
  /** Of TCP, without its headers. */
  readonly bytes: number;
  /** In ms, since the line was opened. */
  readonly at: number;
}

/** The bytes that a packet of IPv4 and TCP carries; none if it is another. */
const carried = (packet: Buffer): number => {
  const head = 4 * (packet.readUInt8(0) & 15);
  return packet.readUInt8(0) >> 4 === 4 && packet.readUInt8(9) === 6
    ? packet.readUInt16BE(2) - head - 4 * (packet.readUInt8(head + 12) >> 4)
    : 0;
};

const [server, visitor] = [ports.slice(0, 2), ports.slice(2)].map(([here, there]) => ({
  socket: createSocket("udp4").bind(here, "127.0.0.1"),
  there,
}));

const tell = (packet: Buffer, toServer: boolean) => {
  const passed: Passed = { toServer, bytes: carried(packet), at: performance.now() };
  process.send?.(passed);
};

for (const [from, to] of [
  [server, visitor],
  [visitor, server],
]) {
  const waiting: Buffer[] = [];
  let free = 0;
  from?.socket.on("message", (packet) => {
    if (from === server) tell(packet, false);
    const now = performance.now();
    free = Math.max(now, free) + (1000 * packet.length) / rate;
    waiting.push(packet);
    setTimeout(
      () => {
        const [next = packet] = waiting.splice(0, 1);
        if (to === server) tell(next, true);
        to?.socket.send(next, to.there, "127.0.0.1");
      },
      free + roundTrip / 2 - now,
    );
  });
}
