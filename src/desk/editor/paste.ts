import { element } from "../../components/element.ts";
import type { Pasted } from "../pasted.ts";
import { ask, sentenceOf } from "../ask.ts";
import { button } from "./controls.ts";
import { insert, insertBlock } from "./text-area.ts";

/** Pictures within the HTML itself; they are left out, and may weigh more than the desk takes. */
const pictureData = /\bdata:[a-z]+\/[^"'\s)]+/gi;

/** Whether Markdown is more than a few words within a paragraph. */
const isBlock = (markdown: string) => /\n|^(?:#{1,6} |[-|>]|\d+[.)] )/.test(markdown);

const put = (area: HTMLTextAreaElement, markdown: string) => {
  const words = markdown.trim();
  if (isBlock(words)) insertBlock(area, words);
  else insert(area, words);
};

/** Shows what was pasted as the Markdown that it becomes, to be taken, corrected or left. */
const show = (area: HTMLTextAreaElement, { markdown, leftOut }: Pasted, plain: string) => {
  const heading = element("h2", "", "What you pasted");
  heading.id = "pasted-heading";
  const text = element("textarea", "prose-text");
  text.id = "pasted-markdown";
  text.rows = 12;
  text.value = markdown.trim();
  const label = element("label", "", "As it will stand in the text");
  label.htmlFor = text.id;
  const dialog = element("dialog", "pasted", heading);
  dialog.setAttribute("aria-labelledby", heading.id);
  if (leftOut.length > 0)
    dialog.append(element("ul", "", ...leftOut.map((sentence) => element("li", "", sentence))));
  const { selectionStart, selectionEnd } = area;
  /* A dialog gives the focus back, and not everywhere the caret. */
  const leave = () => {
    dialog.remove();
    area.focus();
    area.setSelectionRange(selectionStart, selectionEnd);
  };
  dialog.addEventListener("cancel", leave);
  const take = button("Insert", () => {
    leave();
    put(area, text.value);
  });
  take.autofocus = true;
  dialog.append(
    label,
    text,
    element(
      "div",
      "order",
      take,
      button("Insert as plain text", () => {
        leave();
        insert(area, plain);
      }),
      button("Cancel", leave),
    ),
  );
  area.after(dialog);
  dialog.showModal();
};

const pastedFrom = async (
  area: HTMLTextAreaElement,
  file: string,
  html: string,
  plain: string,
): Promise<Pasted> => {
  const before = area.value.slice(0, area.selectionStart);
  try {
    return await ask("paste", { file, before, html: html.replaceAll(pictureData, "") });
  } catch (reason) {
    return { markdown: plain, leftOut: [sentenceOf(reason)] };
  }
};

/** Makes Markdown of what is pasted from a word processor, a mail program or a browser. */
export const takePasted = (area: HTMLTextAreaElement, file: string): void => {
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (html === "") return;
    event.preventDefault();
    const plain = (event.clipboardData?.getData("text/plain") ?? "").replaceAll(/\r\n?/g, "\n");
    void pastedFrom(area, file, html, plain).then((pasted) => {
      if (pasted.markdown.trim() === plain.trim() && pasted.leftOut.length === 0)
        insert(area, plain);
      else show(area, pasted, plain);
    });
  });
};
