/**
 * The rooms of `src/`, from the ground up, each with those that it may import. A room imports only
 * what stands above it in this list, so there is no way back and no circle.
 */
export const rooms = {
  environment: [],
  words: [],
  schemas: ["words"],
  parse: ["schemas"],
  centre: ["environment", "words", "schemas", "parse"],
  markdown: ["parse", "centre"],
  styles: ["schemas"],
  calendar: [],
  components: ["environment", "words", "schemas", "centre"],
  releases: [
    ...["environment", "words", "schemas", "parse", "centre", "markdown", "calendar"],
    "components",
  ],
  request: ["words", "schemas", "centre", "calendar", "components"],
  search: ["words", "centre", "components"],
  "components/mdx": ["words", "schemas", "centre", "components", "request"],
  layouts: ["words", "centre", "components", "releases", "search", "styles"],
  check: [
    ...["environment", "words", "schemas", "parse", "centre", "releases", "request", "search"],
    "styles",
  ],
  scaffold: ["environment", "schemas", "parse", "centre", "check"],
  vscode: ["environment", "schemas", "parse"],
  desk: [
    ...["environment", "words", "schemas", "parse", "centre", "releases", "check", "components"],
    ...["styles", "scaffold"],
  ],
  "machine-readable": ["words", "schemas", "centre"],
  sbom: [],
  hosting: ["words", "centre"],
  pack: [
    ...["environment", "words", "centre", "components", "releases", "machine-readable"],
    "hosting",
  ],
  transparency: ["environment", "words", "centre", "components", "search", "sbom", "hosting"],
  pages: [
    ...["environment", "words", "schemas", "centre", "markdown", "styles", "components"],
    ...["components/mdx", "releases", "request", "search", "layouts", "machine-readable"],
    ...["sbom", "hosting"],
    "transparency",
  ],
  build: [
    "environment",
    "words",
    "centre",
    "components",
    "releases",
    "search",
    "machine-readable",
    "sbom",
    "hosting",
    "pack",
    "transparency",
  ],
  cli: [
    ...["environment", "words", "schemas", "parse", "centre", "releases", "check", "scaffold"],
    ...["hosting", "pack", "build"],
  ],
};

const names = Object.keys(rooms);
for (const [room, allowed] of Object.entries(rooms))
  for (const other of allowed)
    if (names.indexOf(other) >= names.indexOf(room))
      throw new Error(
        `${room} may import ${other}, which does not stand above it; move one of them`,
      );

/** How many folders deep rooms are. */
const depths = [0, 1, 2, 3];

/** A file or folder of another room, seen from a file that is so many folders below `src/`. */
const pathTo = (room, depth) =>
  `^${depth === 0 ? "\\./" : "(?:\\.\\./)".repeat(depth)}${room}(?:/|\\.ts$|$)`;

/** One rule for the files of a room in each depth: the rooms that they may not import. */
export const roomRules = names.flatMap((room) =>
  depths
    .filter((depth) => depth >= room.split("/").length)
    .map((depth) => {
      const below = depth - room.split("/").length;
      const forbidden = names.filter(
        (other) => other !== room && !rooms[room].includes(other) && other !== room.split("/")[0],
      );
      return {
        files: [`src/${room}/${"*/".repeat(below)}*.{ts,astro}`],
        ignores: names
          .filter((other) => other.startsWith(`${room}/`))
          .map((other) => `src/${other}/**`),
        rules: {
          "no-restricted-imports": [
            "error",
            {
              patterns: forbidden.map((other) => ({
                regex: pathTo(other, depth),
                message: `src/${room} may not import src/${other}: see docs/architecture.md.`,
              })),
            },
          ],
        },
      };
    }),
);
