/** A package of which something reaches those who visit the site. */
export interface Shipped {
  readonly name: string;
  /** What of it reaches them, and when. */
  readonly part: string;
  /** Whether it is bundled into scripts of the site. */
  readonly bundled: boolean;
}

/** Every such package; the build fails where a script holds another. */
export const shipped: readonly Shipped[] = [
  {
    name: "clipboard-polyfill",
    part: "Copies the request to the clipboard, on the page of the request",
    bundled: true,
  },
  { name: "pagefind", part: "Searches, once you reach for the search", bundled: false },
  { name: "tailwindcss", part: "Rules in the style sheet of every page", bundled: false },
  {
    name: "world-atlas",
    part: "The outlines of the world map: data of Natural Earth, which is in the public domain",
    bundled: false,
  },
];
