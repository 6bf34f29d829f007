import { element } from "../components/element.ts";
import "./edit-links.css";
import { openAddress } from "./open-address.ts";
import type { Editable, Preview } from "./preview.ts";
import {
  fingerprintName,
  longestRenderDelay,
  renderDelay,
  savedEvent,
  type PageNow,
} from "./live-update.ts";

/* On each page of the preview: links that edit its sections, and what is wrong with it. */

/** A link that edits a place on the desk, and another that opens its file in an editor of one's own. */
const editLinks = (place: Editable, words: string, otherWords = "Open the file"): HTMLElement => {
  const edit = element("a", "", words);
  edit.href = place.edit;
  const open = element("a", "", otherWords);
  open.href = openAddress(place);
  open.title = `${place.file}:${String(place.line)}`;
  return element("span", "desk-edit", edit, " ", open);
};

/** Puts the links next to the question of each answer that a page includes. */
const addAnswerLinks = ({ id, ...place }: Preview["answers"][number]) => {
  for (const answer of document.querySelectorAll(`[data-answer="${id}"]`))
    answer.lastElementChild?.append(" ", editLinks(place, "Edit this answer"));
};

/** Puts the links into a heading, into the first cell of a row, or at the end of another section. */
const addEditLinks = (section: Element, place: Editable) => {
  if (section.matches("span, input, option")) return;
  const isHeading = section.matches("h1, h2, h3, h4, h5, h6");
  const links = editLinks(place, isHeading ? "Edit this section" : "Edit");
  (section.matches("tr") ? section.querySelector("th, td") : section)?.append(" ", links);
};

const count = (number: number, noun: string) =>
  `${String(number)} ${noun}${number === 1 ? "" : "s"}`;

const bar = ({ edit, issues, errorsElsewhere }: Preview): HTMLElement => {
  const aside = element("aside", "desk-bar no-print");
  aside.setAttribute("aria-label", "Desk");
  const desk = element("a", "", "The desk");
  desk.href = "/desk/";
  const line = element("p", "", "Preview. ", desk);
  if (edit !== undefined) {
    const link = element("a", "", "Edit this page");
    link.href = edit;
    line.append(" · ", link);
  }
  if (errorsElsewhere > 0) line.append(` · ${count(errorsElsewhere, "problem")} in other files`);
  aside.append(line);
  if (issues.length > 0) {
    const list = element("ul", "");
    for (const issue of issues)
      list.append(
        element(
          "li",
          "",
          element("span", "", issue.message),
          " ",
          editLinks(issue, "Edit", `${issue.file}:${String(issue.line)}`),
        ),
      );
    aside.append(
      element(
        "p",
        "",
        `${count(issues.length, "problem")} in the files that make up this page; until they are fixed, it may show an earlier version:`,
      ),
      list,
    );
  }
  return aside;
};

const status = element("p", "desk-said");
status.setAttribute("role", "status");

/** Shows a message until the next one. */
const say = (words: string) => {
  status.textContent = words;
};

/** Opens a file in the editor without leaving the page, and says so. */
const openInPlace = (event: Event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || !link.href.startsWith(new URL("/desk/open/?", location.href).href)) return;
  event.preventDefault();
  void fetch(link.href).then(async (answer) => {
    say(await answer.text());
  });
};

/** Asks the desk about this page. */
const askDesk = (name: string) =>
  fetch(`/desk/${name}.json?${new URLSearchParams({ path: location.pathname }).toString()}`);

const show = async () => {
  const preview = (await (await askDesk("preview")).json()) as Preview;
  for (const shown of document.querySelectorAll(".desk-edit, .desk-bar")) shown.remove();
  const heading = document.querySelector("main h1");
  if (heading && preview.title) addEditLinks(heading, preview.title);
  for (const fragment of preview.fragments) {
    const section = document.getElementById(fragment.id);
    if (section && !section.querySelector(".desk-edit")) addEditLinks(section, fragment);
  }
  preview.answers.forEach(addAnswerLinks);
  document.body.append(bar(preview));
};

/**
 * Reloads the page if it has changed since something was saved before or while it was loading: too late
 * to be included, and too early for the page to be notified.
 */
const reloadIfChanged = async () => {
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const own = visit?.serverTiming.find(({ name }) => name === fingerprintName);
  if (!visit || !own) return;
  const { fingerprint, lastSaved } = (await (await askDesk("now")).json()) as PageNow;
  const isRecent = lastSaved > performance.timeOrigin + visit.requestStart - longestRenderDelay;
  const isKept = document.body.dataset["desk"] === "keeps-itself";
  if (isRecent && !isKept && fingerprint !== own.description) location.reload();
};

setTimeout(() => void reloadIfChanged(), renderDelay);

const { frameElement } = window;
if (frameElement === null) {
  document.body.append(status);
  document.addEventListener("click", openInPlace);
}

/* Beside what one writes, a page is nothing but itself. The desk's own pages show the state of the
   content when they were loaded. */
if (document.body.dataset["desk"] === undefined && frameElement === null) {
  import.meta.hot?.on(savedEvent, () => void show());
  void show();
} else
  import.meta.hot?.on(savedEvent, () => {
    if (document.body.dataset["desk"] === "") location.reload();
  });
