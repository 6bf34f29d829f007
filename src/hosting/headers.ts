/**
 * The response headers that every host sends, from one source: `npm start` reads it, and the build
 * writes it in the configuration format of each host (`src/hosting/hosts/`).
 */

/** The features that Chromium 156 grants a page by default, none of which this site needs. */
const deniedFeatures = [
  "accelerometer",
  "aria-notify",
  "autoplay",
  "browsing-topics",
  "camera",
  "captured-surface-control",
  "clipboard-read",
  "compute-pressure",
  "deferred-fetch",
  "deferred-fetch-minimal",
  "digital-credentials-create",
  "digital-credentials-get",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "interest-cohort",
  "keyboard-map",
  "language-detector",
  "language-model",
  "local-fonts",
  "local-network",
  "local-network-access",
  "loopback-network",
  "magnetometer",
  "media-playback-while-not-visible",
  "microphone",
  "midi",
  "on-device-speech-recognition",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "private-state-token-issuance",
  "private-state-token-redemption",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "speaker-selection",
  "storage-access",
  "summarizer",
  "sync-xhr",
  "translator",
  "unload",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

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
  "Permissions-Policy": [
    "clipboard-write=(self)",
    ...deniedFeatures.map((feature) => `${feature}=()`),
  ].join(", "),
} as const satisfies Record<string, string>;

/** The Cache-Control of files whose names change with their content. */
export const forever = "public, max-age=31536000, immutable";

/** The Cache-Control of all others: cached, but revalidated each time (RFC 9111, section 5.2.2.4). */
export const revalidated = "no-cache";

/** Folders in which every file has a hash of its content in its name. */
export const hashedFolders = [
  "/_astro/",
  "/pagefind/filter/",
  "/pagefind/fragment/",
  "/pagefind/index/",
] as const;

/** The only hashed files outside of these folders. */
const hashedEnding = ".pf_meta";

/** A regular expression for the paths of files whose names change with their content, which every host understands. */
export const hashedPath = `^(?:${hashedFolders.join("|")})|${hashedEnding.replace(".", "\\.")}$`;

/** Whether the name of the file at a path changes with its content. */
export const isHashed = (path: string): boolean => new RegExp(hashedPath).test(path);

/**
 * Matches the paths of files that change with their names or with the version of the search's engine
 * only: for them length and date are enough to know them by.
 */
export const lastingPath = `${hashedPath}|^/pagefind/[^/]+\\.(?:js|pagefind)$`;

/** The Cache-Control of the file at a path. */
export const cacheControl = (path: string): string => (isHashed(path) ? forever : revalidated);

/** Configuration files that hosts read from the site's folder, and that no visitor may read. */
export const hostConfiguration = ["/_headers", "/_redirects"] as const;

/**
 * Whether a path answers 404 although a file is there: dot files except those of RFC 8615,
 * configuration of hosts, and compressed variants, which are only sent in place of their originals.
 */
export const isHidden = (path: string): boolean =>
  /\/\.(?!well-known\/)|\.(?:br|gz)$/.test(path) || hostConfiguration.some((file) => file === path);
