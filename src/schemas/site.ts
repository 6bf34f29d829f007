import { z } from "zod";
import { color, confirmable, obeying, reference, webAddress, whole, words } from "./fields.ts";
import { webAddressFault } from "./written-addresses.ts";
import { languages } from "../words/languages.ts";

/** `content/site.yaml`: whose site it is, where it is published, and its one accent color. */
export const site = z.strictObject({
  organization: z.strictObject({
    name: words("The name used everywhere", "Acme"),
    legalName: words("The registered legal name", "Acme Holdings Ltd"),
    url: webAddress("The organization's own website").meta({ examples: ["https://www.acme.org/"] }),
  }),
  center: confirmable({
    name: words("What the site is called", "Privacy Center"),
    url: obeying(
      (url) =>
        webAddressFault(url) ??
        (new URL(url).href === `${new URL(url).origin}/`
          ? undefined
          : "the site needs an address of its own, without a path or what follows a ? or #"),
    ).meta({
      description: "The address at which the site is published, without a path",
      examples: ["https://privacy.acme.org"],
    }),
    language: z
      .enum(languages, `the site is available only in these languages: ${languages.join(", ")}`)
      .meta({
        description: "The language of the content, and of what the site says around it",
        examples: ["en"],
      }),
  }),
  security: z
    .strictObject({
      contact: reference("contacts").meta({ examples: ["security"] }),
      policy: reference("policies")
        .meta({ examples: ["bug-bounty"] })
        .optional(),
    })
    .meta({
      description:
        "Who to tell about a security vulnerability, and the document that says how; published at /.well-known/security.txt",
    }),
  accent: z.strictObject({
    light: color("The accent color on the light background"),
    dark: color("The accent color on the dark background"),
  }),
  review: confirmable({
    /* What is reviewed after more than ten years is not under review. */
    everyMonths: whole("Months after which a page must be reviewed again", 1, 12).max(120),
  }),
  releases: z
    .strictObject({
      noticeDays: whole(
        "Days between the release of a substantive change and the first on which it holds",
        0,
        30,
      ),
    })
    .meta({ description: "What a release is held to", examples: [{ noticeDays: 30 }] })
    .optional(),
});

export type Site = z.infer<typeof site>;
