import { element } from "../components/element.ts";
import "./beside-sections.css";
import { openAddress, type Destination } from "./open-address.ts";
import type { Preview } from "./preview.ts";
import { fingerprintName, saved, settling, type PageNow } from "./saved.ts";

/* On each page of the preview: ways to where its sections are written, and what is wrong there. */

const editLink = (destination: Destination, words: string): HTMLAnchorElement => {
  const link = element("a", "desk-edit", words);
  link.href = openAddress(destination);
  link.title = `${destination.file}:${String(destination.line)}`;
  return link;
};

/** Puts a link beside the question of an answer that a page shows. */
const besideAnswers = ({ id, ...destination }: Preview["answers"][number]) => {
  for (const answer of document.querySelectorAll(`[data-answer="${id}"]`))
    answer.lastElementChild?.append(" ", editLink(destination, "Edit this answer"));
};

/** Puts a link beside what has a place of its own: into a heading, a row's first cell, or below. */
const besideSection = (section: Element, destination: Destination) => {
  if (section.matches("span, input, option")) return;
  const isHeading = section.matches("h1, h2, h3, h4, h5, h6");
  const link = editLink(destination, isHeading ? "Edit this section" : "Edit");
  (section.matches("tr") ? section.querySelector("th, td") : section)?.append(" ", link);
};

const count = (number: number, noun: string) =>
  `${String(number)} ${noun}${number === 1 ? "" : "s"}`;

const bar = ({ title, issues, errorsElsewhere }: Preview): HTMLElement => {
  const made = element("aside", "desk-bar no-print");
  made.setAttribute("aria-label", "Desk");
  const desk = element("a", "", "The desk");
  desk.href = "/desk/";
  const line = element("p", "", "Preview. ", desk);
  if (title) line.append(" · ", editLink(title, "Edit this page"));
  if (errorsElsewhere > 0) line.append(` · ${count(errorsElsewhere, "problem")} in other files`);
  made.append(line);
  if (issues.length > 0) {
    const list = element("ul", "");
    for (const issue of issues)
      list.append(
        element(
          "li",
          "",
          issue.message,
          " ",
          editLink(issue, `${issue.file}:${String(issue.line)}`),
        ),
      );
    made.append(
      element(
        "p",
        "",
        `${count(issues.length, "problem")} in what this page is made of; until they are mended it may show what was there before:`,
      ),
      list,
    );
  }
  return made;
};

const said = element("p", "desk-said");
said.setAttribute("role", "status");

/** Says something until something else is done. */
const say = (words: string) => {
  said.textContent = words;
};

/** Opens files without leaving the page, and says so there. */
const openInPlace = (event: Event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || !link.href.startsWith(new URL("/desk/open/?", location.href).href)) return;
  event.preventDefault();
  void fetch(link.href).then(async (answer) => {
    say(await answer.text());
  });
};

document.body.append(said);
document.addEventListener("click", openInPlace);

/** What the desk says of this page. */
const about = (name: string) =>
  fetch(`/desk/${name}.json?${new URLSearchParams({ path: location.pathname }).toString()}`);

const show = async () => {
  const preview = (await (await about("preview")).json()) as Preview;
  for (const shown of document.querySelectorAll(".desk-edit, .desk-bar")) shown.remove();
  const heading = document.querySelector("main h1");
  if (heading && preview.title) besideSection(heading, preview.title);
  for (const fragment of preview.fragments) {
    const section = document.getElementById(fragment.id);
    if (section && !section.querySelector(".desk-edit")) besideSection(section, fragment);
  }
  preview.answers.forEach(besideAnswers);
  document.body.append(bar(preview));
};

/**
 * Loads the page anew where it would be another by now, since something was saved while it was
 * loading: too late to be in it, and too early for it to be told.
 */
const lookAgain = async () => {
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const own = visit?.serverTiming.find(({ name }) => name === fingerprintName);
  if (!visit || !own) return;
  const { fingerprint, lastSaved } = (await (await about("now")).json()) as PageNow;
  const isRecent = lastSaved > performance.timeOrigin + visit.requestStart - settling;
  if (isRecent && fingerprint !== own.description) location.reload();
};

setTimeout(() => void lookAgain(), settling);

/* The desk's own pages show the content's state as it was when they were loaded. */
if (document.body.dataset["desk"] === undefined) {
  import.meta.hot?.on(saved, () => void show());
  void show();
} else
  import.meta.hot?.on(saved, () => {
    location.reload();
  });
