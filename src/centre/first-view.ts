/**
 * What a server sends of a page before it waits for a visitor's browser: ten packets (RFC 6928). HTTP/2
 * takes two for itself; in each of the others `nginx-server.conf` puts at most 1,306 bytes, so that
 * it passes where paths take packets of 1,400. Less the headers of HTTP/2's own frames, that is what is
 * left for the headers and the body of a page; `tests/hosting/first-flight.spec.ts` counts both.
 */
export const firstFlight = { records: 8, recordBytes: 1_306, frameBytes: 27 } as const;

/** What each of both may take, in bytes as they are sent: compressed with HPACK and with brotli. */
export const firstView = { headers: 900, page: 9_500 } as const;

/** A statement kept for the record is as long as it was, and may take a second flight. */
export const statementBytes = 14_600;
