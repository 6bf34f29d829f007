import { writeText } from "clipboard-polyfill";

/** A citation with a button that copies it; one that cannot be copied is selected. */
class CopyCitation extends HTMLElement {
  connectedCallback() {
    const [citation, button, said] = ["[data-citation]", "button", "[data-said]"].map((selector) =>
      this.querySelector<HTMLElement>(selector),
    );
    if (!citation || !button || !said) return;
    button.parentElement?.removeAttribute("hidden");
    button.addEventListener("click", () => {
      /* What is written again is said again. */
      said.textContent = "";
      writeText(citation.innerText).then(
        () => {
          said.textContent = said.dataset["copied"] ?? "";
        },
        () => {
          getSelection()?.selectAllChildren(citation);
          said.textContent = said.dataset["notCopied"] ?? "";
        },
      );
    });
  }
}

customElements.define("copy-citation", CopyCitation);
