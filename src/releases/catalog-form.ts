import type { Catalog } from "./catalog.ts";
import { fetchCatalog } from "./fetched.ts";

/**
 * A form that works on the list of what was published, which it fetches. Until that is there, and
 * where it does not come, what can be done without the form stands in its place.
 */
export abstract class CatalogForm extends HTMLElement {
  /** What is said where the list cannot be fetched. */
  protected abstract readonly failed: string;
  protected readonly said = this.within("[data-said]");

  /** Makes the form work, once it is in its place. */
  protected abstract begin(catalog: Catalog): void;

  /** @throws if the element lacks it */
  protected within(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`the form lacks ${selector}`);
    return found;
  }

  connectedCallback() {
    fetchCatalog().then(
      (catalog) => {
        const template = this.within("template") as HTMLTemplateElement;
        this.within("[data-instead]").replaceWith(template.content);
        this.begin(catalog);
      },
      () => {
        this.said.textContent = this.failed;
      },
    );
  }
}
