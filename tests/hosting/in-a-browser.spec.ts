import { siteFolder } from "../../src/environment.ts";
import { expect, type BrowserContext, type Page } from "@playwright/test";
import { readSite } from "../../src/hosting/hosted-site.ts";
import { securityHeaders } from "../../src/hosting/headers.ts";
import { words } from "../content/read.ts";
import { test, type Watch } from "../site/watch.ts";
import { unavailable } from "../machine.ts";
import { hosts, start } from "./servers.ts";

const { pages, anyPage } = readSite(siteFolder);

test.use({ ignoreHTTPSErrors: true });
test.describe.configure({ timeout: 90_000 });

/** Reads every page, searches by the dialog and on the search page, and fills in a request. */
const useTheSite = async (page: Page, server: string, seen: Watch): Promise<void> => {
  for (const { path } of pages) {
    await page.goto(server + path);
    await expect(page.locator("h1")).toBeVisible();
  }
  await page.goto(`${server}/`);
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("searchbox").fill("data");
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  await page.goto(`${server}/search/#q=data`);
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  await page.goto(`${server}/request/`);
  await page
    .getByRole("textbox", { name: words.requestForm.name, exact: true })
    .fill("A. N. Example");
  await expect(page.getByRole("textbox", { name: words.requestForm.text })).toHaveValue(
    /A\. N\. Example/,
  );
  expect(seen.errors).toEqual([]);
};

test.describe("on nginx over TLS", () => {
  test.skip(...unavailable("nginx"));
  test.skip(...unavailable("openssl"));

  test("every page, the search and the request work, and breach no policy", async ({
    page,
    seen,
  }) => {
    const server = await start(hosts.nginx);
    try {
      await useTheSite(page, server.secure ?? "", seen);
      expect(
        await page.evaluate(() => [isSecureContext, crossOriginIsolated, originAgentCluster]),
      ).toEqual([true, true, true]);
    } finally {
      await server.stop();
    }
  });
});

/** Answers as the site does, but with one policy for all, as hosts do that have no other. */
const withOnePolicy = (context: BrowserContext, policy: string) =>
  context.route("**/*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": policy },
    });
  });

test("every page, the search and the request work under the one policy for any page", async ({
  page,
  context,
  baseURL,
  seen,
}) => {
  await withOnePolicy(context, anyPage);
  await useTheSite(page, baseURL ?? "", seen);
});

test("a policy that is too narrow is seen", async ({ page, context, baseURL, seen }) => {
  await withOnePolicy(context, anyPage.replace(/ 'sha256-[^;]*/, ""));
  await page.goto(`${baseURL ?? ""}/`);
  expect(seen.errors.join("\n")).toContain("Executing inline script violates");
});

/**
 * What the browser grants a page and is left to it: a script of the site's own that was tampered with
 * could do no harm by it, or another header stops it. What is new to a browser must be judged first.
 */
const left = [
  /* Copying a request; being cut off from other sites. */
  "clipboard-write",
  "cross-origin-isolated",
  /* How the page itself is shown, heard and left. */
  "aria-notify",
  "autoplay",
  "encrypted-media",
  "fullscreen",
  "media-playback-while-not-visible",
  "picture-in-picture",
  "screen-wake-lock",
  "unload",
  /* Requests, which `connect-src` keeps to this site, and dealings with the sites of others. */
  "browsing-topics",
  "deferred-fetch",
  "deferred-fetch-minimal",
  "identity-credentials-get",
  "interest-cohort",
  "private-state-token-issuance",
  "private-state-token-redemption",
  "storage-access",
  "sync-xhr",
  /* What needs something that is refused: a camera, a microphone, a screen. */
  "captured-surface-control",
  "on-device-speech-recognition",
  "speaker-selection",
  /* What the device is like, as much of which its size and fonts tell, and work it can do. */
  "compute-pressure",
  "gamepad",
  "keyboard-map",
  "language-detector",
  "language-model",
  "local-fonts",
  "magnetometer",
  "summarizer",
  "translator",
  "window-management",
  /* Adding a key or a card, which takes nothing; a code that a text message has for this very address. */
  "digital-credentials-create",
  "otp-credentials",
  "publickey-credentials-create",
  /* The former name of two that are refused. */
  "local-network-access",
];

test("the browser grants nothing that could be turned against visitors", async ({ page, seen }) => {
  await page.goto("/request/");
  const { known, granted } = await page.evaluate(() => {
    const { featurePolicy } = document as Document & {
      featurePolicy: Record<"features" | "allowedFeatures", () => string[]>;
    };
    return { known: featurePolicy.features(), granted: featurePolicy.allowedFeatures() };
  });
  const refused = securityHeaders["Permissions-Policy"]
    .split(",")
    .map((feature) => feature.replace("=()", ""));
  expect(refused.length).toBeGreaterThan(10);
  expect(refused.filter((feature) => !known.includes(feature))).toEqual([]);
  expect(granted).toContain("clipboard-write");
  /* What a request may say of the browser (ch-…) is said only to a site that asks for it. */
  expect(
    granted.filter((feature) => !feature.startsWith("ch-") && !left.includes(feature)).sort(),
  ).toEqual([]);
  expect(seen.errors).toEqual([]);
});
