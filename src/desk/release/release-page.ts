import { element } from "../../components/element.ts";
import { ask, asSentence, sentenceOf } from "../ask.ts";
import { button, link } from "../editor/controls.ts";
import { allDrafts } from "../editor/drafts.ts";
import "../editor/keep-page.ts";
import type { Building } from "./building.ts";
import type { ToRelease } from "./releasing.ts";

/* The page that publishes a version: it shows first what would be released. */

const form = document.querySelector<HTMLFormElement>("[data-release]");
const status = document.querySelector<HTMLElement>("[role=status]") ?? element("p", "");
const progress = document.querySelector<HTMLElement>("[data-building]") ?? element("p", "");
const result = document.querySelector<HTMLElement>("[data-result]") ?? element("div", "");
const see = form?.querySelector<HTMLButtonElement>("[data-see]");

/** How long (ms) until it is asked again how far the build is. */
const interval = 1000;

const say = (words: string) => {
  status.textContent = words;
};

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const fields = [...(form?.querySelectorAll<Field>("[name]") ?? [])];
const valueOf = (name: string) => fields.find((field) => field.name === name)?.value ?? "";
const draft = fields.find((field) => field.name === "draft");

const wanted = () => ({
  summary: valueOf("summary"),
  kind: valueOf("kind"),
  effective: valueOf("effective"),
  isDraft: draft instanceof HTMLInputElement && draft.checked,
});

/* What is typed stays over a reload, and until it is released. */
const kept = "desk-release";

const keep = () => {
  localStorage.setItem(kept, JSON.stringify(wanted()));
};

const putBack = () => {
  const words = localStorage.getItem(kept);
  if (words === null) return;
  const { isDraft, ...values } = JSON.parse(words) as ReturnType<typeof wanted>;
  for (const field of fields)
    if (field instanceof HTMLInputElement && field.name === "draft") field.checked = isDraft;
    else field.value = values[field.name as keyof typeof values];
};

const changes = { new: "New", changed: "Changed", removed: "Removed" } as const;

const listOf = (heading: string, lines: readonly string[]): readonly HTMLElement[] =>
  lines.length === 0
    ? []
    : [
        element("h2", "", `${heading} (${String(lines.length)})`),
        element("ul", "", ...lines.map((line) => element("li", "", line))),
      ];

const release = async () => {
  say("This takes a moment.");
  const { said } = await ask("release", wanted());
  localStorage.removeItem(kept);
  form?.remove();
  result.replaceChildren(
    element("p", "", link("/desk/propose/", "Propose it"), ", so that it is published."),
  );
  say(said);
  document.getElementById("main-heading")?.focus();
};

/** Does something that takes a while, and cannot be done twice at a time. */
const busy = async (work: () => Promise<void>) => {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>(".sheet button")];
  const focused = document.activeElement;
  for (const one of buttons) one.disabled = true;
  try {
    await work();
  } catch (reason) {
    say(sentenceOf(reason));
  }
  for (const one of buttons) one.disabled = false;
  /* A button loses the focus as it is disabled. */
  if (document.activeElement === document.body && focused instanceof HTMLElement) focused.focus();
};

const show = ({ obstacles, pages, figures }: ToRelease) => {
  const lines = pages.map(
    ({ path, title, change, count }) =>
      `${changes[change]}: ${title} (${path})${change === "changed" ? `, ${count === 1 ? "1 place" : `${String(count)} places`}` : ""}`,
  );
  const heading = element("h2", "", "What stands in the way");
  heading.tabIndex = -1;
  result.replaceChildren(
    ...(obstacles.length > 0
      ? [heading, element("ul", "", ...obstacles.map((words) => element("li", "error", words)))]
      : []),
    ...listOf("Pages that would be kept", lines),
    ...listOf(
      "Figures that change",
      figures.map(({ what, before, after }) => `${what}: ${before} → ${after}`),
    ),
    ...(obstacles.length > 0 ? [] : [button("Release", () => void busy(release))]),
  );
  if (obstacles.length > 0) heading.focus();
  say(
    obstacles.length > 0
      ? "This cannot be released yet."
      : `${pages.length === 1 ? "One page" : `${String(pages.length)} pages`} would be released. Nothing is written yet.`,
  );
};

/** Waits until the site is built, and says how far that is. */
const built = async (first: Building): Promise<Building> => {
  let now = first;
  while (now.state === "running") {
    progress.textContent = now.said;
    await new Promise((wait) => setTimeout(wait, interval));
    now = await ask("building", {});
  }
  progress.textContent = now.state === "failed" ? now.said : "";
  return now;
};

const look = async () => {
  result.replaceChildren();
  const first = await ask("build", wanted());
  if (first.state === "running") say("The site is being built, which takes a minute or so…");
  const { state } = await built(first);
  if (state === "failed") say(asSentence("the site could not be built; below is why"));
  else show(await ask("releasing", wanted()));
};

/** What is typed and not saved is in no build. */
const sayUnsaved = () => {
  const place = document.querySelector<HTMLElement>("[data-unsaved]");
  const { length } = allDrafts();
  if (length === 0) return;
  place?.replaceChildren(
    `${length === 1 ? "One file has" : `${String(length)} files have`} changes that are not saved, and so not in this release: `,
    link("/desk/review/", "review and save"),
    " them first.",
  );
};

putBack();
sayUnsaved();
form?.addEventListener("input", () => {
  keep();
  /* What was shown is not what is asked for any more. */
  result.replaceChildren();
});
form?.addEventListener("submit", (event) => {
  event.preventDefault();
});
see?.addEventListener("click", () => void busy(look));
