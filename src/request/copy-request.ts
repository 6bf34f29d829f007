import { writeText } from "clipboard-polyfill";

/** The button that copies the request; it says what happened only once it has. */
class CopyRequest extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const text = this.querySelector("pre");
    const status = this.querySelector("[role=status]");
    if (!button || !text || !status) return;
    const say = (which: string) => {
      status.textContent =
        this.querySelector<HTMLTemplateElement>(`template[${which}]`)?.content.textContent ?? "";
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      status.textContent = "";
      writeText(text.textContent).then(
        () => {
          say("data-copied");
        },
        () => {
          getSelection()?.selectAllChildren(text);
          say("data-not-copied");
        },
      );
    });
  }
}

customElements.define("copy-request", CopyRequest);
