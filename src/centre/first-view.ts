/**
 * What nginx sends of a page before it waits for the browser: ten packets (RFC 6928). Two of them are
 * HTTP/2's own; in each of the others `nginx-server.conf` puts a record with so many bytes in it, which
 * passes whole where paths take packets of 1,400. The heads of HTTP/2's frames take some of these.
 */
export const firstFlight = { records: 8, recordBytes: 1_306, frameBytes: 27 } as const;

/**
 * The bytes that the headers of an answer and its page may have so that both fit, as they are sent:
 * compressed with HPACK and with brotli. `tests/hosting/first-flight.spec.ts` counts them on the wire.
 */
export const firstView = { headers: 900, page: 9_500 } as const;

/** What a statement may have, in bytes: it is as long as it was, and may take a second flight. */
export const statementBytes = 14_600;
