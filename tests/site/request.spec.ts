import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, type Download, type Locator, type Page } from "@playwright/test";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { countries, facts, laws, pathShowing, site, template, words } from "../content/read.ts";
import type { RequestContent } from "../../src/request/content.ts";
import { barriers } from "./barriers.ts";
import { pages } from "./pages.ts";
import { fetched, roundTrip } from "./round-trip.ts";
import { kept, test } from "./watch.ts";

const { request: says, requestForm: labels } = words;

/** A text of several lines, of which the first says what it is about. */
const withSubject = (body: string) => `${says.subjectLine(template.subject)}\n${body}`;

const rights = facts("rights").map(({ id = "", name = "", description = "", detail }) => ({
  id,
  name,
  description,
  detail,
}));
type Right = (typeof rights)[number];

/** What a test cannot do without. */
const needed = <Item>(found: Item | undefined, what: string): Item => {
  if (found === undefined) throw new Error(`the facts have no ${what}`);
  return found;
};

const [firstPlain, secondPlain] = rights.filter(({ detail }) => detail === undefined);
const plain = needed(firstPlain, "right that asks for no detail");
const otherPlain = needed(secondPlain, "second right that asks for no detail");
const detailed = needed(
  rights.find(({ detail }) => detail !== undefined),
  "right that asks for a detail",
);

const last = needed(rights.at(-1), "right");

type Period = (typeof laws)[number]["periods"][number];

/** The periods of a law that may be shown: sure ones, in a record that is. */
const sureOf = ({ confidence, periods }: (typeof laws)[number]): readonly Period[] =>
  confidence === "high" ? periods.filter((period) => period.confidence === "high") : [];

const lawNamed = (id: string) =>
  needed(
    laws.find((law) => law.id === id),
    `law ${id}`,
  );

/** The sure period of a law for a right. */
const periodOf = (law: string, right: string): Period | undefined =>
  sureOf(lawNamed(law)).find((period) => period.for.includes(right));

const lawless = needed(
  countries.find(({ laws }) => laws.length === 0),
  "country without a law",
).name;
/* One whose name can be typed on any keyboard, and whose law gives a period to the plain right. */
const home = needed(
  countries.find(
    ({ name, laws: [main = ""] }) => /^[A-Z][a-z]+$/.test(name) && main && periodOf(main, plain.id),
  ),
  "country with a period for an answer",
);
const abroad = needed(
  countries.findLast(({ name }) => name !== home.name),
  "second country",
).name;
const relationships = facts("relationships");
const company = needed(
  relationships.find(({ controller }) => controller),
  "relationship in which a company holds the data",
);
/** What the choice of the company fills in. */
const toCompany: Filled =
  company.introduction === undefined ? {} : { introduction: company.introduction };
/** Those that change nothing in the letter. */
const direct = relationships.filter(({ controller, introduction }) => !controller && !introduction);
const to = facts("contacts").find(({ id }) => id === template.to)?.email ?? "";

/** The last day of a period that begins on 31 January 2026, as an ISO date. */
const due = (
  { count, unit }: Pick<Period, "count" | "unit">,
  holidays: readonly string[] = [],
): string => {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  if (unit === "months")
    return iso(Math.min(Date.UTC(2026, count, 31), Date.UTC(2026, count + 1, 0)));
  const days = Array.from({ length: 400 }, (_, at) => Date.UTC(2026, 0, 32 + at));
  const counted =
    unit === "days"
      ? days
      : days.filter(
          (time) => ![0, 6].includes(new Date(time).getUTCDay()) && !holidays.includes(iso(time)),
        );
  return iso(counted[count - 1] ?? 0);
};

test("the days that are expected here are those of the calendar", () => {
  expect(due({ count: 1, unit: "months" })).toBe("2026-02-28");
  expect(due({ count: 2, unit: "months" })).toBe("2026-03-31");
  expect(due({ count: 30, unit: "days" })).toBe("2026-03-02");
  expect(due({ count: 45, unit: "days" })).toBe("2026-03-17");
  expect(due({ count: 15, unit: "business days" })).toBe("2026-02-20");
  expect(due({ count: 15, unit: "business days" }, ["2026-02-06"])).toBe("2026-02-23");
});

type Filled = Partial<
  Record<"name" | "request" | "country" | "address" | "detail" | "introduction", string>
>;

/** The template's body with its blanks filled; a line of which nothing is known is left out. */
const body = (filled: Filled = {}): string => {
  const values: Partial<Record<string, string>> = { ...template.blanks, ...filled };
  return template.body
    .trimEnd()
    .split("\n")
    .filter((line) => [...line.matchAll(/\{(\w+)\}/g)].every(([, blank = ""]) => values[blank]))
    .map((line) => line.replaceAll(/\{(\w+)\}/g, (_, blank: string) => values[blank] ?? ""))
    .join("\n");
};

const line = (label: keyof Filled, filled: string): string =>
  body({ [label]: filled })
    .split("\n")
    .find((line) => line.endsWith(filled)) ?? "";

/** What a mail program makes of a mailto link (RFC 6068): every field that it has, by name. */
const decoded = (href: string): Record<string, string> => {
  const [, address = "", query = ""] = /^mailto:([^?]*)\?([!-~]*)$/.exec(href) ?? [];
  const fields = query
    .split("&")
    .map((field) => field.split("=").map(decodeURIComponent))
    .map(([name = "", value = ""]) => [name, value] as const);
  return { to: decodeURIComponent(address), ...Object.fromEntries(fields) };
};

/** The fields that no request should be without. */
type Blank = keyof typeof labels.blanks;

/** All that a request to the organization lacks at first, in the order of the fields. */
const allBlank = ["request", "country", "name"] as const;

/** What is said once a way out has been taken, with what goes out blank, in the order of the fields. */
const outcome = (what: string, ...blank: readonly Blank[]): string => {
  const names = blank.map((name) => labels.blanks[name].name);
  const open = names.length > 0 ? says.stillToFillIn(names).join("") : "";
  return `${what} ${open}`.trim();
};

/** What of the page a requester works with. */
const the = (page: Page) => {
  const request = page.getByRole("region", { name: labels.title });
  const types = page.getByRole("group", { name: labels.type });
  const holders = page.getByRole("group", { name: labels.holder });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const otherWays = page.locator("summary", { hasText: labels.otherWays });
  return {
    form: page.locator("request-builder form"),
    request,
    next: page.getByRole("region", { name: labels.next }),
    holders,
    atOrganization: holders.getByRole("radio", { name: site.organization.name, exact: true }),
    atCompany: holders.getByRole("radio", { name: company.name ?? "", exact: true }),
    companyAddress: page.getByLabel(labels.company, { exact: true }),
    country: page.getByRole("combobox", { name: labels.country, exact: true }),
    types,
    type: ({ name }: Right) => types.getByRole("radio", { name, exact: true }),
    name: page.getByLabel(labels.name, { exact: true }),
    address: page.getByLabel(labels.address, { exact: true }),
    detail: page.getByLabel(detailed.detail ?? "", { exact: true }),
    text: request.getByRole("textbox"),
    print: request.locator("pre.print-only"),
    said: page.getByRole("main").getByRole("status").filter({ hasText: /\S/ }),
    button,
    copy: button(labels.copy),
    mail: page.getByRole("main").getByRole("link", { name: labels.mail }),
    otherWays,
    /** Unfolds the other ways out. */
    unfold: async () => {
      await otherWays.click();
      await expect(button(labels.print)).toBeVisible();
    },
  };
};

/** Waits until the builder is one: until its script has listed the countries. */
const started = (page: Page) =>
  expect(the(page).country.locator("option")).toHaveCount(countries.length + 1);

const open = async (page: Page, hash = "") => {
  await page.goto(`/request/${hash}`);
  await started(page);
  await expect(page.getByRole("region", { name: labels.template })).toBeHidden();
  return the(page);
};

/** Changes the page's own functions before its scripts run. */
const without = {
  clipboard: () => {
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
  },
  permission: () => {
    const refuse = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    Object.defineProperty(Clipboard.prototype, "writeText", { value: refuse });
    Object.defineProperty(Clipboard.prototype, "write", { value: refuse });
    Object.defineProperty(Document.prototype, "execCommand", { value: () => false });
  },
  haste: () => {
    const slow = () =>
      new Promise<void>((resolve) => {
        addEventListener("copied", () => {
          resolve();
        });
      });
    Object.defineProperty(Clipboard.prototype, "writeText", { value: slow });
  },
};

/** A blank page to paste on, with something else in the clipboard to begin with. */
const paper = async (page: Page) => {
  const sheet = await page.context().newPage();
  await sheet.setContent("<textarea></textarea>");
  const text = sheet.getByRole("textbox");
  const write = async (what: string) => {
    await text.fill(what);
    await text.press("ControlOrMeta+a");
    await text.press("ControlOrMeta+c");
    await page.bringToFront();
  };
  const nonce = `before ${String(Math.random())}`;
  await write(nonce);
  return {
    nonce,
    write,
    /** What somebody gets who pastes now. */
    pasted: async () => {
      await text.fill("");
      await text.press("ControlOrMeta+v");
      const found = await text.inputValue();
      await page.bringToFront();
      return found;
    },
  };
};

const content = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

const downloaded = async (page: Page, button: Locator): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return content(download);
};

/** The draft as a mail program reads it. */
const draft = async (page: Page) => {
  const { button, otherWays } = the(page);
  if (await button(labels.save).isHidden()) await otherWays.click();
  const raw = await downloaded(page, button(labels.save));
  const mail = await PostalMime.parse(raw);
  return {
    to: (mail.to ?? []).map(({ address }) => address).join(),
    subject: mail.subject ?? "",
    body: (mail.text ?? "").replaceAll("\r\n", "\n").trimEnd(),
    headers: mail.headers.map(({ key }) => key),
  };
};

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the template stands there as text, and no button or field that would do nothing", async ({
    page,
  }) => {
    await page.goto("/request/");
    const text = page.getByRole("region", { name: labels.template });
    await expect(text).toHaveText(withSubject(body()), {
      useInnerText: true,
    });
    await expect(page.getByRole("main").locator("button, input, select, textarea")).not.toHaveCount(
      0,
    );
    for (const role of ["button", "textbox", "radio", "combobox"] as const)
      await expect(page.getByRole("main").getByRole(role)).toHaveCount(0);
  });

  test("every right has its mail link, with the request written out for it", async ({ page }) => {
    await page.goto("/request/");
    for (const { id, name } of rights) {
      const link = page.locator(`[id="${id}"]`).getByRole("link", { name, exact: true });
      await expect(link).toBeVisible();
      expect(decoded((await link.getAttribute("href")) ?? "")).toEqual({
        to,
        subject: template.subject,
        body: body({ request: name }).replaceAll("\n", "\r\n"),
      });
    }
    await expect(
      page.locator('main a[href^="mailto:"][href*="subject="]').filter({ visible: true }),
    ).toHaveCount(rights.length);
  });

  test("the address of a right opens the page at its mail link", async ({ page }) => {
    for (const { id } of rights) {
      await page.goto(`/request/#${id}`);
      await expect(page.locator(`[id="${id}"]`)).toBeInViewport({ ratio: 1 });
    }
  });

  test("the periods that the laws set are there, those that are not sure below a heading that says so", async ({
    page,
  }) => {
    await page.goto(pathShowing("Deadlines"));
    await expect(page.locator('main tr[id^="law-"]')).toHaveCount(laws.length);
    const heading = page.getByRole("heading", { name: words.deadlines.notConfirmed });
    const top = (await heading.boundingBox())?.y ?? 0;
    for (const law of laws) {
      const row = page.locator(`[id="law-${law.id}"]`);
      expect(((await row.boundingBox())?.y ?? 0) > top, law.id).toBe(sureOf(law).length === 0);
      const [only, ...others] = countries.filter((country) => country.laws.includes(law.id));
      const name = only && others.length === 0 ? `${only.name} (${law.name})` : law.name;
      await expect(row.getByRole("rowheader")).toContainText(name);
      await expect(row.getByRole("rowheader")).toContainText(law.citation);
    }
  });

  test("that table says every sure period with its rights, and no other", async ({ page }) => {
    await page.goto(pathShowing("Deadlines"));
    for (const law of laws) {
      const cell = page.locator(`[id="law-${law.id}"]`).getByRole("cell").nth(0);
      const text = await cell.innerText();
      const said = sureOf(law);
      expect(text.slice(0, 1), "a cell begins as a sentence does").toBe(
        text.slice(0, 1).toLocaleUpperCase(site.center.language),
      );
      for (const period of said)
        expect(text.toLowerCase(), law.id).toContain(words.deadlines.within(period).toLowerCase());
      for (const period of law.periods.filter((period) => !said.includes(period)))
        if (!said.some(({ count }) => count === period.count))
          expect(text, law.id).not.toContain(String(period.count));
      const timed = said.flatMap((period) => period.for);
      const untimed = law.rights.filter((right) => !timed.includes(right));
      expect(text.includes(words.deadlines.unconfirmed), law.id).toBe(
        said.length > 0 && untimed.length > 0,
      );
      const namesOf = (ids: readonly string[]) =>
        rights.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
      const fewer = timed.length > untimed.length ? untimed : timed;
      for (const name of namesOf(said.length > 1 ? timed : said.length > 0 ? fewer : []))
        expect(text, law.id).toContain(name);
      if (law.lastDay && said.length > 0) expect(text).toContain(law.lastDay.provision);
    }
  });
});

for (const [what, address] of Object.entries({
  "the content": "**/request/content.js",
  "the builder": "**/_astro/*.js",
}))
  test(`where ${what} cannot be loaded, the template and its mail links are there`, async ({
    page,
  }) => {
    await page.route(address, (route) => route.abort());
    await page.goto("/request/");
    const text = page.getByRole("region", { name: labels.template });
    await expect(text).toHaveText(withSubject(body()), {
      useInnerText: true,
    });
    for (const { id, name } of rights)
      await expect(page.locator(`[id="${id}"]`).getByRole("link", { name })).toBeVisible();
    if (what === "the content") await expect(page.locator("form")).toHaveCount(0);
  });

/** Every address that the page asks for from now on, but for its own icon, which browsers ask for when they like. */
const askedOf = (page: Page): readonly string[] => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/icon.svg")) asked.push(request.url());
  });
  return asked;
};

test("a form that is sent off before there is a script goes nowhere", async ({ page, baseURL }) => {
  await page.route("**/_astro/*.js", (route) => route.abort());
  await page.goto("/request/");
  const asked = askedOf(page);
  await the(page).name.fill("canary");
  await the(page).form.evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
  });
  await roundTrip(page);
  expect(asked).toEqual([`${String(baseURL)}${fetched}`]);
  await expect(page).toHaveURL("/request/");
});

test.describe("filling the request", () => {
  test("starts with the template's own words, and shows whom it goes to", async ({ page }) => {
    const { request, text } = await open(page);
    await expect(text).toHaveValue(body());
    await expect(request).toContainText(`${labels.to} ${to}`);
    await expect(request).toContainText(`${labels.subject} ${template.subject}`);
    await expect(page.getByText(template.nothingOpened)).toHaveCount(0);
  });

  test("puts each field into the text at once", async ({ page }) => {
    const { name, country, type, address, text } = await open(page);
    await name.fill("Ada Lovelace");
    expect(await text.inputValue()).toBe(body({ name: "Ada Lovelace" }));
    await country.selectOption(home.name);
    expect(await text.inputValue()).toBe(body({ name: "Ada Lovelace", country: home.name }));
    await type(otherPlain).check();
    const filled = { name: "Ada Lovelace", country: home.name, request: otherPlain.name };
    expect(await text.inputValue()).toBe(body(filled));
    await address.fill("ada@example.org");
    expect(await text.inputValue()).toBe(body({ ...filled, address: "ada@example.org" }));
    await address.fill("");
    await name.fill("");
    expect(await text.inputValue()).toBe(body({ ...filled, name: template.blanks.name }));
  });

  test("asks for a detail only where the type needs one, by its own label", async ({ page }) => {
    const { type, form, text } = await open(page);
    const field = form.locator("input[name=detail]");
    await expect(field).toBeHidden();
    for (const right of rights) {
      const { id, name, detail } = right;
      await type(right).check();
      if (detail === undefined) {
        await expect(field).toBeHidden();
        await expect(text).toHaveValue(body({ request: name }));
      } else {
        await expect(page.getByLabel(detail, { exact: true })).toBeVisible();
        await field.fill(`about ${id}`);
        await expect(text).toHaveValue(body({ request: name, detail: `${detail}: about ${id}` }));
      }
    }
  });

  test("keeps the text editable by hand after the fields change", async ({ page }) => {
    const { name, country, address, text, said } = await open(page);
    await name.fill("Ada");
    await text.press("ControlOrMeta+End");
    await page.keyboard.type("\nPlease hurry.");
    await country.selectOption(home.name);
    await address.fill("ada@example.org");
    const filled = { country: home.name, address: "ada@example.org" };
    const written = (now: Filled) => `${body({ ...filled, ...now })}\nPlease hurry.`;
    await expect(text).toHaveValue(written({ name: "Ada" }));
    await expect(said).toHaveCount(0);

    await text.focus();
    await text.evaluate(
      (area: HTMLTextAreaElement, words) => {
        const end = area.value.indexOf(words) + words.length;
        area.setSelectionRange(end, end);
      },
      line("name", "Ada"),
    );
    await page.keyboard.type(" Byron");
    await name.fill("Grace");
    await expect(text).toHaveValue(written({ name: "Ada Byron" }));
    await expect(said.filter({ hasText: labels.lineKept })).toBeVisible();
    await country.selectOption(abroad);
    await expect(text).toHaveValue(written({ name: "Ada Byron", country: abroad }));
    await expect(said).toHaveCount(0);
  });
});

test.describe("fields that are filled without a word", () => {
  const filled = {
    name: "Ada",
    country: home.name,
    request: plain.name,
    address: "ada@example.org",
  };

  /** Fills all fields as some browsers and password managers do, which tell of it so or not at all. */
  const fillSilently = (page: Page, tell = "") =>
    the(page).form.evaluate(
      (form: HTMLFormElement, { filled, tell }) => {
        for (const [name, value] of Object.entries(filled)) {
          const field = form.elements.namedItem(name);
          (field as HTMLInputElement | RadioNodeList).value = value;
          const changed = form.querySelector(`[name=${name}]:is(:checked, :not([type=radio]))`);
          if (tell) changed?.dispatchEvent(new Event(tell, { bubbles: true }));
        }
      },
      { filled, tell },
    );

  const expectTaken = async (page: Page) => {
    const { text, print, mail, next, country } = the(page);
    await expect(country.locator("option:checked")).toHaveText(home.name);
    await expect(text).toHaveValue(body(filled));
    expect(await print.textContent()).toBe(withSubject(body(filled)));
    expect(decoded((await mail.getAttribute("href")) ?? "")["body"]).toBe(
      body(filled).replaceAll("\n", "\r\n"),
    );
    await expect(next).toBeVisible();
  };

  test("stand in the request once they have told of a change", async ({ page }) => {
    const { said } = await open(page);
    await fillSilently(page, "change");
    await expectTaken(page);
    await expect(said).toHaveCount(0);
  });

  for (const [how, come] of Object.entries<(page: Page) => Promise<unknown>>({
    "comes back to the window": (page) => page.evaluate(() => dispatchEvent(new Event("focus"))),
    "comes back to the tab": (page) =>
      page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))),
    "comes back to the page": (page) =>
      page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))),
    "goes on to the next field": (page) => the(page).address.focus(),
    "prints the page": (page) => page.evaluate(() => dispatchEvent(new Event("beforeprint"))),
    "points at the mail link": (page) => the(page).mail.hover(),
    "presses on the mail link": (page) => the(page).mail.dispatchEvent("pointerdown"),
    "asks what can be done with the mail link": (page) =>
      the(page).mail.dispatchEvent("contextmenu"),
    "opens the mail link with the middle button": (page) =>
      the(page).mail.dispatchEvent("auxclick"),
    "drags the mail link to elsewhere": (page) => the(page).mail.dispatchEvent("dragstart"),
    "presses a key": (page) => page.keyboard.press("Tab"),
    "copies by hand": (page) => the(page).text.dispatchEvent("copy"),
  }))
    test(`stand in the request once somebody ${how}`, async ({ page }) => {
      await open(page);
      await fillSilently(page);
      await come(page);
      await expectTaken(page);
    });

  /* What a click does by way of assistive technology: nothing comes before it. */
  const click = (control: Locator) =>
    control.evaluate((one: HTMLElement) => {
      one.click();
    });

  for (const [how, press] of Object.entries<(control: Locator) => Promise<void>>({
    "with the mouse": (control) => control.click(),
    "with a key": async (control) => {
      await control.focus();
      await control.press("Enter");
    },
    "by way of assistive technology": click,
  }))
    test(`are copied and not called blank, ${how}`, async ({ page }) => {
      const { copy, said, types } = await open(page);
      const { nonce, pasted } = await paper(page);
      expect(await pasted()).toBe(nonce);
      await fillSilently(page);
      await press(copy);
      await expect(said).toHaveText(template.copied);
      expect(await pasted()).toBe(withSubject(body(filled)));
      await expect(types).toHaveAccessibleDescription("");
      await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
    });

  test("go into the draft and the mail", async ({ page }) => {
    const { mail, said, form } = await open(page);
    const { button, unfold } = the(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await fillSilently(page);
    await unfold();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      click(button(labels.save)),
    ]);
    const { text = "" } = await PostalMime.parse(await content(download));
    expect(text.replaceAll("\r\n", "\n").trimEnd()).toBe(body(filled));

    await form.evaluate((form: HTMLFormElement) => {
      (form.elements.namedItem("name") as HTMLInputElement).value = "Grace";
    });
    await click(mail);
    const grace = body({ ...filled, name: "Grace" }).replaceAll("\n", "\r\n");
    await expect
      .poll(() =>
        asked.filter((url) => url.startsWith("mailto:")).map((url) => decoded(url)["body"]),
      )
      .toEqual([grace]);
    await expect(said).toHaveText(template.nothingOpened);
  });

  test("are printed", async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {};
    });
    const { button, print, unfold } = await open(page);
    await unfold();
    await fillSilently(page);
    await click(button(labels.print));
    expect(await print.textContent()).toBe(withSubject(body(filled)));
  });

  test("are called blank once they have been emptied", async ({ page }) => {
    const { name, copy, said, form } = await open(page);
    await name.fill("Ada");
    await form.evaluate((form: HTMLFormElement) => {
      (form.elements.namedItem("name") as HTMLInputElement).value = "";
    });
    const { nonce, pasted } = await paper(page);
    expect(await pasted()).toBe(nonce);
    await click(copy);
    await expect(said).toHaveText(outcome(template.copied, ...allBlank));
    expect(await pasted()).toBe(withSubject(body()));
    await expect(name).toHaveAccessibleDescription(labels.blanks.name.missing);
  });
});

test("what is read out is written only when its words change", async ({ page }) => {
  const { atCompany, type, detail, name, text, said } = await open(page);
  await atCompany.check();
  await type(detailed).check();
  await detail.fill("漢".repeat(250));
  await text.evaluate((area: HTMLTextAreaElement, words) => {
    const end = area.value.indexOf(words) + words.length;
    area.setSelectionRange(end, end);
  }, template.blanks.name);
  await text.focus();
  await page.keyboard.type("!");
  await name.fill("A");
  const standing = [company.controller ?? "", template.tooLong, labels.lineKept];
  await expect(said).toHaveText(standing);
  const spoken = await page.evaluateHandle(() => {
    const spoken: (string | null)[] = [];
    const observer = new MutationObserver((changes) => {
      spoken.push(...changes.map(({ target }) => target.textContent));
    });
    for (const place of document.querySelectorAll("[role=status], [role=alert], [aria-live]"))
      observer.observe(place, { subtree: true, childList: true, characterData: true });
    return spoken;
  });
  await name.pressSequentially("da, 19 keys at most");
  await page.keyboard.press("Tab");
  await expect(said).toHaveText(standing);
  expect(await spoken.jsonValue()).toEqual([]);
  await detail.fill("short");
  await expect.poll(() => spoken.jsonValue(), "a change is seen").not.toEqual([]);
});

type Hostile = Record<string, string | { readonly typed: string; readonly filled: string }>;

/** What breaks the filling, encoding or sending of a request; and how it is to come out, if not as typed. */
const hostile: readonly Hostile[] = [
  {
    "a replacement pattern": "$& $1 $` $$",
    "the name of a blank": "{country} {name} {detail}",
    "a percent sign": "100% %0d%0aBcc%3A x%40y.z",
  },
  {
    "a header on a new line": { typed: "a\r\nBcc: x@example.org", filled: "a Bcc: x@example.org" },
    "emoji that are joined": "👩‍👩‍👧‍👦 José Ñandú, 🏳️‍🌈",
    "Arabic with bidi controls": { typed: "\u202eمحمد الخوارزمي\u202c", filled: "محمد الخوارزمي" },
  },
  {
    "a letter and its accent apart": { typed: "Zoe\u0308", filled: "Zoë" },
    "what a link is made of": "a&b=c?d#e+f&bcc=x@example.org",
    markup: '<img src=x onerror="alert(1)"> =?utf-8?Q?=41?=',
  },
  {
    "variants of Han characters": "\ufa19\u5d0e \u{2f81f}",
    "signs that look like letters": "5 \u212b 3 \u2126 \u{1f71}",
    "a syllable in parts": {
      typed: "\u1112\u1161\u11ab\u2000\u2329",
      filled: "\ud55c\u2000\u2329",
    },
  },
];

/** Checks that every way out carries one message. */
const expectEverywhere = async (page: Page, message: string, recipient = to): Promise<void> => {
  const { text, print, mail, copy, button, said } = the(page);
  const { subject } = template;
  const { nonce, pasted } = await paper(page);
  await expect(text).toHaveValue(message);
  expect(await print.textContent()).toBe(withSubject(message));
  expect(decoded((await mail.getAttribute("href")) ?? "")).toEqual({
    to: recipient,
    subject,
    body: message.replaceAll("\n", "\r\n"),
  });
  expect(await draft(page)).toEqual({
    to: recipient,
    subject,
    body: message,
    headers: [
      "x-unsent",
      ...(recipient ? ["to"] : []),
      "subject",
      "mime-version",
      "content-type",
      "content-transfer-encoding",
    ],
  });
  expect(await pasted()).toBe(nonce);
  await copy.click();
  await expect(said.filter({ hasText: template.copied })).toBeVisible();
  expect(await pasted()).toBe(withSubject(message));
  await button(labels.copyMessage).click();
  await expect.poll(pasted).toBe(message);
};

test.describe("one message, whatever way it goes", () => {
  for (const cases of hostile)
    test(`carries ${Object.keys(cases).join(", ")} unharmed`, async ({ page }) => {
      const { name, address, type, detail, text } = await open(page);
      await type(detailed).check();
      const fields = { name, address, detail: detail };
      const filled: Filled = { request: detailed.name };
      for (const [at, words] of Object.values(cases).entries()) {
        const field = (["name", "address", "detail"] as const)[at] ?? "name";
        await page.evaluate(
          (typed) => navigator.clipboard.writeText(typed),
          typeof words === "string" ? words : words.typed,
        );
        await fields[field].press("ControlOrMeta+v");
        filled[field] = typeof words === "string" ? words : words.filled;
      }
      filled.detail = `${detailed.detail ?? ""}: ${filled.detail ?? ""}`;
      await expect(text).toHaveValue(body(filled));
      await expectEverywhere(page, body(filled));
    });

  test("carries a half character as the mark that stands for one", async ({ page }) => {
    const { name } = await open(page);
    await name.evaluate((field: HTMLInputElement) => {
      field.value = `a${String.fromCharCode(0xd800)}b`;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await expectEverywhere(page, body({ name: "a\ufffdb" }));
  });

  test("carries what was edited by hand", async ({ page }) => {
    const { name, country, text } = await open(page);
    await name.fill("Ada");
    const own = `\n\nBcc: x@example.org\n$& {country} 100% 👩‍👩‍👧 محمد\n.\nFrom me & "you"`;
    await text.press("ControlOrMeta+End");
    await page.keyboard.insertText(own);
    await expectEverywhere(page, body({ name: "Ada" }) + own);
    await country.selectOption(abroad);
    await expectEverywhere(page, body({ name: "Ada", country: abroad }) + own);
  });
});

test.describe("copying", () => {
  test("takes the address, the subject and the message apart", async ({ page }) => {
    const { name, button, said } = await open(page);
    await name.fill("Ada");
    for (const [part, words] of [
      [labels.copyAddress, to],
      [labels.copySubject, template.subject],
      [labels.copyMessage, body({ name: "Ada" })],
    ] as const) {
      const { nonce, pasted } = await paper(page);
      expect(await pasted()).toBe(nonce);
      await button(part).click();
      await expect(said.filter({ hasText: template.copied })).toBeVisible();
      expect(await pasted()).toBe(words);
      await name.press("End");
      await name.pressSequentially("!");
      await name.press("Backspace");
      await expect(said, "is not said of a text that has changed since").toHaveCount(0);
    }
  });

  test("says nothing before it has copied", async ({ page }) => {
    await page.addInitScript(without.haste);
    await page.clock.install();
    const { copy, said } = await open(page);
    await copy.click();
    await page.clock.runFor(60_000);
    await expect(said).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new Event("copied")));
    await expect(said).toHaveText(outcome(template.copied, ...allBlank));
  });

  test("selects the text and says what to press where nothing can be copied", async ({ page }) => {
    await page.addInitScript(without.permission);
    const { name, copy, said } = await open(page);
    await name.fill("Ada");
    await copy.click();
    await expect(said).toHaveText(outcome(template.notCopied, "request", "country"));
    /* German keyboards name the first of the two keys Strg. */
    await expect(said).toContainText(/(?:Ctrl|Strg)\+C.*Cmd\+C/);
    const whole = withSubject(body({ name: "Ada" }));
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(whole);
    await expect(copy).toBeFocused();
    const { pasted } = await paper(page);
    await page.keyboard.press("ControlOrMeta+c");
    expect((await pasted()).trimEnd()).toBe(whole);
    const letter = page.locator("request-builder pre");
    await expect(letter).toBeVisible();
    await name.fill("Grace");
    await expect(letter, "no second letter stays").toBeHidden();
  });

  test("works where the browser has no clipboard of its own to offer", async ({ page }) => {
    await page.addInitScript(without.clipboard);
    const { name, copy, said } = await open(page);
    expect(await page.evaluate(() => "clipboard" in navigator && navigator.clipboard)).toBe(
      undefined,
    );
    await name.fill("Ada");
    const { nonce, pasted } = await paper(page);
    expect(await pasted()).toBe(nonce);
    await copy.click();
    await expect(said).toHaveText(outcome(template.copied, "request", "country"));
    expect(await pasted()).toBe(withSubject(body({ name: "Ada" })));
  });
});

test.describe("the mail link", () => {
  test("asks for the mail program, and says what to do if none opened", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const { name, mail, said } = await open(page);
    await name.fill("Ada & Bob");
    await mail.click();
    await expect(said).toHaveText(outcome(template.nothingOpened, "request", "country"));
    await expect
      .poll(() => asked.filter((url) => url.startsWith("mailto:")).map(decoded))
      .toEqual([
        {
          to,
          subject: template.subject,
          body: body({ name: "Ada & Bob" }).replaceAll("\n", "\r\n"),
        },
      ]);
    await expect(page).toHaveURL("/request/");
  });

  test("leaves out a text that is too long for it, and says so", async ({ page }) => {
    const { type, detail, mail, text, said, copy } = await open(page);
    const link = async () => (await mail.getAttribute("href")) ?? "";
    await type(detailed).check();
    await detail.fill("漢".repeat(150));
    expect((await link()).length).toBeGreaterThan(1_500);
    await expect(said).toHaveCount(0);
    await detail.fill("漢".repeat(250));
    expect(decoded(await link())).toEqual({
      to,
      subject: template.subject,
      body: template.pasteHere,
    });
    await expect(said).toHaveText(template.tooLong);
    const { pasted } = await paper(page);
    await copy.click();
    await expect(said.filter({ hasText: template.copied })).toBeVisible();
    expect(await pasted()).toBe(withSubject(await text.inputValue()));
    expect(await text.inputValue()).toContain("漢".repeat(250));
    await detail.fill("short");
    await expect(said).toHaveCount(0);
    expect(decoded(await link())["body"]).toContain("short");
  });

  test("never grows beyond 1,900 characters", async ({ page }) => {
    const { name, mail } = await open(page);
    const link = await mail.elementHandle();
    const lengths = await name.evaluate((field: HTMLInputElement, mailLink) => {
      const found: { whole: boolean; length: number }[] = [];
      for (let length = 1_500; length < 1_900; length += 1) {
        field.value = "a".repeat(length);
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        const href = mailLink.getAttribute("href") ?? "";
        found.push({ whole: href.includes(field.value), length: href.length });
      }
      return found;
    }, link);
    const longest = lengths.filter(({ whole }) => whole).map(({ length }) => length);
    expect(Math.max(...longest)).toBe(1_900);
    expect(longest.length).toBeLessThan(lengths.length);
  });
});

test.describe("the text of the request", () => {
  for (const colorScheme of ["light", "dark"] as const)
    test(`has a label above it, and the edges of a field, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const { text, name } = await open(page);
      await expect(text).toHaveAccessibleName(labels.text);
      const label = page.locator("label", { hasText: labels.text });
      await expect(label).toBeVisible();
      const edges = (field: Locator) =>
        field.evaluate((one) => {
          const { borderWidth, borderStyle, borderColor, backgroundColor } = getComputedStyle(one);
          return { borderWidth, borderStyle, borderColor, backgroundColor };
        });
      expect(await edges(text)).toEqual(await edges(name));
      expect(await edges(text)).toMatchObject({ borderWidth: "1px", borderStyle: "solid" });
      const [above, below] = [await label.boundingBox(), await text.boundingBox()];
      expect((below?.y ?? 0) - (above?.y ?? 0)).toBeGreaterThan(20);
    });

  test("takes the focus where its label is clicked", async ({ page }) => {
    const { text } = await open(page);
    await page.getByText(labels.text, { exact: true }).click();
    await expect(text).toBeFocused();
  });
});

test.describe("what is named as blank", () => {
  const fieldOf = (page: Page, blank: Blank) => {
    const { name, country, types, companyAddress } = the(page);
    const request = types.getByRole("radio").first();
    return { name, country, request, company: companyAddress }[blank];
  };

  for (const [how, follow] of Object.entries({
    "with the mouse": (link: Locator) => link.click(),
    "with a finger": (link: Locator) => link.tap(),
    "with a key": (link: Locator) => link.press("Enter"),
  }))
    test.describe(how, () => {
      test.use({ hasTouch: true });

      test("is a link into its field", async ({ page }) => {
        const { copy, said, types, button } = await open(page);
        for (const way of [copy, button(labels.copyMessage)])
          for (const blank of ["name", "country", "request"] as const) {
            await way.click();
            await expect(said).toHaveText(outcome(template.copied, ...allBlank));
            const link = said.getByRole("link", { name: labels.blanks[blank].name, exact: true });
            await follow(link);
            await expect(fieldOf(page, blank)).toBeFocused();
            await expect(fieldOf(page, blank)).toBeInViewport();
            await expect(page, "the address says nothing of it").toHaveURL("/request/");
          }
        await expect(types.locator(":checked"), "nothing is chosen by it").toHaveCount(0);
      });
    });

  test("comes with the next Tab, after the two main ways out", async ({ page }) => {
    const { mail, said } = await open(page);
    await mail.focus();
    await page.keyboard.press("Enter");
    await expect(said).toHaveText(outcome(template.nothingOpened, ...allBlank));
    const link = (blank: Blank) => said.getByRole("link", { name: labels.blanks[blank].name });
    for (const blank of allBlank) {
      await page.keyboard.press("Tab");
      await expect(link(blank)).toBeFocused();
    }
    await link("request").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await expect(the(page).types.getByRole("radio").first()).toBeChecked();
    await the(page).copy.click();
    await expect(said.getByRole("link")).toHaveText([
      labels.blanks.country.name,
      labels.blanks.name.name,
    ]);
  });
});

test("what a group says below its choices is heard with the group", async ({ page }) => {
  const { holders, atCompany, types, copy } = await open(page);
  await expect(holders).toHaveAccessibleDescription("");
  await atCompany.check();
  await expect(holders).toHaveAccessibleDescription(company.controller ?? "");
  await expect(types).toHaveAccessibleDescription("");
  await copy.click();
  await expect(types).toHaveAccessibleDescription(labels.blanks.request.missing);
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, hasTouch: true });

    test("what a thumb is for on a phone is 44 pixels high", async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto("/request/");
      if (javaScriptEnabled) {
        await started(page);
        const { country, type, copy, atCompany, unfold } = the(page);
        await type(detailed).check();
        await country.selectOption(home.name);
        await atCompany.check();
        await unfold();
        await copy.click();
      }
      const targets = javaScriptEnabled
        ? page.locator(
            "request-builder :is(label:has([type=radio]), input:not([type=radio]), select, textarea, button, summary, a[data-mail], [data-said] a)",
          )
        : page.locator(".plain-template a");
      const heights = await targets.filter({ visible: true }).evaluateAll((all) =>
        all.map((one) => ({
          what: one.textContent.trim() || one.getAttribute("name"),
          height: one.getBoundingClientRect().height,
        })),
      );
      expect(heights.length).toBeGreaterThanOrEqual(javaScriptEnabled ? 20 : rights.length);
      expect(heights.filter(({ height }) => height < 44)).toEqual([]);
    });
  });

test("a way out marks the blanks that are left, without standing in the way", async ({ page }) => {
  const { name, country, types, type, text, copy, button, said } = await open(page);
  /** Checks what the fields say of themselves, to the eye and to assistive technology. */
  const expectBlank = async (...blanks: readonly Blank[]) => {
    for (const [blank, field] of [
      ["name", name],
      ["country", country],
      ["request", types],
    ] as const) {
      const { missing } = labels.blanks[blank];
      const isBlank = blanks.includes(blank);
      const note = page.getByText(missing, { exact: true }).filter({ visible: true });
      await expect(note).toHaveCount(Number(isBlank));
      await expect(field).toHaveAccessibleDescription(isBlank ? missing : "");
      /* A group has no such state. */
      if (field !== types)
        await expect(page.locator("[aria-invalid=true]").and(field)).toHaveCount(Number(isBlank));
    }
  };
  await expectBlank();
  const { pasted } = await paper(page);
  await copy.click();
  await expect(said.filter({ hasText: template.copied })).toBeVisible();
  expect(await pasted()).toBe(withSubject(body()));
  await expectBlank(...allBlank);
  await name.fill("Ada");
  await expectBlank("request", "country");
  await country.selectOption(home.name);
  await expectBlank("request");
  await button(labels.copyMessage).click();
  await expectBlank("request");
  await type(plain).check();
  await expectBlank();
  await button(labels.copyMessage).click();
  await expectBlank();
  await name.fill("");
  await expectBlank("name");
  await text.fill(body({ name: "Ada", country: home.name, request: plain.name }));
  await expectBlank();
  await button(labels.clear).click();
  await name.fill("Ada");
  await expectBlank();
});

for (const [width, height] of [
  [1280, 720],
  [360, 640],
] as const)
  test(`what came of a way out is said in view, with what is still blank, at ${String(width)} × ${String(height)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.addInitScript(() => {
      window.print = () => {};
    });
    const { name, country, type, button, copy, mail, said, unfold } = await open(page);
    /* What a thumb presses may stand at the foot of the screen. */
    const press = async (control: Locator) => {
      await control.evaluate((element) => {
        element.scrollIntoView({ block: "end" });
      });
      await control.click();
    };
    const expectSaid = async (words: string) => {
      await expect(said).toHaveText(words);
      await expect(said).toBeInViewport({ ratio: 1 });
    };
    for (const control of [
      copy,
      ...[labels.copyAddress, labels.copySubject, labels.copyMessage].map(button),
    ]) {
      await press(control);
      await expectSaid(outcome(template.copied, ...allBlank));
      await expect(control, "is not moved out of view").toBeInViewport();
    }
    await press(mail);
    await expectSaid(outcome(template.nothingOpened, ...allBlank));
    await unfold();
    await downloaded(page, button(labels.save));
    await expectSaid(outcome(labels.downloading(labels.emailFile), ...allBlank));
    await press(button(labels.print));
    await expectSaid(outcome(labels.printing, ...allBlank));
    await name.fill("Ada");
    await country.selectOption(home.name);
    await expect(said, "is not said of a request that has changed since").toHaveCount(0);
    await press(copy);
    await expectSaid(outcome(template.copied, "request"));
    await type(plain).check();
    await press(copy);
    await expectSaid(template.copied);
  });

test("the list of contents marks the request, and no other section, while one is in it", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { form, text } = await open(page);
  const contents = page.locator(".contents");
  test.skip((await contents.count()) === 0, "the page has too few sections for a list of them");
  const marked = () =>
    contents.evaluate((list) => list.querySelector<HTMLAnchorElement>("a:target-current")?.hash);
  await expect.poll(marked).toBe("#Request");
  const fields = form.locator("input, select").filter({ visible: true });
  for (const field of [...(await fields.all()), text]) {
    await field.focus();
    await expect.poll(marked).toBe("#Request");
  }
  await page.locator("main h2").last().scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
  });
  await expect.poll(marked).not.toBe("#Request");
  await contents.getByRole("link", { name: labels.title, exact: true }).click();
  await expect(form.getByRole("radio").first()).toBeInViewport();
  await expect.poll(marked).toBe("#Request");
});

test.describe("the letter", () => {
  test("is a sheet of rows, each with its own copy control beside it", async ({ page }) => {
    const { button, text, request } = await open(page);
    for (const [label, name] of [
      [labels.to, labels.copyAddress],
      [labels.subject, labels.copySubject],
      [labels.text, labels.copyMessage],
    ] as const) {
      const control = button(name);
      await expect(control).toHaveText(labels.copyThis);
      const row = await request.getByText(label).first().boundingBox();
      const beside = await control.boundingBox();
      const middle = (beside?.y ?? 0) + (beside?.height ?? 0) / 2;
      expect(middle, name).toBeGreaterThan(row?.y ?? 0);
      expect(middle, name).toBeLessThan((row?.y ?? 0) + (row?.height ?? 0));
    }
    await expect(text).toHaveAccessibleName(labels.text);
  });

  test("has one thing to do, and keeps the rest folded below", async ({ page }) => {
    const { copy, mail, button, unfold, form } = await open(page);
    const filled = await form
      .locator("button, a, summary")
      .filter({ visible: true })
      .evaluateAll((all) =>
        all
          .filter((one) => getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)")
          .map((one) => one.textContent.trim()),
      );
    expect(filled).toEqual([labels.copy]);
    const topOf = async (control: Locator) => (await control.boundingBox())?.y ?? 0;
    expect(await topOf(mail)).toBe(await topOf(copy));
    for (const name of [labels.save, labels.print]) await expect(button(name)).toBeHidden();
    await unfold();
    for (const name of [labels.save, labels.print]) {
      await expect(button(name)).toBeVisible();
      expect(await topOf(button(name))).toBeGreaterThan(await topOf(copy));
    }
  });

  test("says once what came of each way out", async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {};
    });
    const { button, copy, mail, country, type, name, unfold } = await open(page);
    await country.selectOption(home.name);
    await type(plain).check();
    await name.fill("Ada");
    await unfold();
    const spoken = await page.evaluateHandle(() => {
      const spoken: string[] = [];
      const observer = new MutationObserver(([{ target } = { target: document }]) => {
        if (target.textContent) spoken.push(target.textContent);
      });
      for (const place of document.querySelectorAll("[role=status]"))
        observer.observe(place, { subtree: true, childList: true, characterData: true });
      return spoken;
    });
    const calendar = button(labels.calendar);
    const expected: string[] = [];
    for (const [control, words] of [
      [copy, template.copied],
      [button(labels.copyAddress), template.copied],
      [mail, template.nothingOpened],
      [button(labels.save), labels.downloading(labels.emailFile)],
      [button(labels.print), labels.printing],
      [calendar, labels.downloading(labels.calendarFile)],
      [calendar, labels.downloading(labels.calendarFile)],
    ] as const) {
      await control.click();
      expected.push(words);
      await expect.poll(() => spoken.jsonValue()).toEqual(expected);
    }
  });
});

test.describe("on a phone", () => {
  const within = async (page: Page) => {
    const { copy, mail } = the(page);
    for (const control of [copy, mail]) await expect(control).toBeInViewport({ ratio: 1 });
  };

  for (const size of [
    { width: 360, height: 740 },
    { width: 320, height: 568 },
    { width: 768, height: 1024 },
  ])
    test.describe(`of ${String(size.width)} by ${String(size.height)}`, () => {
      test.use({ viewport: size });

      test("the two main ways out stay in reach while one fills in", async ({ page }) => {
        const { form, text } = await open(page);
        const fields = form.locator("input, select").filter({ visible: true });
        for (const field of [...(await fields.all()), text]) {
          await field.focus();
          await within(page);
        }
        const { copy, said } = the(page);
        await the(page).name.focus();
        await copy.click();
        await expect(said).toHaveText(outcome(template.copied, ...allBlank));
        await expect(said).toBeInViewport({ ratio: 1 });
        await expect(the(page).name, "nobody loses their place").toBeInViewport({ ratio: 1 });
      });

      test("the line that one types in is not below them", async ({ page }) => {
        const { text } = await open(page);
        await text.press("ControlOrMeta+End");
        await page.keyboard.type("\n.".repeat(12));
        const over = await page.locator(".ways").boundingBox();
        const area = await text.boundingBox();
        expect((area?.y ?? 0) + (area?.height ?? 0)).toBeLessThanOrEqual(over?.y ?? 0);
      });

      test("what came of them leaves room for the request", async ({ page }) => {
        const { copy, said } = await open(page);
        await copy.click();
        await expect(said).toHaveText(outcome(template.copied, ...allBlank));
        const { height = 0 } = (await page.locator(".ways").boundingBox()) ?? {};
        expect(height).toBeLessThanOrEqual(size.height / 3);
      });

      for (const isSaid of [false, true])
        test(`hide nothing that has the focus${isSaid ? ", with what came of them" : ""}`, async ({
          page,
        }) => {
          const { copy, form, atCompany, said } = await open(page);
          await atCompany.check();
          if (isSaid) {
            await copy.click();
            await expect(said.last()).toContainText(template.copied);
          }
          for (const direction of ["Tab", "Shift+Tab"]) {
            await form.locator(direction === "Tab" ? "input >> nth=0" : "textarea").focus();
            for (let stop = 0; stop < 12; stop += 1) {
              const hidden = await page.evaluate(() => {
                const { activeElement: at } = document;
                const bar = document.querySelector(".ways");
                if (!at || !bar || bar.contains(at)) return undefined;
                const { top, bottom } = at.getBoundingClientRect();
                const over = bar.getBoundingClientRect();
                const isHigh = bottom - top > innerHeight - over.height;
                const isHidden = !isHigh && bottom > over.top && top < over.bottom;
                return isHidden ? at.outerHTML : undefined;
              });
              expect(hidden).toBe(undefined);
              await page.keyboard.press(direction);
            }
          }
        });
    });

  for (const [where, size] of Object.entries({
    "at 400 % zoom": { width: 320, height: 256 },
    "on its side": { width: 740, height: 360 },
    "on a wide screen": { width: 1280, height: 800 },
  }))
    test(`they are where they stand ${where}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page);
      await expect(page.locator(".ways")).toHaveCSS("position", "static");
    });

  test("they are not in the way where there is no script, and not on paper", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.route("**/_astro/*.js", (route) => route.abort());
    await page.goto("/request/");
    await expect(page.locator(".ways")).toHaveCSS("position", "static");
    await page.unroute("**/_astro/*.js");
    await open(page);
    await expect(page.locator(".ways")).toHaveCSS("position", "sticky");
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".ways")).toBeHidden();
  });
});

test.describe("who holds the data", () => {
  test("is asked first, with an answer for each that changes the letter", async ({ page }) => {
    const { form, holders, atOrganization } = await open(page);
    const first = form.getByRole("list").first().getByRole("listitem").first();
    await expect(first.getByRole("group")).toHaveAccessibleName(labels.holder);
    await expect(holders.getByRole("radio")).toHaveCount(1 + relationships.length - direct.length);
    for (const { name = "" } of direct) {
      await expect(holders.getByRole("radio", { name, exact: true })).toHaveCount(0);
      await expect(holders.getByText(name)).toBeVisible();
    }
    await expect(atOrganization).toHaveAccessibleDescription(
      direct.map(({ name = "" }) => name).join(" · "),
    );
  });

  test("changes whom the letter goes to, and how it begins", async ({ page }) => {
    const { atOrganization, atCompany, companyAddress, name, button, request, said, text } =
      await open(page);
    await name.fill("Ada");
    await atOrganization.check();
    await expect(companyAddress).toBeHidden();
    await expectEverywhere(page, body({ name: "Ada" }));
    await atCompany.check();
    await expect(page.getByText(company.controller ?? "").filter({ visible: true })).toHaveCount(2);
    const letter = body({ ...toCompany, name: "Ada" });
    expect(letter, "the content has an introduction for it").not.toBe(body({ name: "Ada" }));
    await expect(request).not.toContainText(to);
    await expect(request).toContainText(labels.toCompany);
    await expect(button(labels.copyAddress)).toBeHidden();
    await expectEverywhere(page, letter, "");
    await companyAddress.fill(" privacy@acme.example ");
    await expect(request).toContainText(`${labels.to} privacy@acme.example`);
    await expect(button(labels.copyAddress)).toBeVisible();
    await expectEverywhere(page, letter, "privacy@acme.example");
    await atOrganization.check();
    await expect(said).toHaveCount(0);
    await expect(text).toHaveValue(body({ name: "Ada" }));
    await expect(companyAddress).toBeHidden();
    await expectEverywhere(page, body({ name: "Ada" }));
    await atCompany.check();
    await expect(companyAddress, "what was typed is kept").toHaveValue(" privacy@acme.example ");
  });

  test("changes whom the letter goes to also where it begins alike", async ({ page }) => {
    await page.route("/request/", async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        /(name="introduction" value=")[^"]+(" data-controller)/,
        "$1$2",
      );
      await route.fulfill({ response, body: html });
    });
    const { atCompany, atOrganization, request, mail } = await open(page);
    await atOrganization.check();
    await atCompany.check();
    await expect(request).toContainText(labels.toCompany);
    expect(decoded((await mail.getAttribute("href")) ?? "")["to"]).toBe("");
  });

  test("is not asked where nobody else does", async ({ page }) => {
    await page.route("/request/", async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        /<li[^>]*>(?:(?!<li)[^])*?introduction[^]*?<\/li>/,
        "",
      );
      await route.fulfill({ response, body: html });
    });
    const { country, form, name, next } = await open(page);
    await expect(form.locator("[name=introduction]")).toHaveCount(0);
    await name.fill("Ada");
    await country.selectOption(home.name);
    await expect(next).toBeVisible();
    await expectEverywhere(page, body({ name: "Ada", country: home.name }));
  });

  test("is one company with one address, whatever is typed", async ({ page }) => {
    const { atCompany, companyAddress, request, mail } = await open(page);
    await atCompany.check();
    const recipient = async () => decoded((await mail.getAttribute("href")) ?? "")["to"];
    for (const typed of [
      "acme",
      "acme.example",
      "a@b.example, c@d.example",
      "a@b.example;c@d.example",
      "a@b.example?bcc=c@d.example",
      "a@b.example&bcc=c@d.example",
      "a@b.example%0d%0aBcc: c@d.example",
      "Acme <a@b.example>",
      "a@b@c.example",
      "a@b example",
      "a@999.999.999.999",
      "a@1",
      "a@example",
      "a@.example",
      "a@b..example",
      "a@b.example.",
      "a@-.example",
      "a@-b.example",
      ".a@b.example",
      "a..b@b.example",
      "@b.example",
      "a@",
    ]) {
      await companyAddress.fill(typed);
      expect(await recipient(), typed).toBe("");
      await expect(request).toContainText(labels.toCompany);
    }
    for (const typed of ["a+b&c?d=e@b.example", "josé@müller.example", "a.b@x-y.1a.example"]) {
      await companyAddress.fill(typed);
      expect(await recipient()).toBe(typed);
      const { to: inDraft } = await draft(page);
      expect(inDraft.split("@")[0]).toBe(typed.split("@")[0]);
    }
  });

  test("is asked for by its address, once a way out has been taken without it", async ({
    page,
  }) => {
    const { atOrganization, atCompany, companyAddress, copy, said } = await open(page);
    await atCompany.check();
    await expect(companyAddress).toHaveAccessibleDescription("");
    await copy.click();
    await expect(said.last()).toHaveText(outcome(template.copied, "company", ...allBlank));
    await expect(companyAddress).toHaveAccessibleDescription(labels.blanks.company.missing);
    await said.getByRole("link", { name: labels.blanks.company.name }).click();
    await expect(companyAddress).toBeFocused();
    await companyAddress.fill("privacy@acme.example");
    await expect(companyAddress).toHaveAccessibleDescription("");
    await atOrganization.check();
    await copy.click();
    await expect(said).toHaveText(outcome(template.copied, ...allBlank));
  });
});

test.describe("the steps", () => {
  test("are numbered, each with one question", async ({ page }) => {
    const { form } = await open(page);
    const steps = form.getByRole("list").first().getByRole("listitem");
    await expect(steps).toHaveCount(5);
    const questions = [labels.holder, labels.type, labels.country, labels.name, labels.address];
    for (const [at, step] of (await steps.all()).entries()) {
      await expect(step.getByText(String(at + 1), { exact: true })).toBeVisible();
      const question = step.locator("legend, label").first();
      await expect(question).toBeVisible();
      expect((await question.innerText()).trim().split("\n")[0]).toBe(questions[at]);
      await expect(
        step.locator("legend, label:not(fieldset label)").filter({ visible: true }),
      ).toHaveCount(1);
    }
  });

  for (const [how, script] of Object.entries({ "with its script": "none", "without one": "*.js" }))
    test(`say of a right what it is once it is chosen, ${how}`, async ({ page }) => {
      await page.route(`**/_astro/${script}`, (route) => route.abort());
      await page.goto("/request/");
      const about = (id: string) => page.locator(`[id="About-${id}"]`);
      for (const { id } of rights) await expect(about(id)).toBeHidden();
      for (const chosen of rights) {
        await the(page).type(chosen).check();
        for (const { id } of rights)
          await expect(about(id)).toBeVisible({ visible: id === chosen.id });
        await expect(about(chosen.id)).toHaveText(chosen.description);
      }
    });

  test("say of a right what it is to those who hear it, before they choose", async ({ page }) => {
    const { type } = await open(page);
    for (const right of rights) {
      await expect(type(right)).toHaveAccessibleName(right.name);
      await expect(type(right)).toHaveAccessibleDescription(right.description);
    }
  });

  test("hide nothing where a browser does not know by what they open", async ({ page }) => {
    await page.route("**/request/", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(":has(", ":is-unknown(");
      const headers = { ...response.headers(), "content-security-policy": "" };
      await route.fulfill({
        response,
        headers,
        body: body.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
      });
    });
    const { companyAddress } = await open(page);
    await expect(companyAddress).toBeVisible();
    for (const { id } of rights) await expect(page.locator(`[id="About-${id}"]`)).toBeVisible();
  });
});

test.describe("the country", () => {
  test("leaves the rights in their order, and withholds none", async ({ page }) => {
    const { country, types, type } = await open(page);
    await type(last).check();
    const shown = () =>
      types.getByRole("radio").evaluateAll((all) => all.map((radio) => radio.dataset["right"]));
    const inOrder = rights.map(({ id }) => id);
    expect(await shown()).toEqual(inOrder);
    const ruled = laws.map(({ id }) => countries.find(({ laws }) => laws.includes(id))?.name);
    for (const place of [...ruled, lawless, home.name]) {
      if (place === undefined) continue;
      await country.selectOption(place);
      expect(await shown(), place).toEqual(inOrder);
      await expect(type(last)).toBeChecked();
    }
  });

  test("is one of all that the facts have, and no other", async ({ page }) => {
    const { country } = await open(page);
    const names = await country.locator("option").allInnerTexts();
    expect(names.slice(1)).toEqual(countries.map(({ name }) => name));
  });

  /** Countries of which no two have the same laws and holidays. */
  const places = countries.filter(
    ({ laws, holidays }, at) =>
      countries.findIndex(
        (other) => String([other.laws, other.holidays]) === String([laws, holidays]),
      ) === at,
  );

  test("tells of each of its laws, the main one first, the day that is sure for the chosen right, or that none is", async ({
    page,
  }) => {
    test.slow();
    await page.clock.setFixedTime("2026-01-31T12:00");
    const { country, type, next, button } = await open(page);
    await expect(next).toBeHidden();
    let timed = 0;
    for (const { name, laws: ids, holidays } of places) {
      await country.selectOption(name);
      for (const right of rights) {
        await type(right).check();
        const where = `${name}, ${right.id}`;
        const giving = ids.filter((id) => laws.some((law) => law.id === id)).map(lawNamed);
        const applicable = giving.filter((law) => law.rights.includes(right.id));
        const paragraphs = next.locator("p").filter({ hasNotText: template.disclaimer });
        const said = (await paragraphs.allInnerTexts()).filter((text) => text !== "");
        if (applicable.length === 0) {
          const [text] = said;
          expect(text, where).toBe(giving.length === 0 ? says.noLaw(name) : says.noDeadline(name));
        } else expect(said.slice(0, applicable.length).length, where).toBe(applicable.length);
        const days = applicable.flatMap(({ id, authority }, at) => {
          const text = said[at] ?? "";
          const period = periodOf(id, right.id);
          expect(text, where).toContain(lawNamed(id).name);
          expect(text, where).toContain(authority.name);
          if (!period) {
            expect(text, where).toContain(words.deadlines.unconfirmed);
            expect(text.replace(lawNamed(id).name, ""), where).not.toMatch(/\d/);
            return [];
          }
          const day = due(period, holidays);
          expect(text, where).toContain(words.date(day));
          expect(text, where).toContain(words.deadlines.within(period));
          return [day];
        });
        await expect(button(labels.calendar)).toBeVisible({ visible: days.length > 0 });
        await expect(next).toContainText(template.disclaimer);
        timed += days.length;
      }
    }
    expect(timed).toBeGreaterThan(10);
  });

  test("links each law's authority", async ({ page }) => {
    const { country, type, next } = await open(page);
    for (const {
      id,
      rights: [given],
      authority,
    } of laws) {
      const place = countries.find(({ laws }) => laws.includes(id));
      const right = rights.find((one) => one.id === given);
      if (!place || !right || !authority.url) continue;
      await country.selectOption(place.name);
      await type(right).check();
      await expect(next.getByRole("link", { name: authority.name })).toHaveAttribute(
        "href",
        new RegExp(`^${authority.url}/?$`),
      );
    }
  });

  test("gives no day before a right is chosen", async ({ page }) => {
    const { country, type, next, button } = await open(page);
    await country.selectOption(home.name);
    await expect(next).toContainText(says.chooseType);
    await expect(next).not.toContainText(/\d/);
    await expect(button(labels.calendar)).toBeHidden();
    await type(plain).check();
    await expect(next).not.toContainText(says.chooseType);
    await expect(button(labels.calendar)).toBeVisible();
  });

  /** What a country has, in place of what the content has for the home country. */
  interface Invented {
    readonly laws: Readonly<Record<string, RequestContent["laws"][string]>>;
    readonly order: readonly string[];
    readonly holidays?: readonly string[];
  }

  const openWith = async (page: Page, { laws, order, holidays = [] }: Invented) => {
    await page.route("**/request/content.js", async (route) => {
      const response = await route.fetch();
      const own = JSON.parse(
        (await response.text()).replace("export default ", ""),
      ) as RequestContent;
      const content = {
        ...own,
        laws: { ...own.laws, ...laws },
        countries: own.countries.map((country) =>
          country[0] === home.name ? [home.name, order, holidays] : country,
        ),
      };
      await route.fulfill({ response, body: `export default ${JSON.stringify(content)}` });
    });
    const parts = await open(page);
    await parts.country.selectOption(home.name);
    await parts.type(plain).check();
    return parts;
  };

  const entryOf = async (page: Page) => {
    const file = (await downloaded(page, the(page).button(labels.calendar))).toString();
    expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
    const [entry, ...others] = calendar.getAllSubcomponents("vevent");
    expect(others).toEqual([]);
    return { file, ...eventOf(needed(entry, "calendar entry")) };
  };

  const eventOf = (entry: InstanceType<typeof ICAL.Component>) => {
    const { startDate, endDate, summary, description } = new ICAL.Event(entry);
    return { startDate, endDate, summary, description };
  };

  const within = (count: number) => words.deadlines.within({ count, unit: "days" });
  const days = (count: number) => ({ count, unit: "days" as const, time: within(count) });
  const [one = "", two = "", three = ""] = laws.map(({ id }) => id);

  test("has its laws in its own order, and the calendar the earliest of their days", async ({
    page,
  }) => {
    await page.clock.setFixedTime("2026-01-31T12:00");
    const { next } = await openWith(page, {
      order: [three, one, two],
      laws: {
        [one]: { rights: { [plain.id]: days(10) } },
        [two]: { rights: { [plain.id]: null } },
        [three]: { rights: { [plain.id]: days(45) } },
      },
    });
    const shown = (await next.locator("p").allInnerTexts()).slice(0, 3);
    for (const [at, id] of [three, one, two].entries())
      expect(shown[at]).toMatch(new RegExp(`^${RegExp.escape(lawNamed(id).name)}:`));
    expect(shown[0]).toContain(words.date("2026-03-17"));
    expect(shown[1]).toContain(words.date("2026-02-10"));
    expect(shown[2]).toContain(words.deadlines.unconfirmed);
    const { startDate, description } = await entryOf(page);
    expect(startDate.toString()).toBe("2026-02-10");
    expect(description).toContain(`${lawNamed(one).name}: `);
    expect(description).toContain(within(10));
  });

  const rule = "It ends with the next working day (Article 9).";

  interface LastDayCase {
    readonly now: string;
    readonly holidays?: readonly string[];
    readonly off?: keyof typeof says.lastDay;
    readonly unit?: Period["unit"];
    /** The last day, if it is not ten days from now. */
    readonly counted?: string;
  }

  const cases: readonly LastDayCase[] = [
    { now: "2026-01-28", off: "saturday" },
    { now: "2026-01-29", off: "sunday" },
    { now: "2026-01-30" },
    { now: "2026-01-30", holidays: ["2026-02-09"], off: "holiday" },
    { now: "2026-01-30", holidays: ["2026-02-10"] },
    { now: "2026-01-30", holidays: ["2025-02-09"] },
    { now: "2026-01-28", holidays: ["2026-02-07"], off: "saturday" },
    { now: "2026-01-30", unit: "business days", counted: "2026-02-13" },
    {
      ...{ now: "2026-01-30", unit: "business days", counted: "2026-02-16" },
      holidays: ["2026-02-06"],
    },
  ];

  for (const { now, holidays, off, unit, counted } of cases)
    for (const lastDay of [rule, undefined])
      test(`says of ten ${unit ?? "days"} from ${now} what the last day is (${off ?? "a working day"}; holidays: ${String(holidays ?? "none")}), and ${lastDay ? "the" : "no"} rule`, async ({
        page,
      }) => {
        await page.clock.setFixedTime(`${now}T12:00`);
        const period = { ...days(10), unit: unit ?? "days" };
        const { next } = await openWith(page, {
          ...{ order: [one], holidays: holidays ?? [] },
          laws: {
            [one]: { rights: { [plain.id]: period }, ...(lastDay && { lastDay }) },
          },
        });
        const day = counted ?? new Date(Date.parse(now) + 10 * 86_400_000).toISOString();
        await expect(next).toContainText(words.date(day.slice(0, 10)));
        const { description, startDate } = await entryOf(page);
        expect(startDate.toString(), "the day itself is not moved").toBe(day.slice(0, 10));
        const isKnown = holidays?.some((one) => one.startsWith("2026")) ?? false;
        for (const text of [await next.innerText(), description]) {
          for (const [kind, words] of Object.entries(says.lastDay))
            expect(text.includes(words), words).toBe(kind === off);
          expect(text.includes(rule), rule).toBe(off !== undefined && lastDay !== undefined);
          expect(text.includes(says.businessDays)).toBe(unit === "business days");
          expect(text.includes(says.noHolidays)).toBe(!isKnown);
        }
      });

  test("is no obstacle where no law is recorded", async ({ page }) => {
    const { country, type, next, button, name } = await open(page);
    await name.fill("Ada");
    await country.selectOption(lawless);
    await type(detailed).check();
    await expect(next).toContainText(says.noLaw(lawless));
    await expect(button(labels.calendar)).toBeHidden();
    await expectEverywhere(page, body({ name: "Ada", country: lawless, request: detailed.name }));
  });

  for (const [timezoneId, now] of [
    ["America/Los_Angeles", "2026-02-01T05:00:00Z"],
    ["Pacific/Kiritimati", "2026-01-30T12:00:00Z"],
  ] as const)
    test.describe(`in ${timezoneId}`, () => {
      test.use({ timezoneId });

      test("gives a day to the calendar, counted from today there, and nothing that was typed", async ({
        page,
      }) => {
        await page.clock.setFixedTime(now);
        const { country, type, name, address, next, text } = await open(page);
        await name.fill("Canary");
        await address.fill("canary@example.org");
        await text.press("ControlOrMeta+End");
        await page.keyboard.type("\nA canary sings.");
        await country.selectOption(home.name);
        await type(plain).check();
        const [main = ""] = home.laws;
        const period = needed(periodOf(main, plain.id), "period");
        const day = due(period, home.holidays);
        await expect(next).toContainText(words.date(day));
        const { file, startDate, endDate, summary, description } = await entryOf(page);
        expect(file).not.toMatch(/canary/i);
        expect(startDate.isDate).toBe(true);
        expect(startDate.toString()).toBe(day);
        expect(endDate.subtractDate(startDate).toSeconds()).toBe(24 * 60 * 60);
        expect(summary).toContain(template.subject);
        expect(description).toContain(`${lawNamed(main).name}: `);
        expect(description).toContain(words.deadlines.within(period));
      });
    });
});

test.describe("the address of the page", () => {
  test("chooses the type that it names, at the start and whenever it changes", async ({ page }) => {
    for (const right of rights) {
      const { type, text } = await open(page, `#${right.id}`);
      await expect(type(right)).toBeChecked();
      await expect(type(right)).toBeInViewport();
      await expect(text).toHaveValue(body({ request: right.name }));
      await page.goto("about:blank");
    }
    const { type, text, name } = await open(page);
    await name.fill("Ada");
    for (const right of rights) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, right.id);
      await expect(type(right)).toBeChecked();
      await expect(text).toHaveValue(body({ name: "Ada", request: right.name }));
    }
    await page.evaluate(() => {
      location.hash = "%22]nothing";
    });
    await expect(type(last)).toBeChecked();
  });

  test("leads from each right to its request", async ({ page }) => {
    await page.goto(pathShowing("Rights"));
    const link = (id: string) => page.getByRole("main").locator(`a[href="/request/#${id}"]`);
    for (const { id, name } of rights) await expect(link(id)).toContainText(name);
    await link(last.id).click();
    await expect(page).toHaveURL(`/request/#${last.id}`);
    await expect(the(page).type(last)).toBeChecked();
  });
});

test.describe("starting over", () => {
  const fill = async (page: Page) => {
    const parts = await open(page);
    await parts.atCompany.check();
    await parts.copy.click();
    await expect(parts.said.filter({ hasText: template.copied })).toBeVisible();
    await parts.name.fill("Ada");
    await parts.address.fill("ada@example.org");
    await parts.country.selectOption(home.name);
    await parts.type(detailed).check();
    await parts.detail.fill("漢".repeat(250));
    await parts.companyAddress.fill("privacy@acme.example");
    await parts.text.press("ControlOrMeta+End");
    await page.keyboard.type("\nPlease hurry.");
    return parts;
  };

  test("one more request keeps who asks, and clears what was asked", async ({ page }) => {
    const { atCompany, button, name, address, country, types, type, form, text, said, next } =
      await fill(page);
    const { request } = the(page);
    await button(labels.again).click();
    const first = types.getByRole("radio").first();
    await expect(first, "is where one goes on").toBeFocused();
    await expect(first).toBeInViewport();
    await expect(said.filter({ hasText: labels.nextOne })).toHaveCount(1);
    await expect(name).toHaveValue("Ada");
    await expect(address).toHaveValue("ada@example.org");
    await expect(country.locator("option:checked")).toHaveText(home.name);
    await expect(types.locator(":checked")).toHaveCount(0);
    await expect(form.locator("input[name=detail]")).toHaveValue("");
    await expect(form.locator("input[name=detail]")).toBeHidden();
    const kept = { ...toCompany, name: "Ada", address: "ada@example.org", country: home.name };
    await expect(atCompany).toBeChecked();
    await expect(request).toContainText(`${labels.to} privacy@acme.example`);
    await expect(text).toHaveValue(body(kept));
    await expect(said.filter({ hasText: template.tooLong })).toHaveCount(0);
    await expect(next).toBeVisible();
    await type(otherPlain).check();
    await expect(text).toHaveValue(body({ ...kept, request: otherPlain.name }));
  });

  test("one more request can be undone, and all is as it was", async ({ page }) => {
    const { button, form, text } = await fill(page);
    const before = await fields(form);
    await button(labels.again).click();
    expect(await fields(form)).not.toEqual(before);
    await button(labels.undo).click();
    expect(await fields(form)).toEqual(before);
    await expect(text).toHaveValue(/\nPlease hurry\.$/);
  });

  /** What stands in every field, and which choices are made. */
  const fields = (form: Locator) =>
    form.evaluate((form: HTMLFormElement) =>
      [...form.querySelectorAll<HTMLInputElement>("input, select, textarea")].map(
        ({ type, value, checked }) => (type === "radio" ? checked : value),
      ),
    );

  test("clearing looks like a link, forgets everything, and says so", async ({ page }) => {
    const { button, form, text, said, next, request, print } = await fill(page);
    const clear = button(labels.clear);
    await expect(clear).toHaveCSS("text-decoration-line", "underline");
    await expect(clear).toHaveCSS("border-width", "0px");
    await clear.click();
    await expect(text).toHaveValue(body());
    await expect(print).toHaveText(withSubject(body()));
    await expect(form.locator(":checked:not(option)")).toHaveCount(0);
    for (const field of await form.locator("input:not([type=radio]), select").all())
      await expect(field).toHaveValue("");
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
    for (const { missing } of Object.values(labels.blanks))
      await expect(page.getByText(missing, { exact: true }).filter({ visible: true })).toHaveCount(
        0,
      );
    await expect(next).toBeHidden();
    await expect(request).toContainText(`${labels.to} ${to}`);
    await expect(said).toHaveCount(1);
    await expect(said).toHaveText(labels.cleared);
    const html = await page.locator("request-builder").innerHTML();
    expect(html).not.toMatch(/Ada|hurry|漢|ada@|acme/);
  });

  test("clearing can be undone, and all is as it was", async ({ page }) => {
    const { button, form, said, request, copy } = await fill(page);
    const { pasted } = await paper(page);
    const before = await fields(form);
    const shown = await request.innerText();
    await button(labels.clear).click();
    expect(await fields(form)).not.toEqual(before);
    /* A way out is no change. */
    await copy.click();
    await expect(said).toHaveText(outcome(template.copied, ...allBlank));
    await button(labels.undo).click();
    await expect(button(labels.clear)).toBeFocused();
    await expect(said.last()).toHaveText(labels.restored);
    await expect(button(labels.undo)).toHaveCount(0);
    expect(await fields(form)).toEqual(before);
    expect(await request.innerText()).toBe(shown);
    await expect(page.getByText(labels.blanks.name.missing)).toBeHidden();
    await copy.click();
    await expect.poll(pasted).toContain("\nPlease hurry.");
    await the(page).name.fill("Grace");
    await expect(the(page).text).toHaveValue(/Grace/);
    await expect(the(page).text).toHaveValue(/\nPlease hurry\.$/);
  });

  for (const [how, change] of Object.entries<(page: Page) => Promise<unknown>>({
    "types into a field": (page) => the(page).name.fill("Grace"),
    "makes a choice": (page) => the(page).type(plain).check(),
    "writes into the message": (page) => the(page).text.press("a"),
    "has a field filled without a word": async (page) => {
      await the(page).name.evaluate((field: HTMLInputElement) => {
        field.value = "Grace";
      });
      await page.keyboard.press("Shift");
    },
  }))
    test(`clearing cannot be undone any more once somebody ${how}`, async ({ page }) => {
      const { button, said } = await fill(page);
      await button(labels.clear).click();
      await expect(button(labels.undo)).toBeVisible();
      await change(page);
      await expect(button(labels.undo)).toHaveCount(0);
      await expect(said).toHaveCount(0);
      await button(labels.clear).click();
      await button(labels.undo).click();
      await expect(page.locator("request-builder")).not.toContainText("Please hurry.");
    });

  test("what was cleared is kept nowhere but on the page", async ({ page, seen }) => {
    const { button, name } = await fill(page);
    await button(labels.clear).click();
    expect(await kept(page)).toEqual([]);
    expect(seen.foreign).toEqual([]);
    await page.reload();
    await started(page);
    await expect(button(labels.undo)).toHaveCount(0);
    await expect(name).toHaveValue("");
  });
});

test.describe("what was there before the script", () => {
  test("is kept, and stands in the text", async ({ page }) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/request/content.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/request/", { waitUntil: "commit" });
    const { name, type, text, mail, print } = the(page);
    await name.fill("Ada");
    await type(otherPlain).check();
    await text.press("ControlOrMeta+End");
    await page.keyboard.type("\nPlease hurry.");
    await expect(text).toHaveValue(`${body()}\nPlease hurry.`);
    release();
    const message = `${body({ name: "Ada", request: otherPlain.name })}\nPlease hurry.`;
    await expect(text).toHaveValue(message);
    await expect(name).toHaveValue("Ada");
    await expect(print).toHaveText(withSubject(message));
    expect(decoded((await mail.getAttribute("href")) ?? "")["body"]).toContain("Please hurry.");
  });

  for (const [how, leave] of Object.entries({
    "leaving and coming back": async (page: Page) => {
      await page.goto("/faq/");
      await page.goBack();
    },
    "leaving and coming back twice": async (page: Page) => {
      await page.goto("/faq/");
      await page.goBack();
      await started(page);
      await page.goForward();
      await expect(page).toHaveURL("/faq/");
      await page.goBack();
    },
    reloading: async (page: Page) => {
      await page.reload();
    },
  }))
    test(`after ${how}, the fields and the text agree`, async ({ page }) => {
      const { name, address, country, types, type, detail, form, text, print, said } =
        await open(page);
      await name.fill("Ada");
      await address.fill("ada@example.org");
      await country.selectOption(home.name);
      await type(detailed).check();
      await detail.fill("my age");
      await leave(page);
      await started(page);
      const now = async (): Promise<Filled> => {
        const typed = await form.locator("input[name=detail]").inputValue();
        const label = detailed.detail ?? "";
        return {
          name: (await name.inputValue()) || template.blanks.name,
          address: await address.inputValue(),
          country: (await country.inputValue()) || template.blanks.country,
          request:
            (await types.locator(":checked").count()) === 0
              ? template.blanks.request
              : detailed.name,
          detail: typed && `${label}: ${typed}`,
        };
      };
      if (how !== "reloading") {
        await expect(name).toHaveValue("Ada");
        await expect(address).toHaveValue("ada@example.org");
        await expect(country.locator("option:checked")).toHaveText(home.name);
      }
      await expect.poll(async () => (await text.inputValue()) === body(await now())).toBe(true);
      expect(await print.textContent()).toBe(withSubject(await text.inputValue()));
      await expect(said, "nothing is claimed that did not happen").toHaveCount(0);
      await name.fill("Grace");
      expect(await text.inputValue()).toBe(body(await now()));
    });
});

test("what is typed could not be fetched away even by a script that tried", async ({ page }) => {
  await open(page);
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
    "content",
    /(?:^|; )connect-src 'none'(?:;|$)/,
  );
  const reached = await page.evaluate(async () => {
    const answer = await fetch("/request/").catch(() => undefined);
    return answer?.status;
  });
  expect(reached).toBe(undefined);
});

test("the builder's scripts are at most 8,000 bytes, and no other page loads them", async ({
  page,
}) => {
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      scripts.set(
        new URL(response.url()).pathname,
        response.body().then((text) => brotliCompressSync(text).length),
      );
  });
  const { type, country } = await open(page);
  await country.selectOption(home.name);
  await type(plain).check();
  await downloaded(page, the(page).button(labels.calendar));
  const sizes = await Promise.all(
    [...scripts].map(async ([path, size]) => `${String(await size).padStart(6)} ${path}`),
  );
  const inline = await page
    .locator("script:not([src]):not([type='application/ld+json'])")
    .evaluateAll((all) => all.map((element) => element.textContent).join(""));
  const total = sizes.reduce((sum, size) => sum + Number.parseInt(size, 10), inline.length);
  expect(sizes.length).toBeGreaterThanOrEqual(2);
  expect(total, sizes.join("\n")).toBeLessThanOrEqual(8_000);

  const own = [...scripts.keys()];
  for (const { path, html } of pages)
    if (path !== "/request/") expect(own.filter((script) => html.includes(script))).toEqual([]);
  scripts.clear();
  await page.goto(`/search/#q=${encodeURIComponent(plain.name)}`);
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  expect(own.filter((script) => scripts.has(script))).toEqual([]);
  expect(scripts.size).toBeGreaterThan(0);
});

test("a keyboard is enough, and the focus goes only where it is led", async ({ page }) => {
  const { holders, country, types, type, detail, name, address, text, copy, said } =
    await open(page);
  const { press, type: write } = {
    press: (key: string) => page.keyboard.press(key),
    type: (words: string) => page.keyboard.type(words),
  };
  /** Goes on with Tab until the focus is there. */
  const reach = async (control: Locator) => {
    for (let stop = 0; stop < 25; stop += 1) {
      await press("Tab");
      if (await control.evaluate((element) => element === document.activeElement)) return;
    }
    await expect(control).toBeFocused();
  };
  await reach(holders.getByRole("radio").first());
  await press("Space");
  await expect(the(page).atOrganization).toBeChecked();
  const answers = relationships.filter((one) => !direct.includes(one));
  for (let key = 0; key <= answers.indexOf(company); key += 1) await press("ArrowDown");
  await expect(the(page).atCompany).toBeFocused();
  await expect(said).toHaveText(company.controller ?? "");
  await reach(the(page).companyAddress);
  await write("privacy@acme.example");
  await expect(the(page).request).toContainText(`${labels.to} privacy@acme.example`);
  await press("Shift+Tab");
  await press("ArrowDown");
  await expect(the(page).atOrganization).toBeChecked();
  await expect(said).toHaveCount(0);
  await reach(types.getByRole("radio").first());
  await press("Space");
  for (let key = 0; key < rights.length; key += 1) {
    if (await type(detailed).isChecked()) break;
    await press("ArrowDown");
  }
  await expect(type(detailed)).toBeChecked();
  await expect(type(detailed)).toBeFocused();
  await reach(detail);
  await write("my age");
  await expect(detail).toBeFocused();
  await reach(country);
  await write(home.name);
  await expect(country.locator("option:checked")).toHaveText(home.name);
  await expect(country).toBeFocused();
  await reach(name);
  await write("Ada");
  await expect(name).toBeFocused();
  await press("Enter");
  await expect(name, "Enter sends nothing away").toBeFocused();
  await reach(address);
  await write("ada@example.org");
  await reach(text);
  await press("ControlOrMeta+End");
  await write("\nThank you.");
  await expect(text).toBeFocused();
  const { nonce, pasted } = await paper(page);
  expect(await pasted()).toBe(nonce);
  await reach(copy);
  await press("Enter");
  await expect(said).toHaveText(template.copied);
  await expect(copy).toBeFocused();
  const message = body({
    name: "Ada",
    address: "ada@example.org",
    country: home.name,
    request: detailed.name,
    detail: `${detailed.detail ?? ""}: my age`,
  });
  expect(await pasted()).toBe(withSubject(`${message}\nThank you.`));
  await reach(the(page).otherWays);
  await press("Enter");
  await reach(the(page).button(labels.print));
  await reach(the(page).button(labels.clear));
  await press("Enter");
  await expect(text).toHaveValue(body());
  const undo = the(page).button(labels.undo);
  await expect(undo).toBeFocused();
  await press("Space");
  await expect(the(page).button(labels.clear)).toBeFocused();
  await expect(text).toHaveValue(`${message}\nThank you.`);
});

test.describe("printing", () => {
  test.beforeEach(async ({ page }) => {
    await page.clock.setFixedTime("2026-01-31T12:00");
  });

  /** What stands above the text of a printed request. */
  const onPaper = (recipient: string) =>
    [
      `${labels.to} ${recipient}`,
      `${labels.subject} ${template.subject}`,
      says.dateLine("2026-01-31"),
    ].join("\n");

  test("the page prints the request, without the form", async ({ page }) => {
    const { name, form, text, print } = await open(page);
    await name.fill("Ada");
    await text.press("ControlOrMeta+End");
    await page.keyboard.type("\nPlease hurry.");
    await page.emulateMedia({ media: "print" });
    const controls = form.locator("input, select, textarea, button, fieldset");
    await expect(controls).not.toHaveCount(0);
    await expect(controls.filter({ visible: true })).toHaveCount(0);
    await expect(print).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(the(page).request).toHaveText(
      `${labels.title} ${onPaper(to)} ${body({ name: "Ada" })}\nPlease hurry.`,
      { useInnerText: true },
    );
  });

  test("names the company, where one holds the data", async ({ page }) => {
    const { atCompany, request } = await open(page);
    await atCompany.check();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(request).toHaveText(
      `${labels.title} ${onPaper(labels.toCompany)} ${body(toCompany)}`,
      {
        useInnerText: true,
      },
    );
  });

  test("Print prints the request alone", async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset["printed"] = document.documentElement.dataset["printing"];
      };
    });
    const { name, button, print, unfold } = await open(page);
    await name.fill("Ada");
    await unfold();
    await button(labels.print).click();
    await expect(page.locator("html")).toHaveAttribute("data-printed", "request");
    await expect(page.locator("html")).toHaveAttribute("data-printing", "request");
    await page.emulateMedia({ media: "print" });
    await expect(print).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator("body")).toHaveText(`${onPaper(to)} ${body({ name: "Ada" })}`, {
      useInnerText: true,
    });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect(page.locator("html")).not.toHaveAttribute("data-printing");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

/** Fills the builder so that everything it can say is said. */
const fillToTheBrim = async (page: Page) => {
  const parts = await open(page);
  await parts.atCompany.check();
  await parts.unfold();
  await parts.country.selectOption(abroad);
  await parts.type(detailed).check();
  await parts.copy.click();
  await parts.country.selectOption(home.name);
  await parts.address.fill(`${"a".repeat(90)}@example.org`);
  await parts.detail.fill("W".repeat(1_900));
  await parts.copy.click();
  await expect(parts.said).toHaveText([
    company.controller ?? "",
    template.tooLong,
    outcome(template.copied, "company", "name"),
  ]);
  await expect(page.getByText(labels.blanks.name.missing)).toBeVisible();
  await expect(parts.next).toBeVisible();
  return parts;
};

for (const colorScheme of ["light", "dark"] as const)
  test(`filled, with every message shown, it has no barrier in ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await fillToTheBrim(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect.soft(await barriers(page), `at ${String(width)} pixels`).toEqual([]);
    }
  });

test("filled, it never scrolls sideways on a narrow screen or at 400 % zoom", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  const { form } = await fillToTheBrim(page);
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
  for (const control of await form
    .locator("input, select, button, a, textarea, summary")
    .filter({ visible: true })
    .all()) {
    const { x = 0, width = 0 } = (await control.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(320);
  }
});

test("in forced colors, every control keeps an edge and the focus can be seen", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  const { form, name } = await fillToTheBrim(page);
  /* Links within a sentence, and what looks like one, are underlined instead. */
  const links = form.locator("[data-said] a, [data-way=clear], .sheet button");
  for (const link of await links.all())
    if (await link.isVisible()) await expect(link).toHaveCSS("text-decoration-line", "underline");
  const controls = form
    .locator("input:not([type=radio]), select, textarea, a[data-mail]")
    .or(form.locator("button:not([data-way=clear], .sheet button)"))
    .filter({ visible: true });
  expect(await controls.count()).toBeGreaterThan(8);
  for (const control of await controls.all()) {
    const { label, edges } = await control.evaluate((one) => {
      const style = getComputedStyle(one);
      const sides = ["top", "right", "bottom", "left"] as const;
      return {
        label: one.getAttribute("name") ?? one.textContent,
        edges: sides.filter(
          (side) =>
            Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0 &&
            style.getPropertyValue(`border-${side}-color`) !== style.backgroundColor,
        ).length,
      };
    });
    expect.soft(edges, `the edge of ${label}`).toBeGreaterThan(0);
  }
  await name.focus();
  const outline = await name.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe("none");
  await name.fill("Ada");
  await expect(the(page).text).toHaveValue(/Ada/);
});
