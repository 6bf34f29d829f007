import { counted, decimal, enumeration, longDate } from "./formats.ts";

/*
 * What the site says in American English. Phrases are whole; a phrase with values is a function of
 * them, and takes a function that makes links of its linked words. Scripts import whole sections
 * (virtual-words.d.ts): all that these contain reaches visitors, so they contain nothing else.
 */

/** An ISO date as written in a sentence. */
export const date = (day: string): string => longDate("en", day);

/** A number with thousands separators. */
export const number = (value: number): string => decimal("en", value);

/** A list as written in a sentence. */
export const list = (items: readonly string[]): string => enumeration("en", items).join("");

/** Marks up words within a phrase, as a link or as code. */
type MarkUp = (words: string) => string;

/** The locale for Open Graph, with the territory whose spelling the site uses. */
export const locale = { openGraph: "en_US" };

export const header = {
  skip: "Skip to content",
  sections: "Sections",
  menu: "Menu",
  search: "Search",
  /** The keys that open the search. */
  keys: "Ctrl K",
};

export const footer = {
  asOf: (day: string) => `Content as of ${day}`,
  more: "More pages",
};

export const draft = {
  label: "Draft",
  awaiting: (count: number) =>
    counted("en", count, {
      one: `Draft: ${number(count)} fact awaits confirmation.`,
      other: `Draft: ${number(count)} facts await confirmation.`,
    }),
  seeWhich: "See which",
  unconfirmed: "Not confirmed yet.",
  title: "Facts awaiting confirmation",
  description: "What has to be confirmed before this site is published.",
  lead: "This site is a draft until each of these is settled.",
};

export const releases = {
  title: "What changed",
  description: "The versions that were published, and what each of them changed.",
  lead: "Each version that was published, the latest first, with what it changed.",
  follow: (atom: MarkUp, json: MarkUp, calendar: MarkUp) =>
    `To be told, give your feed reader ${atom("this address (Atom)")} or ${json("this one (JSON Feed)")}; without a feed reader, let your calendar subscribe to ${calendar("the days from which changes hold (.ics)")}, or come back to this page: the latest stands first.`,
  feed: { xml: "What changed (Atom)", json: "What changed (JSON Feed)" },
  kinds: { substantive: "Substantive change", editorial: "Editorial change" },
  draft: "Draft",
  of: (day: string) => `Version of ${day}`,
  draftOf: (day: string) => `Draft version of ${day}`,
  changedSince: (day: string) => `Changed since the version of ${day}`,
  holdsFrom: (day: string) => `Holds from ${day}`,
  holdsToday: (site: string, summary: string) => `${site}, holds from today: ${summary}`,
  figures: "In numbers",
  figure: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  pages: "Pages",
  added: (page: string) => `${page} (new)`,
  removed: (page: string) => `${page} (removed)`,
  moved: (page: string) => `${page} (moved)`,
  whatChanged: "what changed",
  cite: "cite",
  all: "All versions",
  inForce: "What was in force that day",
  inForceOn: (day: string) => `What was in force on ${day}`,
  ofAllPages: "The versions of all pages",
  ofPage: "Versions and feeds of this page",
  takesEffect: (day: string) => `This text takes effect on ${day}.`,
  /** What applies until then, each but what applies already with the day from which it does. */
  until: ([first, ...later]: readonly { from?: string | undefined; version: string }[]) =>
    `${first?.from === undefined ? "Until then" : `From ${first.from} until then`}, the ${first?.version ?? ""} applies${later.map(({ from, version }) => `; from ${from ?? ""}, the ${version}`).join("")}.`,
  versionOf: (day: string) => `version of ${day}`,
};

export const redline = {
  title: (day: string) => `What changed on ${day}`,
  description: (day: string, summary: string) => `${day}: ${summary}`,
  lead: "Underlined words were added, words that are struck through were removed. Paragraphs that did not change are left out.",
  first: "This is the first version. It is the beginning of everything below.",
  newPage: "This page is new.",
  removedPage: "This page was removed.",
  movedFrom: (path: string) => `This page moved here from ${path}.`,
  movedTo: (path: string) => `This page moved to ${path}.`,
  noWords:
    "Its words are the same; what changed is how they are set, where they lead, or in what order.",
  read: "Read this version",
  before: "The version before it",
  added: "added:",
  removed: "removed:",
  end: "end of change",
  moved: "Moved here",
  unchanged: "Unchanged text is left out",
};

/** Any two versions, compared in the visitor's browser. */
export const comparison = {
  title: "Compare two versions",
  neighbors: "Each version with the one before it:",
  neighbor: (before: string | undefined, after: string) =>
    before === undefined ? `${after} (the first)` : `${before} → ${after}`,
  from: "One day",
  to: "Another day",
  now: "Now",
  page: "Page",
  allPages: "All pages",
  compare: "Compare",
  working: "Comparing…",
  between: (before: string, after: string) => `${before} → ${after}`,
  differing: (count: number) =>
    counted("en", count, {
      one: `${number(count)} page differs.`,
      other: `${number(count)} pages differ.`,
    }),
  same: "Nothing differs.",
  share: "The address of this page now leads to this comparison. Your browser tells it to nobody.",
  unknown: "The address names no two days whose versions can be compared here. Choose others.",
  failed: "The texts could not be fetched. Try again, or load the page anew.",
};

/** Whether a text was published: said by the command and to visitors. */
export const verification = {
  title: "Check a text or a citation",
  lead: "Whether a text stood here, and from when to when. What you enter stays in your browser.",
  withoutForm:
    "The page of each version has its text as a file, and the SHA-256 of it. A file that you have is that text if its own SHA-256 is the same.",
  given: "The whole text of a page in Markdown, or a citation",
  file: "Or a file",
  check: "Check",
  nothing: "Enter a text or a citation, or choose a file.",
  notRead: "The file could not be read.",
  insecure:
    "Your browser computes the SHA-256 of a text only on an encrypted connection (https), and this one is not. A citation can be checked all the same.",
  failed: "The list of what was published could not be fetched. Load the page anew.",
  latest: (path: string, page: string, from: string) =>
    `This is the text of ${path} (“${page}”) that was published on ${from}, and is the latest.`,
  past: (path: string, page: string, from: string, until: string) =>
    `This is the text of ${path} (“${page}”) that was published on ${from} and stood there until ${until}.`,
  moved: (path: string) => `The page then moved to ${path}.`,
  holdsFrom: (day: string) => `It holds from ${day}.`,
  draft: "It was a draft.",
  belowNotice: "What stands above its title is not part of it.",
  noText: (sha256: string) => `No release has published a text with the SHA-256 ${sha256}.`,
  noVersion: (address: string) => `No release has published what ${address} names.`,
  otherText: (path: string, day: string, sha256: string, given: string) =>
    `The text of ${path} that was published on ${day} has the SHA-256 ${sha256}, and not ${given}.`,
};

export const version = {
  title: (page: string, day: string) => `${page} (${day})`,
  description: (page: string, day: string) => `${page}, as it stood from ${day} on.`,
  label: "A version kept for the record",
  past: (from: string, to: string) => `This is how the page stood from ${from} until ${to}.`,
  pastUntilRemoved: (from: string, to: string) =>
    `This is how the page stood from ${from} until it was removed on ${to}.`,
  pastUntilMoved: (from: string, to: string, path: string) =>
    `This is how the page stood from ${from} until it moved to ${path} on ${to}.`,
  latest: (from: string) => `This is how the page has stood since ${from}.`,
  term: (from: string, until?: string) =>
    until === undefined ? `In force from ${from}.` : `In force from ${from} until ${until}.`,
  neverHeld: "It never took effect: another version took its place before.",
  current: (page: string) => `What holds now: ${page}`,
  heldUntil: (day: string, page: string) => `What holds until ${day}: ${page}`,
  toCome: (day: string, page: string) => `What holds from ${day}: ${page}`,
  later: (day: string) => `What came later: ${day}`,
  earlier: (day: string) => `What was there before: ${day}`,
  citation: "Citation",
  cite: (organization: string, page: string, day: string, address: string) =>
    `${organization}, “${page}”, version of ${day}, ${address}`,
  digest: (sha256: string) => `SHA-256 of its text: ${sha256}`,
  historyTitle: (page: string) => `Versions of “${page}”`,
  historyDescription: (page: string) =>
    `The versions of “${page}” that were published, and what each of them changed.`,
  historyLead:
    "Each version of this page that was published, the latest first, with what it changed.",
  follow: (atom: MarkUp, json: MarkUp) =>
    `To be told of this page, give your feed reader ${atom("this address (Atom)")} or ${json("this one (JSON Feed)")}; without a feed reader, come back to this list: the latest stands first.`,
  file: "Its text as a file (Markdown)",
  copy: "Copy the citation",
  copied: "The citation is copied.",
  notCopied: "Not copied. The citation is selected: press Ctrl+C or Cmd+C.",
  listTitle: (day: string) => `What was in force on ${day}`,
  listDescription: (day: string) => `The version of each page that was in force on ${day}.`,
  listLead: "Which version of each page was in force on that day.",
  listCaption: "The versions that were in force",
  othersAsOn: (day: string) => `The other pages were in the same versions as on ${day}.`,
  allAsOn: (day: string) => `All pages were in the same versions as on ${day}.`,
  nothingHeld: "Nothing was in force yet.",
  toComeCaption: "Published by then, in force later",
  toComeColumns: ["Page", "Version", "In force from"],
  columns: ["Page", "Version", "In force since"],
};

export const overview = {
  search: (site: string) => `Search the ${site}`,
  waysIn: "Ways in",
};

export const page = {
  contents: "On this page",
  /** Where the list is folded, with how much it lists, such as "12 sections". */
  contentsOf: (entries: string) => `On this page: ${entries}`,
  sections: (count: number) =>
    counted("en", count, {
      one: `${number(count)} section`,
      other: `${number(count)} sections`,
    }),
  links: "Links",
};

export const moved = {
  title: "This page has moved",
  place: (link: string) => `It is now at ${link}.`,
};

export const notFound = {
  title: "Page not found",
  description: "There is no page at this address.",
  lead: "There is no page at this address. It may be here:",
};

export const everything = {
  title: "Everything on one page",
  description: "Every page in one, to print or to search in your browser.",
  lead: "Every page in one, to print or to search in your browser.",
  download: "Download everything as a ZIP file: a PDF, the lists as CSV, and all data as JSON",
  sheet: (at: string, of: string) => `Page ${at} of ${of}`,
  parts: "Parts",
  count: (count: number) =>
    counted("en", count, { one: `${number(count)} part`, other: `${number(count)} parts` }),
};

export const searchPage = {
  title: "Search",
  description: (site: string) => `Search the ${site}.`,
  needsScript: (everything: MarkUp) =>
    `The search needs JavaScript. ${everything("Everything on one page")} can be searched with your browser’s own search.`,
};

export const questions = {
  index: "All questions",
  count: (count: number) =>
    counted("en", count, {
      one: `${number(count)} question`,
      other: `${number(count)} questions`,
    }),
  parts: "Parts",
  part: (topic: string, part: number, of: number) => `${topic}, ${number(part)} of ${number(of)}`,
};

export const statements = {
  section: "Archive",
  archived: "Archived",
  title: (statement: string) => `Archived: ${statement}`,
  current: (page: string) => `Current information: ${page}`,
  firstPublished: "The statement as it was first published",
  differences: {
    caption: "Where the archived statement differs from current information",
    columns: ["Topic", "Now", "In the statement"],
  },
};

/** Captions, and the column names that apply where the content gives none. */
export const tables = {
  contacts: { caption: "Who to contact", columns: ["Topic", "Address"] },
  dataCategories: {
    caption: "What is collected, and what for",
    columns: ["Category", "What is collected", "Purpose"],
  },
  deadlines: { columns: ["Law", "Answer", "Authority"] },
  frameworks: { caption: "Frameworks and resources", columns: ["Name", "Description"] },
  retention: { caption: "How long data is kept", columns: ["Account", "How long it is kept"] },
};

export const machineReadable = {
  download: "Download:",
  /** What each list of facts is of. */
  lists: {
    contacts: "Addresses to write to",
    policies: "Documents",
    "data-categories": "Categories of personal data",
    recipients: "Recipients of personal data",
    frameworks: "Standards, policies, and agreements",
    rights: "Rights over personal data",
    laws: "Privacy laws",
    regions: "Hosting regions",
    providers: "Infrastructure providers",
    retention: "Retention periods",
    representatives: "Representatives",
    topics: "Topics of the questions",
    handlers: "Who handles data",
    relationships: "Relationships of people who make a request",
    countries: "Countries and their privacy laws",
  },
  pages: "Pages",
  questions: "Questions and answers",
  facts: "Lists as CSV",
  everything: "Every page in one file",
  records: "All pages, questions, and lists as JSON",
  schema: "The schema of the JSON file",
};

export const review = {
  caption: "What reviewers ask for",
  columns: ["Subject", "What it says", "Status", "Where"],
  statuses: {
    published: "Published",
    "on-request": "On request",
    "not-published": "Not published",
  },
};

export const laws = {
  footnote: (law: string) => `Footnote on ${law}`,
};

export const map = {
  label: (regions: string) => `World map with the hosting regions: ${regions}`,
  legend:
    "Countries in which data can be hosted are filled, regions without a named country are hatched. Map: Natural Earth.",
};

export const timeline = {
  from: (event: string) => `after ${event}`,
  step: (action: string, count: number) =>
    counted("en", count, {
      one: `${action} after ${number(count)} day`,
      other: `${action} after ${number(count)} days`,
    }),
  days: (count: number) =>
    counted("en", count, { one: `${number(count)} day`, other: `${number(count)} days` }),
};

export const transparency = {
  section: "This site",
  title: "How this site treats you",
  description:
    "What this site does when you visit it, and what it does not, measured on the files it is made of.",
  lead: "The figures on this page are measured on the finished files of this site each time it is built. Nobody types them.",
  headings: {
    promises: "What it does not do",
    weights: "What a page weighs",
    policy: "Its security policy, line by line",
    headers: "What the host sends with every page",
    check: "How to check it yourself",
    limits: "What it cannot promise",
    digest: "Is it the site that was built?",
    licences: "What it is made of",
  },
};

export const promises = {
  keepsNothing: "It sets no cookies and keeps nothing else in your browser.",
  asksNobody:
    "It asks no other site for anything: no fonts, no maps, no statistics, no advertising.",
  script: (bytes: number) =>
    `Each page that you only read has one script of ${number(bytes)} bytes. It does nothing until you open the search.`,
  search: (bytes: number, requests: number) =>
    counted("en", requests, {
      one: `Only when you do, your browser fetches the search: ${number(bytes)} bytes in ${number(requests)} request.`,
      other: `Only when you do, your browser fetches the search: ${number(bytes)} bytes in ${number(requests)} requests.`,
    }),
  questions:
    "The page of questions runs a second one, which leads on from an address that names a question to the question’s own page.",
  versions:
    "A page as it stood has a script that copies its citation. The page of what changed has two forms, whose scripts come once you open them: they compare and check texts in your browser, with those that it fetches from this site, and send nothing of what you enter.",
  staysHere:
    "What you type into a request stays in your browser. So does what you look for: the search works in your browser, on pieces of an index that it fetches from this site.",
  held: (code: MarkUp) =>
    `The build ends in an error when a script of the site names a way to keep something (cookies, storage, databases, caches, service workers, the name of the window) or to call somebody (beacons, sockets, event streams, XMLHttpRequest, WebRTC, WebTransport, pictures or sounds that a script loads, and ${code("fetch")} outside the search and the comparison of versions), or when a page or a style sheet loads anything from elsewhere. It looks for these names in the finished files, so it finds a slip, not what somebody wrote to be missed. The policy below, which your browser enforces, limits what such code could fetch.`,
};

export const weights = {
  pages: (count: number) =>
    counted("en", count, {
      one: `The site has ${number(count)} page.`,
      other: `The site has ${number(count)} pages.`,
    }),
  how: "Bytes are those of the files that the build compressed with brotli, from opening a page until nothing more is asked for. A host that sends these files sends so many bytes; one that compresses by itself, or not at all, sends more. The icon of the site comes once besides. This page is left out: it cannot hold its own size.",
  caption: "What opening a page costs",
  columns: {
    page: "Page",
    bytes: "Bytes",
    requests: "Requests",
    script: "Bytes of script it runs, not compressed",
  },
  heaviest: (place: string, of: number) => `${place} (the heaviest of ${number(of)})`,
  others: (count: number) => `${number(count)} more pages to read (the heaviest of them)`,
};

export const policy = {
  lead: (code: MarkUp) =>
    `Every page carries a policy that your browser enforces, even against the site itself, should somebody slip something into it. This is that of the overview. Fingerprints are shortened to ${code("sha256-…")}.`,
  caption: "The Content Security Policy",
  columns: { name: "Line", sources: "Allows", meaning: "In plain words" },
  exceptions: "Pages on which a line is another",
  exceptionColumns: { pages: "Pages", directive: "Line", meaning: "In plain words" },
  nothingElse:
    "Whatever no other line allows is forbidden: frames, fonts, video, workers and more.",
  ownScripts: "Scripts run only if they are files of this site.",
  engine: "The search may run its engine, which is compiled code (WebAssembly).",
  inlineScripts:
    "The small script within the page runs only while it is, to the letter, the one it was built with.",
  inlineStyles:
    "A style sheet within the page is taken only while it is the one it was built with. No other is.",
  noStyles: "No style sheet is taken.",
  ownPictures: "Pictures come from this site, so none can count your visit elsewhere.",
  ownFetches: "Scripts may load from this site only, as the search does its index.",
  noFetches: "Scripts may fetch nothing and send nothing, to anybody, this site included.",
  noBase: "Nothing can redirect the links of the page all at once.",
  noForms: "No form can be sent anywhere.",
  trustedTypes: "No text can be turned into code or into a part of the page.",
  noException: "There is no exception to that.",
  noFrames: "No site can show a page of this one within its own, to catch your clicks.",
};

export const headers = {
  lead: "The build writes down which headers the host is to send, and they bind your browser too. Some hosts send no headers that a site asks for, GitHub Pages among them. There the site relies on the policy that each page carries: all of it holds but the first line of this table, so nothing forbids other sites to show a page within their own.",
  caption: "The headers beside that policy",
  columns: { name: "Header", value: "Value", meaning: "In plain words" },
  encrypted:
    "For two years after a visit, your browser comes here and to the addresses below this one over an encrypted connection only.",
  noReferrer: "A site that you go to from here does not learn where you come from.",
  noSniffing:
    "Your browser takes each file for what it is said to be, and never for a script instead.",
  noFrames:
    "No site can show a page of this one within its own. This tells browsers that are too old for the policy.",
  noOpener: "A site that opened this one in a window, or that it opened, cannot reach into it.",
  noEmbedding: "A page can take in nothing from another site that has not agreed to it.",
  noTaking: "No other site can take in pictures or files of this one.",
  ownMemory: "Your browser keeps this site apart in its memory from sites with a similar address.",
  permissions:
    "A page may not even ask for your camera, microphone, screen, location, payment, identity card, passkeys, USB, HID, serial or MIDI devices, or what you have copied elsewhere.",
  revalidated: "Your browser may keep a page, but asks each time whether it is still the same.",
  forever:
    "Your browser may keep files whose names change with what is in them, and need not ask again.",
};

export const checking = {
  requests:
    "Open your browser’s developer tools (F12, or Option+Command+I on a Mac), choose “Network”, and load a page again. Each request is listed with the address it goes to.",
  storage:
    "Choose “Application” (in Firefox and Safari, “Storage”). Cookies, local storage, session storage, databases and caches are empty.",
  offline:
    "Open the page of the request, disconnect from the network, and fill it in. It works as before, since it needs nobody.",
  scripts: (everything: MarkUp) =>
    `Block scripts for this site. Every page can still be read, and ${everything("everything on one page")} stands in for the search.`,
  source:
    "View the source of a page. The policy is in one of its first lines, under “Content-Security-Policy”.",
  headers:
    "In “Network”, choose a page from the list and read its response headers. There you see which of the headers above this host sends.",
};

export const limits = {
  host: "Whoever hosts a site learns, as with any site, the address of your connection, the page you ask for and the time, and may keep a log of it. No page can prevent that.",
  network:
    "An encrypted connection hides what you read. It does not hide from your network that you visit this site.",
  browser:
    "Your browser and its extensions can read every page and what you type into it. Some send it on, to translate it or to check its spelling.",
  search:
    "The pieces of the index that a search fetches hint to the host at what you look for. On the page of the search your words stand in its address behind a #: your browser sends that part to nobody, but keeps it in its history.",
  elsewhere:
    "Links that lead away lead to sites with rules of their own. A request that you send is a mail like any other.",
};

export const digest = {
  same: "From the same source comes the same site, byte for byte, wherever and whenever it is built for the same day (on another kind of processor, compressed files may differ).",
  builtFor: (day: string) => `This one was built for ${day}. Its digest is`,
  command: (list: MarkUp) =>
    `That is the SHA-256 of ${list("the list of its files")}, each with its own. Whoever has built the site computes it, in the folder of the site, with`,
  covers:
    "The list covers every file but this page and itself, as neither can hold its own digest. The figures of this page are not in the search, so the index does not depend on them.",
};

export const licenses = {
  own: (license: string) => `The license of the site’s own program is ${license}.`,
  none: "The site’s own program states no license.",
  others: "Of these packages something reaches your browser:",
  caption: "Packages of others in what you receive",
  columns: { package: "Package", license: "License", part: "What it does here" },
  bill: (bill: MarkUp) =>
    `${bill("The bill of materials")} (CycloneDX) lists them, and every package that builds the site.`,
  parts: {
    "clipboard-polyfill":
      "Copies a request to the clipboard, on the page of the request, and citations",
    diff: "Finds what differs, once you compare two versions",
    marked: "Reads the texts of the versions that you compare",
    pagefind: "Searches, once you reach for the search",
    tailwindcss: "Rules in the style sheet of every page",
    "world-atlas":
      "The outlines of the world map: data of Natural Earth, which is in the public domain",
  },
};

/** The statement on accessibility: the form of the W3C's template, in words of this site. */
export const accessibility = {
  link: "Accessibility",
  title: "Accessibility statement",
  description: (site: string) =>
    `How accessible the ${site} is, what not everybody can use yet, and whom to tell.`,
  headings: {
    measures: "What we do for accessibility",
    status: "Conformance status",
    feedback: "Tell us about barriers",
    compatibility: "Compatibility",
    technologies: "Technical specifications",
    limitations: "Limitations and alternatives",
    assessment: "How it was assessed",
    measured: "What tests have measured",
    approval: "Formal approval",
    complaints: "Complaints",
  },
  level: (level: string) => `level ${level}`,
  /** @param standard with its level */
  status: {
    full: (standard: string) =>
      `This site conforms fully to ${standard}: all of it, without exception.`,
    partial: (standard: string) =>
      `This site conforms partially to ${standard}: some parts do not meet the standard yet.`,
    none: (standard: string) =>
      `This site does not conform to ${standard}: most of it does not meet the standard yet.`,
    "not-assessed": (standard: string) =>
      `This site is meant to conform to ${standard}. Whether it does has not been assessed yet.`,
  },
  feedback: {
    write: (address: string) =>
      `If you meet a barrier on this site, or need something from it in another form, write to ${address}.`,
    name: "Tell us the address of the page, what you wanted to do, and, if you like, the browser and the assistive technology you use.",
    within: (days: number) =>
      counted("en", days, {
        one: `We answer within ${number(days)} working day.`,
        other: `We answer within ${number(days)} working days.`,
      }),
  },
  compatibility: {
    works: "The site was tried, and works, with:",
    fails: "It is known not to work, or not well, with:",
  },
  technologies: (technologies: string) =>
    `The site relies on these technologies to be accessible: ${technologies}.`,
  limitations: {
    none: "None is listed.",
    caption: "What not everybody can use",
    columns: ["What", "Whom it affects", "What to do instead", "To be mended by"],
    open: "No date is set.",
  },
  assessment: {
    self: (by: string, day: string) => `The organization assessed the site itself (${by}; ${day}).`,
    external: (by: string, day: string) =>
      `The site was assessed by somebody else than the organization (${by}; ${day}).`,
    none: "Nobody has assessed the site yet.",
    report: "Read the report",
  },
  tests: {
    limits:
      "Tests open every page in a browser and look for barriers. A machine finds only a part of all barriers, so the conformance status does not follow from these figures: people set it, in an assessment.",
    run: (day: string, tools: string) => `The last run was on ${day}, with ${tools}.`,
    measuredHere: "It looked at this very build of the site.",
    measuredElsewhere:
      "It looked at another build than this one: at pages before they were last changed, or at the site of another organization. The figures may not hold for the pages that you are reading.",
    caption: "Barriers that the tests found",
    columns: ["How the pages were shown", "Pages", "Barriers found"],
    variants: {
      "light-narrow": "Light, 320 pixels wide, as on a small phone or at a zoom of 400 percent",
      "light-wide": "Light, 1,280 pixels wide",
      "dark-narrow": "Dark, 320 pixels wide",
      "dark-wide": "Dark, 1,280 pixels wide",
      "forced-colors": "In colors that the operating system enforces, whose contrast is its own",
      "large-text": "With text twice as large",
      print: "As printed",
    },
    measured: "Digest of the pages that were measured:",
    built: "Digest of the pages of this build:",
    covers:
      "A digest is the SHA-256 of the list of pages and scripts, each with its own. It leaves out this page, which tells of the run, and the page on how this site treats you, which tells the day of the build.",
  },
  approved: (by: string, day: string) => `This statement was approved by ${by}, on ${day}.`,
  dates: (prepared: string, reviewed: string) =>
    `This statement was prepared on ${prepared}. It was last reviewed on ${reviewed}.`,
};

/** A length of time, in days, business days or calendar months. */
interface Duration {
  readonly count: number;
  readonly unit: "days" | "business days" | "months";
}

/** The time in which a law requires a response, and by how much it may be extended. */
interface Deadline extends Duration {
  readonly provision?: string | undefined;
  readonly extension?: Duration | undefined;
}

const units = {
  days: { one: "day", other: "days" },
  "business days": { one: "business day", other: "business days" },
  months: { one: "month", other: "months" },
};

const duration = ({ count, unit }: Duration) =>
  `${number(count)} ${counted("en", count, units[unit])}`;

/** The request form, and what is shown instead without scripts. */
export const requestForm = {
  holder: "Who holds your data?",
  company: "Email address of that company",
  country: "Country",
  chooseCountry: "Choose a country",
  type: "Request type",
  detail: "Details",
  name: "Full name",
  address: "Email address we have for you (optional)",
  title: "Your request",
  to: "To:",
  subject: "Subject:",
  text: "Message:",
  copy: "Copy request",
  mail: "Open in email app",
  save: "Save as an email file (.eml)",
  print: "Print",
  otherWays: "Other ways",
  /** On the buttons beside what each of them copies, which their full names say. */
  copyThis: "Copy",
  copyAddress: "Copy address",
  copySubject: "Copy subject",
  copyMessage: "Copy message",
  next: "What happens next",
  calendar: "Add to calendar",
  again: "Start another request",
  template: "Sample template",
  mailLinks: "Each link opens your email app with the request for that right written out.",
  /** Shown as the recipient if another company holds the data. */
  toCompany: "that company’s address",
  /** For each blank that every request should fill: its name in a list, and what to do. */
  blanks: {
    company: { name: "email address of that company", missing: "Enter one email address." },
    request: { name: "request type", missing: "Choose a request type." },
    country: { name: "country", missing: "Choose a country." },
    name: { name: "full name", missing: "Enter your full name." },
  },
  lineKept: "We kept the line you edited. Please check it.",
  downloading: (file: string) => `Download started: ${file}. Open the file to continue.`,
  printing: "Sent to your browser’s print window.",
  clear: "Clear form",
  cleared: "Form cleared.",
  undo: "Undo",
  restored: "Your entries are back.",
  nextOne: "We kept your details and the recipient. Choose the next request type.",
  /** The names of downloaded files. */
  calendarFile: "answer-due.ics",
  emailFile: "request.eml",
};

/** The tables of the laws and their deadlines. */
export const deadlines = {
  caption: "How long an answer may take, and the authority to contact",
  /** As written in a sentence: “an answer is expected within …”. */
  within: ({ provision, extension, ...time }: Deadline) => {
    const within = `within ${duration(time)}${provision ? ` (${provision})` : ""}`;
    return extension ? `${within}, which can be extended by ${duration(extension)}` : within;
  },
  unconfirmed: "deadline not confirmed here",
  notConfirmed: "Deadlines not confirmed here",
  /** Before the deadline for rights of these names, and for the rest. */
  rights: (names: readonly string[], deadline: string) => `${list(names)}: ${deadline}`,
  otherRights: (deadline: string) => `other requests: ${deadline}`,
};

/** What the script of the request form says. Parts of a sentence are text or elements. */
export const request = {
  subjectLine: (subject: string) => `Subject: ${subject}`,
  dateLine: (day: string) => `Date: ${date(day)}`,
  stillToFillIn: <Part>(blanks: readonly Part[]): (Part | string)[] => [
    "Still to fill in: ",
    ...enumeration("en", blanks),
    ".",
  ],
  /**
   * @param within the response time, as the table of laws says it
   * @param notes sentences about the day
   */
  expected: <Part>(
    law: Part,
    within: string,
    day: Part,
    notes: readonly string[],
    authority: Part,
  ): (Part | string)[] => [
    law,
    `: an answer is expected ${within}. Counted from today, that is by `,
    day,
    [".", ...notes, "If you get no answer, contact "].join(" "),
    authority,
    ".",
  ],
  /** What is said of the last day of a period. */
  lastDay: {
    saturday: "The last day is a Saturday.",
    sunday: "The last day is a Sunday.",
    holiday: "The last day is a public holiday.",
  },
  businessDays: "Business days are counted from Monday to Friday.",
  noHolidays: "We have not checked for public holidays.",
  unconfirmed: <Part>(law: Part, authority: Part): (Part | string)[] => [
    law,
    ": deadline not confirmed here. If you get no answer, contact ",
    authority,
    ".",
  ],
  chooseType: "Choose a request type to see how long the answer may take.",
  noDeadline: (country: string) =>
    `We list no deadline for this type of request in ${country}. You can still send your request.`,
  noLaw: (country: string) =>
    `We list no privacy law for ${country}. You can still send your request.`,
  /** The calendar entry. */
  due: (subject: string) => `${subject}: answer due`,
  dueBecause: (law: string, within: string, notes: readonly string[]) =>
    [`${law}: an answer is expected ${within}.`, ...notes].join(" "),
};

/** The search field, and the controls around it. */
export const searchPanel = {
  title: "Search",
  inSite: (site: string) => `Search the ${site}`,
  submit: "Search",
  close: "Close",
  section: "Section",
  tryOther: "Try fewer or other words, or look here:",
  notLoaded: (everything: MarkUp) =>
    `The search could not be loaded. ${everything("Everything on one page")} can be searched with your browser’s own search.`,
};

/** The number of results shown, and of all. */
interface Findings {
  readonly shown: number;
  readonly total: number;
  /** Whether the total is a minimum. */
  readonly atLeast: boolean;
}

const results = ({ shown, total, atLeast }: Findings, all: { one: string; other: string }) => {
  const found = `${number(total)} ${counted("en", total, all)}`;
  if (shown === total) return found;
  return atLeast ? `Top ${number(shown)} of at least ${found}` : `Top ${number(shown)} of ${found}`;
};

const partial = { one: "partial match", other: "partial matches" };

/** What the search script says. */
export const search = {
  /** Matches a word; the first group is its stem, without inflectional endings. */
  stem: /^(..+?)(?:ies|ing|ed|es|s|e|y)$/,
  /**
   * Endings, and what a word has in their place in another form of the same word. The index must take
   * both for the same too: “policies” is “policy”, but “police” is not, nor is “experienced” “experience”.
   */
  inflections: [
    [/^(?!news$|[^aeiou]+ies$)(.*[aeiouy].*[^su])s$/, "$1"],
    [/^(.*(?:ss|x|ch|sh))es$/, "$1"],
    [/^(..+)ies$/, "$1y"],
    [/^(?!.*([bdfgmnprt])\1(?:ed|ing)$)(.*[aeiouy][^aeiouy].*(?:[^aeious]|ss))(?:ed|ing)$/, "$2"],
    [/^(.*[aeiou].*[^aeiou](?<![ae]nc))(?:ed|ing)$/, "$1e"],
  ] as readonly (readonly [ending: RegExp, other: string])[],
  /** Matches a word that says nothing of what is looked for, in small letters without accents. */
  idle: /^(?:an?|the|th(?:is|at|ese|ose|ere|ey|em|eir)|and|or|but|if|so|as|at|by|for|from|in|into|of|off|on|to|with|about|i|im|me|my|mine|we|ours?|you|yours?|he|him|his|she|hers?|its?|is|are|am|was|were|be|been|being|do|does|did|done|doing|dont|doesnt|not|has|have|had|having|can|cant|could|should|would|will|shall|may|might|must|what|whats|when|where|wheres|which|who|whos|whom|whose|why|how|hows|any|some|get|got|please|tell|vs)$/,
  allSections: "All sections",
  inAllSections: "Search all sections",
  more: "Show more",
  archived: "Archived: no longer applies",
  found: (query: string, findings: Findings) =>
    `${results(findings, { one: "result", other: "results" })} for “${query}”.`,
  partlyFound: (query: string, findings: Findings) =>
    `No exact match for “${query}”. ${results(findings, partial)}.`,
  partlyFoundIn: (section: string, query: string, findings: Findings) =>
    `No exact match for “${query}” in ${section}. ${results(findings, partial)}.`,
  onlyArchived: (query: string) => `Only an archived statement has all the words of “${query}”.`,
  nowhere: (phrase: string) => `No page has exactly “${phrase}”.`,
  mistyped: (word: string) => `No page has “${word}”.`,
  nothingFound: (query: string) => `Nothing found for “${query}”.`,
  nothingFoundIn: (section: string, query: string) => `Nothing found in ${section} for “${query}”.`,
};
