import { comparison as says, date, redline } from "virtual:words";
import { escaped, link } from "../components/markup.ts";
import { blocksOf } from "./blocks.ts";
import { CatalogForm } from "./catalog-form.ts";
import {
  addressOf,
  differingPages,
  isPublished,
  now,
  pagesIn,
  pathsOf,
  toldApart,
  type Catalog,
  type Differing,
  type Text,
} from "./catalog.ts";
import { difference } from "./difference.ts";
import { fetchText } from "./fetched.ts";
import { withoutNotice } from "./notice.ts";
import { ownNodes } from "./own-nodes.ts";
import { redlineHtml } from "./redline.ts";

/** What is to be compared. */
interface Asked {
  /** Days of releases, or now; the earlier first. */
  readonly from: string;
  readonly to: string;
  /** The path of a page; empty for all. */
  readonly page: string;
}

const dayInWords = (day: string) => (day === now ? says.now : date(day));

/** A link to a text, by the day on which it was published. */
const linkTo = (text: Text): string =>
  link(addressOf(text.file))(isPublished(text) ? date(text.date) : says.now);

const paragraph = (words: string) => `<p>${escaped(words)}</p>`;

/** What became of a page, as HTML. */
const whatChanged = async ({ before, after }: Differing): Promise<string> => {
  if (!before || !after) return paragraph(after ? redline.newPage : redline.removedPage);
  const [earlier, later] = await Promise.all([fetchText(before), fetchText(after)]);
  const changes = redlineHtml(
    difference(blocksOf(earlier), blocksOf(withoutNotice(later))),
    redline,
  );
  const shown = changes === "" ? "" : `<div class="redline">${changes}</div>`;
  if (before.path !== after.path) return paragraph(redline.movedFrom(before.path)) + shown;
  return shown || paragraph(redline.noWords);
};

const pageHtml = async (page: Differing): Promise<string> => {
  const links = [page.before, page.after].filter((text) => text !== undefined).map(linkTo);
  return `<h3>${escaped(page.title)}</h3>${await whatChanged(page)}<p class="no-print">${links.join(" → ")}</p>`;
};

/**
 * The comparison of any two versions, made in the visitor's browser of texts that it fetches from
 * this site. What is compared stands in the address behind a #, which no browser sends.
 */
class CompareVersions extends CatalogForm {
  protected readonly failed = says.failed;
  readonly #differences = this.within("[data-differences]");
  /** The comparison that is being made; another may be asked for meanwhile. */
  #current: Asked | undefined;

  #select(name: string): HTMLSelectElement {
    return this.within(`[name=${name}]`) as HTMLSelectElement;
  }

  protected begin(catalog: Catalog) {
    const form = this.within("form") as HTMLFormElement;
    const fields = {
      from: this.#select("from"),
      to: this.#select("to"),
      page: this.#select("page"),
    };
    const days = [...(catalog.unreleased ? [now] : []), ...catalog.days.toReversed()];
    for (const field of [fields.from, fields.to])
      for (const day of days) field.add(new Option(dayInWords(day), day));
    const pages = pagesIn(catalog);
    for (const [path, title] of toldApart(pages)) fields.page.add(new Option(title, path));
    const [latest = "", previous = now] = catalog.days.toReversed();
    fields.from.value = previous === now ? latest : previous;
    fields.to.value = previous === now ? (days[0] ?? latest) : latest;

    const compare = () => {
      const given = new URLSearchParams(location.hash.slice(1));
      const [from, to] = [given.get("from"), given.get("to")];
      const page = given.get("page") ?? "";
      if (from === null || to === null) return;
      if (![from, to].every((day) => days.includes(day)) || (page !== "" && !pages.has(page))) {
        this.#differences.replaceChildren();
        this.said.textContent = says.unknown;
        return;
      }
      fields.from.value = from;
      fields.to.value = to;
      fields.page.value = page;
      /* "now" comes after every day. */
      const [one = "", other = ""] = [from, to].sort();
      void this.#compare(catalog, { from: one, to: other, page });
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { from, to, page } = fields;
      const days = `from=${from.value}&to=${to.value}`;
      /* What ends in a slash would lose it, as it does behind an address in a sentence. */
      const asked = `#${page.value === "" ? "" : `page=${page.value}&`}${days}`;
      if (location.hash === asked) compare();
      else location.hash = asked;
    });
    addEventListener("hashchange", compare);
    compare();
  }

  async #compare(catalog: Catalog, asked: Asked) {
    this.#current = asked;
    this.said.textContent = says.working;
    this.#differences.replaceChildren();
    const { from, to, page } = asked;
    const paths = pathsOf(catalog, page);
    const differing = differingPages(catalog, from, to).filter(
      ({ path }) => page === "" || paths.has(path),
    );
    try {
      const parts = await Promise.all(differing.map(pageHtml));
      if (this.#current !== asked) return;
      const heading = `<h2>${escaped(says.between(dayInWords(from), dayInWords(to)))}</h2>`;
      const lead = parts.length === 0 ? says.share : `${redline.lead} ${says.share}`;
      this.#differences.append(ownNodes(`${heading}<p>${escaped(lead)}</p>${parts.join("")}`));
      this.said.textContent = parts.length === 0 ? says.same : says.differing(parts.length);
    } catch {
      if (this.#current === asked) this.said.textContent = says.failed;
    }
  }
}

customElements.define("compare-versions", CompareVersions);
