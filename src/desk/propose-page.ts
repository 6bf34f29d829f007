import { element } from "../components/element.ts";
import type { Proposed } from "./git/propose.ts";
import { messageOf, type Answers, type Questions } from "./git/questions.ts";
import { ask, sentenceOf } from "./ask.ts";
import "./editor/keep-page.ts";

/* On the page that proposes: keeps what is typed, shows the message it makes, and sends it. */

const form = document.querySelector<HTMLFormElement>("form[data-questions]");
const said = document.querySelector<HTMLElement>("[data-said]");

const say = (...content: (Node | string)[]) => {
  said?.replaceChildren(...content);
};

type Field = HTMLInputElement | HTMLTextAreaElement;

const fieldsOf = (name: string): Field[] => [
  ...(form?.querySelectorAll<Field>(`[name="${name}"]`) ?? []),
];
const chosen = (name: string) =>
  fieldsOf(name).filter((field) => field instanceof HTMLInputElement && field.checked);
const typed = (name: string) => fieldsOf(name)[0]?.value.trim() ?? "";

const questions = JSON.parse(
  form?.dataset["questions"] ?? '{"questions":[],"tasks":[]}',
) as Questions;

const answers = (): Answers => ({
  what: typed("what"),
  answers: fieldsOf("answer").map(({ value }) => value),
  done: chosen("done").map(({ value }) => Number(value)),
});

const showMessage = () => {
  const { title, body } = messageOf(questions, answers());
  const [shownTitle, shownBody] = ["title", "body"].map((name) =>
    form?.querySelector(`[data-${name}]`),
  );
  if (shownTitle) shownTitle.textContent = title || "It is made of your answers.";
  if (shownBody) shownBody.textContent = title && body;
};

/* The page is loaded anew whenever something is saved; what was typed and chosen stays. */
const kept = "desk.proposal";
const texts = ["what", "answer", "name", "email"];

const keep = () => {
  const values = texts.flatMap(fieldsOf).map(({ value }) => value);
  const done = chosen("done").map(({ value }) => value);
  const left = fieldsOf("file").flatMap((field) =>
    field instanceof HTMLInputElement && !field.checked ? field.value : [],
  );
  sessionStorage.setItem(kept, JSON.stringify({ values, done, left }));
};

const putBack = () => {
  const { values, done, left } = JSON.parse(
    sessionStorage.getItem(kept) ?? '{"values":[],"done":[],"left":[]}',
  ) as { values: string[]; done: string[]; left: string[] };
  texts.flatMap(fieldsOf).forEach((field, at) => (field.value ||= values[at] ?? ""));
  for (const field of fieldsOf("done"))
    if (field instanceof HTMLInputElement) field.checked ||= done.includes(field.value);
  for (const field of fieldsOf("file"))
    if (field instanceof HTMLInputElement) field.checked &&= !left.includes(field.value);
};

/** What is still to be filled in, and the first field that is. */
const missing = (): readonly [string, Field] | undefined => {
  const [file] = fieldsOf("file");
  if (file && chosen("file").length === 0) return ["Choose a file.", file];
  const field = form?.querySelector<Field>(":is(input, textarea):invalid");
  if (!field) return undefined;
  const label = field.closest("label")?.querySelector("span")?.textContent ?? "";
  return [`Fill in: ${label}`, field];
};

const show = ({ said: sentences, address, patch }: Proposed) => {
  const lines = sentences.map((sentence) => element("p", "", sentence));
  if (address !== undefined) {
    const link = element("a", "", "Open the pull request");
    link.href = address;
    lines.push(element("p", "", link));
  }
  if (patch !== undefined) {
    const link = element("a", "", "Download the patch");
    link.href = URL.createObjectURL(new Blob([patch], { type: "text/x-patch" }));
    link.download = "changes.patch";
    lines.push(element("p", "", link));
  }
  say(...lines);
};

const propose = async (button: HTMLButtonElement | null) => {
  const lack = missing();
  for (const field of texts.flatMap(fieldsOf)) field.removeAttribute("aria-invalid");
  if (lack) {
    const [sentence, field] = lack;
    if (field.type !== "checkbox") field.setAttribute("aria-invalid", "true");
    say(sentence);
    field.focus();
    return;
  }
  const author = { name: typed("name"), email: typed("email") };
  if (button) button.disabled = true;
  say("This takes a moment.");
  /* What became of it must not be lost because something is saved elsewhere. */
  document.body.dataset["desk"] = "keeps-itself";
  try {
    const result = await ask("propose", {
      ...answers(),
      files: chosen("file").flatMap(
        ({ dataset }) => JSON.parse(dataset["shown"] ?? "[]") as { file: string; stamp: string }[],
      ),
      ...(author.name === "" ? {} : { author }),
    });
    sessionStorage.removeItem(kept);
    form?.remove();
    show(result);
  } catch (reason) {
    if (button) button.disabled = false;
    document.body.dataset["desk"] = "";
    say(sentenceOf(reason));
  }
};

if (form) {
  putBack();
  showMessage();
  form.addEventListener("input", () => {
    keep();
    showMessage();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void propose(form.querySelector("button"));
  });
}
