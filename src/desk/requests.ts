import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import { forwardedHost } from "../environment.ts";
import { Refusal } from "./store/refusal.ts";

/** Known only to this start of the preview, and to the pages that it has served. */
export const token: string = randomBytes(24).toString("base64url");

/** The header in which a page of the desk sends the token. */
export const tokenHeader = "x-desk-token";

/** The most that may be sent at once, in bytes: several times what all content weighs. */
const mostBytes = 4_000_000;

/** The names of this computer. Any other leads here by a name server that somebody else may own. */
const ownNames = ["localhost", "127.0.0.1", "[::1]"];

const isOwnHost = (host: string | undefined): boolean =>
  host !== undefined &&
  URL.canParse(`http://${host}`) &&
  ownNames.includes(new URL(`http://${host}`).hostname);

/**
 * Whether a page of this preview has the origin of a request: by the name that was asked for, or by
 * the one under which GitHub forwards this port of this codespace, and of no other. Its proxy puts
 * localhost in place of the origin if it is that of the address asked for, with http or https.
 */
const isOwnOrigin = (origin: string, { headers, socket }: IncomingMessage): boolean => {
  const forwarded = forwardedHost(socket.localPort);
  return forwarded === undefined
    ? origin === `http://${String(headers.host)}`
    : [
        `http://${String(headers.host)}`,
        `https://${String(headers.host)}`,
        `https://${forwarded}`,
      ].includes(origin);
};

/** Whether a request comes from a page of this preview, and of no other site. */
const isFromHere = (request: IncomingMessage): boolean => {
  const { host, origin, "sec-fetch-site": site } = request.headers;
  return (
    isOwnHost(host) &&
    (origin === undefined || isOwnOrigin(origin, request)) &&
    (site === undefined || site === "same-origin")
  );
};

/**
 * The address of a request, which is always one of this preview: a path may look like that of another
 * site, such as //evil.example/.
 * @returns undefined for what is no path
 */
export const addressOf = (path: string, port: number): URL | undefined => {
  const address = `http://localhost:${String(port)}${path}`;
  return path.startsWith("/") && URL.canParse(address) ? new URL(address) : undefined;
};

/** Why nothing is opened for whoever asks; undefined if it is. */
export const refusalOfOpening = (request: IncomingMessage): string | undefined =>
  isFromHere(request) ? undefined : "This is only for links on pages of the preview.";

/** Why the token may not be given to whoever asks; undefined if it may. */
export const refusalOfToken = (request: IncomingMessage): string | undefined =>
  isFromHere(request) && request.headers["sec-fetch-site"] === "same-origin"
    ? undefined
    : "this is only for the pages of the desk itself";

const digest = (words: string) => createHash("sha256").update(words).digest();

const isToken = (sent: unknown): boolean =>
  typeof sent === "string" && timingSafeEqual(digest(sent), digest(token));

/** Why a request that could change something is not answered; undefined if it is. */
export const refusalOf = (request: IncomingMessage): string | undefined => {
  const { method, headers } = request;
  if (method !== "POST") return "this has to be sent as POST";
  if (!/^application\/json(?:;|$)/i.test(headers["content-type"] ?? ""))
    return "this has to be sent as JSON";
  if (!isFromHere(request) || headers.origin === undefined)
    return "this is only for the pages of the desk itself";
  return isToken(headers[tokenHeader])
    ? undefined
    : "the preview was started anew since this page was loaded; load it again, nothing typed is lost";
};

/**
 * What was sent with a request, in the shape that it must have.
 * @throws {Refusal} if it has another
 */
export const sentWith = async <Shape extends z.ZodType>(
  request: IncomingMessage,
  shape: Shape,
): Promise<z.infer<Shape>> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Refusal("this is more than the desk takes at once");
    chunks.push(chunk);
  }
  try {
    return shape.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    throw new Refusal("this is not what the desk expects");
  }
};
