/**
 * The response headers that every host sends, from one source: `npm start` reads it, and the build
 * writes it in the configuration format of each host (`src/hosting/hosts/`).
 */

/**
 * What a page is refused. No foreign code runs here and no page embeds another, so this is for the
 * day when a script of the site's own was tampered with, and it refuses what such a script could
 * then do to a visitor that no other header stops:
 */
const refused = [
  /* See, hear or locate people and what is around them. */
  "camera",
  "microphone",
  "display-capture",
  "geolocation",
  "xr-spatial-tracking",
  /* Tell without asking how a device is held and moved, from which typing can be read. */
  "accelerometer",
  "gyroscope",
  /* Ask whether somebody is there. */
  "idle-detection",
  /* Read what was copied elsewhere. */
  "clipboard-read",
  /* Ask in the site's name for money, an identity card, or the passkey of another site below the same domain. */
  "payment",
  "digital-credentials-get",
  "publickey-credentials-get",
  /* Reach devices and, past `connect-src` by WebRTC, the network they are in. Bluetooth is not named:
     browsers that do not have it complain, and others ask with a list to choose from. */
  "hid",
  "midi",
  "serial",
  "usb",
  "local-network",
  "loopback-network",
] as const;

/** Sent with every response, beside its Content-Security-Policy and Cache-Control. */
export const securityHeaders = {
  /* Two years, as the preload lists ask (RFC 6797). */
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  /* For browsers that do not know `frame-ancestors`. */
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": refused.map((feature) => `${feature}=()`).join(),
} as const satisfies Record<string, string>;

/** The Cache-Control of files whose names change with their content. */
export const forever = "public, max-age=31536000, immutable";

/** The Cache-Control of all others: cached, but revalidated each time (RFC 9111, section 5.2.2.4). */
export const revalidated = "no-cache";

/** Folders in which every file has a hash of its content in its name. */
export const hashedFolders = ["/_astro/", "/pagefind/fragment/", "/pagefind/index/"] as const;

/** A regular expression for the paths of files whose names change with their content, which every host understands. */
export const hashedPath = `^(?:${hashedFolders.join("|")})`;

/** Whether the name of the file at a path changes with its content. */
export const isHashed = (path: string): boolean => new RegExp(hashedPath).test(path);

/**
 * Matches the paths of files that change with their names or with the version of the search's engine
 * only: for them length and date are enough to know them by.
 */
export const lastingPath = `${hashedPath}|^/pagefind/wasm\\.`;

/** The Cache-Control of the file at a path. */
export const cacheControl = (path: string): string => (isHashed(path) ? forever : revalidated);

/**
 * What files for programs are sent with beside the rest, by the endings of their names: they say what
 * pages say, and a search engine should lead people to the pages (robots meta tag of Google and Bing).
 */
export const unindexed = {
  endings: ["csv", "ics", "json", "md", "txt"],
  header: "X-Robots-Tag",
  value: "noindex",
} as const;

/** A regular expression for the paths of those files, which every host understands. */
export const unindexedPath = `\\.(?:${unindexed.endings.join("|")})$`;

/** Configuration files that hosts read from the site's folder, and that no visitor may read. */
export const hostConfiguration = ["/_headers", "/_redirects"] as const;

/**
 * Whether a path answers 404 although a file is there: dot files except those of RFC 8615,
 * configuration of hosts, and compressed variants, which are only sent in place of their originals.
 */
export const isHidden = (path: string): boolean =>
  /\/\.(?!well-known\/)|\.(?:br|gz)$/.test(path) || hostConfiguration.some((file) => file === path);
