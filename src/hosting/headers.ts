/**
 * What every host sends with its answers, from one source: `npm start` reads it, and the build
 * writes it down in the language of each host (`src/hosting/hosts/`).
 */

/** All that Chromium 156 lets a page do unless told otherwise, and this site needs none of. */
const refused = [
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

/** Sent with every answer, beside its Content-Security-Policy and Cache-Control. */
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
    ...refused.map((feature) => `${feature}=()`),
  ].join(", "),
} as const satisfies Record<string, string>;

/** For files whose names change with what is in them. */
export const forever = "public, max-age=31536000, immutable";

/** For everything else: kept, but asked about each time (RFC 9111, section 5.2.2.4). */
export const revalidated = "no-cache";

/** Folders of which every file has a hash of its content in its name. */
export const hashedFolders = [
  "/_astro/",
  "/pagefind/filter/",
  "/pagefind/fragment/",
  "/pagefind/index/",
] as const;

/** The one kind of file that is hashed outside of those. */
const hashedEnding = ".pf_meta";

/** Matches the paths of files whose names change with what is in them; for all hosts' own matchers. */
export const hashedPath = `^(?:${hashedFolders.join("|")})|${hashedEnding.replace(".", "\\.")}$`;

/** Whether the name of the file at a path changes with what is in it. */
export const isHashed = (path: string): boolean => new RegExp(hashedPath).test(path);

/** How long a browser may keep what it got at a path. */
export const cacheControl = (path: string): string => (isHashed(path) ? forever : revalidated);

/** Instructions to hosts that travel with the site and are nobody else's business. */
export const instructions = ["/_headers", "/_redirects"] as const;

/**
 * Whether a path is to be answered as if nothing were there: dot files but those of RFC 8615,
 * instructions to hosts, and compressed variants, which are sent in place of their originals only.
 */
export const isHidden = (path: string): boolean =>
  /\/\.(?!well-known\/)|\.(?:br|gz)$/.test(path) ||
  instructions.some((instruction) => instruction === path);
