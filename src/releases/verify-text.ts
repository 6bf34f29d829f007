import { date, verification as says } from "virtual:words";
import type { Catalog } from "./catalog.ts";
import { CatalogForm } from "./catalog-form.ts";
import { find } from "./verify.ts";

/** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
const sha256Of = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/**
 * The form that says whether a text was published: what is entered is compared with the list of what
 * was, and goes nowhere.
 */
class VerifyText extends CatalogForm {
  protected readonly failed = says.failed;
  /** What was asked for last; reading a file takes a while. */
  #current: object | undefined;

  protected begin({ published }: Catalog) {
    const form = this.within("form") as HTMLFormElement;
    const given = this.within("textarea") as HTMLTextAreaElement;
    const file = this.within("[name=file]") as HTMLInputElement;
    const known = { published, words: { date, verification: says } };
    /* Only there does a browser compute it. */
    const digest = isSecureContext ? sha256Of : undefined;
    const check = async (text: string | Promise<string>) => {
      const asked = (this.#current = {});
      this.said.textContent = "";
      const sentence = await Promise.resolve(text).then(
        async (read) =>
          read.trim() === "" ? says.nothing : (await find(known, read, digest)).sentence,
        () => says.notRead,
      );
      if (this.#current === asked) this.said.textContent = sentence;
    };
    file.addEventListener("change", () => {
      given.value = "";
      const [chosen] = file.files ?? [];
      void check(chosen?.text() ?? "");
    });
    given.addEventListener("input", () => {
      file.value = "";
      this.#current = undefined;
      this.said.textContent = "";
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void check(file.files?.[0]?.text() ?? given.value);
    });
  }
}

customElements.define("verify-text", VerifyText);
