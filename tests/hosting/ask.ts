import { request, type IncomingHttpHeaders } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Every header as it was sent, by its name in small letters. */
  readonly sent: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

/**
 * Asks a server for a path just as it is written, and takes the answer as it comes: nothing is
 * followed, unpacked or added.
 */
export const ask = (
  server: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((answered, failed) => {
    const { hostname, port } = new URL(server);
    request(
      { host: hostname, port, path, method, headers, family: 4, agent: false, timeout: 5_000 },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", failed);
        response.on("end", () => {
          answered({
            status: response.statusCode ?? 0,
            headers: response.headers,
            sent: new Map(
              Object.entries(response.headersDistinct).map(([name, values]) => [
                name,
                values ?? [],
              ]),
            ),
            body: Buffer.concat(parts),
          });
        });
      },
    )
      .on("error", failed)
      .end();
  });
