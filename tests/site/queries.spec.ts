import { expect, test, type Page } from "@playwright/test";
import { site, words } from "../content/read.ts";
import { notHeld } from "../content/source.ts";

const { search: says } = words;

/** What people type, and where the first result leads; nothing where there is none. */
type Expected = readonly (readonly [query: string, first: string | undefined])[];

const english: Expected = [
  /* What the text does not say in these words. */
  ["police", "/faq/#law-enforcement"],
  ["subpoena", "/faq/#law-enforcement"],
  ["credit card", "/faq/#payment-processors-and-resellers"],
  ["complaint", "/faq/#who-to-contact"],
  ["complaints", "/faq/#who-to-contact"],
  ["do not sell", "/faq/#protection-of-privacy"],
  ["response time", "/laws/"],
  ["delete my account", "/faq/#export-transfer-or-delete"],
  ["right to be forgotten", "/faq/#exercising-privacy-rights"],
  ["newsletter", "/faq/#emails-and-opt-out"],
  /* Small words do not weigh, and what no longer applies comes last. */
  ["what data do you collect", "/data/"],
  ["What data do you collect?", "/data/"],
  ["where are your servers", "/faq/#where-data-is-stored"],
  ["who owns my data", "/faq/#who-owns-data"],
  ["do you use cookies", "/faq/#cookies-and-tracking"],
  ["how is my data secured", "/faq/#how-data-is-secured"],
  ["breach notification 72 hours", "/faq/#security-incidents"],
  /* A heading or question beats a passing mention. */
  ["gdpr", "/faq/#compliance-with-privacy-laws"],
  ["dpo", "/faq/#dpo-appointment"],
  ["bug bounty", "/security/#bug-bounty"],
  ["frameworks and resources", "/security/#frameworks-and-resources"],
  ["your privacy rights", "/rights/"],
  ["access", "/faq/#access-to-customer-data"],
  ["data export", "/faq/#export-transfer-or-delete"],
  ["encryption", "/faq/#how-data-is-secured"],
  ["opt out of marketing", "/faq/#emails-and-opt-out"],
  /* Digits match whole. */
  ["soc 2", undefined],
  ["SOC2", undefined],
  ["soc-2", undefined],
  ["270", undefined],
  ["27001", "/faq/#certifications-and-standards"],
  ["iso27001", "/faq/#certifications-and-standards"],
  ["ISO/IEC 27001", "/faq/#certifications-and-standards"],
  ["45 days", "/laws/"],
  /* One slip in a long word. */
  ["encription", "/faq/#how-data-is-secured"],
  ["encrytpion", "/faq/#how-data-is-secured"],
  ["encrypttion", "/faq/#how-data-is-secured"],
  ["ncryption", "/faq/#how-data-is-secured"],
  ["subprocesors", "/faq/#vendors-and-sub-processors"],
  ["sub processors", "/faq/#vendors-and-sub-processors"],
  /* As it looks. */
  ["ＧＤＰＲ", "/faq/#compliance-with-privacy-laws"],
  ["cre\u00ADdit\u00A0ca\u200Brd", "/faq/#payment-processors-and-resellers"],
  ["bug\u2003bounty\u200F", "/security/#bug-bounty"],
  ["GDPR’s", "/faq/#compliance-with-privacy-laws"],
  /* Only the statement that is kept has it. */
  ["Frankfurt", "/statements/privacy-shield/#7-recourse-enforcement-and-liability"],
  ["pricing", undefined],
  ["uptime", undefined],
];

const german: Expected = [
  ["Welche Daten erheben Sie", "/daten/"],
  ["Wie lange speichern Sie meine Daten?", "/daten/"],
  ["Wo stehen die Server", "/serverstandorte/"],
  ["Rechenzentrum", "/serverstandorte/"],
  ["Kreditkarte", "/faq/#kartennummer"],
  ["Kreditkarrte", "/faq/#kartennummer"],
  ["Kreditkartennummer", "/faq/#kartennummer"],
  ["Beschwerde", "/faq/#beschwerde"],
  ["unzufrieden", "/faq/#beschwerde"],
  ["Löschung", "/daten/#loeschung"],
  ["Loeschung", "/daten/#loeschung"],
  ["loschung", "/daten/#loeschung"],
  ["LÖSCHUNG", "/daten/#loeschung"],
  ["Lo\u0308schung", "/daten/#loeschung"],
  ["Hörgerät verloren", "/faq/#verlorenes-hoergeraet"],
  ["hoergeraet verloren", "/faq/#verlorenes-hoergeraet"],
  ["horgerat verloren", "/faq/#verlorenes-hoergeraet"],
  ["Empfaenger", "/daten/#empfaenger"],
  ["Schwachstele", "/faq/#sicherheitsluecke"],
  ["Sicherheitsluecke", "/faq/#sicherheitsluecke"],
  ["Cookies", "/cookies/"],
  ["Was ist mit Cookies?", "/cookies/"],
  ["Vollmacht", "/faq/#anfrage-fuer-angehoerige"],
  ["Art. 77 DSGVO", "/faq/#beschwerde"],
  ["Telemetrie", undefined],
  ["202", undefined],
];

const main = (page: Page) => page.getByRole("main");
const hits = (page: Page) => main(page).locator("search-panel ol > li");

/** Looks for something, and waits until the search says what it found. */
const lookFor = async (page: Page, query: string): Promise<string> => {
  const status = main(page).getByRole("status");
  await main(page).getByRole("searchbox").fill("");
  await expect(status).toBeEmpty();
  await main(page).getByRole("searchbox").fill(query);
  await expect(status).not.toBeEmpty();
  return status.innerText();
};

const table = notHeld === "" ? english : site.organization.name === "Flügel & Auster" ? german : [];

test("what people type leads to what they look for, and what no longer applies comes last", async ({
  page,
}) => {
  test.slow();
  await page.goto("/search/");
  const found: (readonly [string, string | undefined])[] = [];
  for (const [query] of table) {
    await lookFor(page, query);
    const shown = await hits(page).evaluateAll((all) =>
      all.map((hit) => ({
        href: hit.querySelector("a")?.getAttribute("href") ?? undefined,
        isArchived: hit.querySelector("strong") !== null,
        excerpt: hit.lastElementChild?.textContent ?? "",
      })),
    );
    found.push([query, shown[0]?.href]);
    /* A result that shows nothing of its page is none. */
    for (const { excerpt } of shown) expect(excerpt.trim(), query).not.toBe("");
    const archived = shown.map(({ isArchived }) => Number(isArchived));
    expect(archived, query).toEqual(archived.toSorted());
  }
  expect(found).toEqual(table);
});

test("what is said of a phrase in quotes is so", async ({ page }) => {
  await page.goto("/search/");
  const name = site.organization.name;
  expect(await lookFor(page, `"${name}"`)).toContain(name);
  for (const text of await hits(page).allInnerTexts())
    expect(text.toLowerCase()).toContain(name.toLowerCase());
  for (const phrase of [`${name} qqzzxx`, `qqzzxx ${name}`])
    for (const [before, after] of ['""', "“”", "„“", "«»", "＂＂"])
      expect(await lookFor(page, `${before ?? ""}${phrase}${after ?? ""}`)).toContain(
        says.nowhere(phrase),
      );
});

test("says of a word that is nowhere what it was taken for", async ({ page }) => {
  test.skip(notHeld !== "", notHeld);
  await page.goto("/search/");
  expect(await lookFor(page, "encription at rest")).toBe(
    [
      says.mistyped("encription"),
      says.found("encryption at rest", { shown: 1, total: 1, atLeast: false }),
    ].join(" "),
  );
});

test("what people also ask is on no page", async ({ page }) => {
  test.skip(notHeld !== "", notHeld);
  await page.goto("/everything/");
  expect(await page.content()).not.toMatch(/subpoena|also-?asked/i);
  await page.goto("/faq/");
  expect(await page.content()).not.toMatch(/subpoena|also-?asked/i);
});
