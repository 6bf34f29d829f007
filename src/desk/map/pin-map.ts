import { element } from "../../components/element.ts";
import { ask } from "../ask.ts";
import {
  inWords,
  isWithin,
  mostZoom,
  movedBy,
  positionAt,
  shareOf,
  typedPosition,
  windowAround,
  type Position,
} from "./window.ts";

/* A map with a pin, which moves as a place is typed, and by which the place can be set. */

const middle: Position = { latitude: 0, longitude: 0 };

let land: Promise<string> | undefined;

const svgElement = <Tag extends keyof SVGElementTagNameMap>(tag: Tag) =>
  document.createElementNS("http://www.w3.org/2000/svg", tag);

/** Types into a field, as somebody would. */
const type = (input: HTMLInputElement, value: number) => {
  input.value = String(value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

const zoomButton = (words: string, label: string, act: () => void) => {
  const made = element("button", "", words);
  made.type = "button";
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
};

/**
 * The map for two fields of a place.
 * @param name of the place, as it is heard
 */
export const pinMap = (
  latitude: HTMLInputElement,
  longitude: HTMLInputElement,
  name: string,
): HTMLElement => {
  const pin = element("span", "pin");
  const drawing = svgElement("svg");
  const path = svgElement("path");
  drawing.append(path);
  drawing.setAttribute("aria-hidden", "true");
  const map = element("div", "map", drawing, pin);
  const where = element("p", "explained");
  /* Heard only while the pin is moved, and not while a number is typed. */
  map.addEventListener("focus", () => {
    where.setAttribute("aria-live", "polite");
  });
  map.addEventListener("blur", () => {
    where.removeAttribute("aria-live");
  });
  map.tabIndex = 0;
  map.setAttribute("role", "application");
  map.setAttribute("aria-roledescription", "map");
  map.setAttribute(
    "aria-label",
    `Map: ${name}. The arrow keys move the pin, with Shift by a tenth; plus and minus change the size.`,
  );
  let zoom = 1;
  let window = windowAround(middle, zoom);

  const place = () => typedPosition(latitude.value, longitude.value);

  const show = () => {
    const position = place();
    if (position && !isWithin(window, position)) window = windowAround(position, zoom);
    const { west, north, width, height } = window;
    drawing.setAttribute("viewBox", [west, -north, width, height].join(" "));
    pin.hidden = position === undefined;
    const words = position ? inWords(position) : "Nowhere yet: choose the place on the map.";
    if (where.textContent !== words) where.textContent = words;
    if (!position) return;
    const { x, y } = shareOf(window, position);
    pin.style.left = `${String(x * 100)}%`;
    pin.style.top = `${String(y * 100)}%`;
  };
  const put = (position: Position) => {
    type(latitude, position.latitude);
    type(longitude, position.longitude);
  };
  const zoomBy = (factor: number) => {
    zoom = Math.min(Math.max(zoom * factor, 1), mostZoom);
    window = windowAround(place() ?? middle, zoom);
    show();
  };

  map.addEventListener("click", ({ clientX, clientY, detail }) => {
    /* What reads the page aloud clicks in the middle, and means the map itself. */
    if (detail === 0) return;
    const { left, top, width, height } = drawing.getBoundingClientRect();
    put(positionAt(window, { x: (clientX - left) / width, y: (clientY - top) / height }));
  });
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const sizes: Readonly<Record<string, number>> = { "+": 2, "-": 0.5 };
    const factor = sizes[event.key];
    const moved = movedBy(event.key, place() ?? middle, window, event.shiftKey);
    if (factor === undefined && !moved) return;
    event.preventDefault();
    if (factor !== undefined) zoomBy(factor);
    if (moved) put(moved);
  });
  for (const input of [latitude, longitude]) input.addEventListener("input", show);
  show();
  land ??= ask("land", {}).then((answer) => answer.path);
  land.then(
    (drawn) => {
      path.setAttribute("d", drawn);
    },
    () => {
      /* Without the map, the fields do. */
      land = undefined;
      figure.hidden = true;
    },
  );
  const figure = element(
    "div",
    "pin-map",
    map,
    element(
      "div",
      "order",
      zoomButton("+", "Larger map", () => {
        zoomBy(2);
      }),
      zoomButton("−", "Smaller map", () => {
        zoomBy(0.5);
      }),
      where,
    ),
  );
  return figure;
};
