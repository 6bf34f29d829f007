import type * as en from "./en.ts";
import { counted, decimal, enumeration, longDate } from "./formats.ts";

/* What the site says in German; it addresses visitors as “Sie”. */

export const date: typeof en.date = (day) => longDate("de", day);

export const number: typeof en.number = (value) => decimal("de", value);

export const list: typeof en.list = (items) => enumeration("de", items).join("");

export const locale: typeof en.locale = { openGraph: "de_DE" };

export const header: typeof en.header = {
  skip: "Zum Inhalt springen",
  sections: "Bereiche",
  menu: "Menü",
  search: "Suchen",
  keys: "Strg K",
};

export const footer: typeof en.footer = {
  asOf: (day) => `Stand der Inhalte: ${day}`,
  more: "Weitere Seiten",
};

export const draft: typeof en.draft = {
  label: "Entwurf",
  awaiting: (count) =>
    counted("de", count, {
      one: `Entwurf: ${number(count)} Angabe ist unbestätigt.`,
      other: `Entwurf: ${number(count)} Angaben sind unbestätigt.`,
    }),
  seeWhich: "Ansehen",
  unconfirmed: "Noch nicht bestätigt.",
  title: "Noch zu bestätigende Angaben",
  description: "Was noch zu bestätigen ist, bevor diese Website veröffentlicht wird.",
  lead: "Diese Website ist ein Entwurf, bis alle folgenden Punkte geklärt sind.",
};

export const releases: typeof en.releases = {
  title: "Was sich geändert hat",
  description: "Die veröffentlichten Fassungen und was sich mit jeder von ihnen geändert hat.",
  lead: "Jede veröffentlichte Fassung, die neueste zuerst, mit dem, was sich geändert hat.",
  follow: (atom, json, calendar) =>
    `Wer Bescheid bekommen will, gibt einem Feedreader ${atom("diese Adresse (Atom)")} oder ${json("diese (JSON Feed)")}; ohne Feedreader genügt es, im Kalender ${calendar("die Tage, ab denen Änderungen gelten (.ics)")}, zu abonnieren oder diese Seite wieder aufzurufen: Das Neueste steht zuerst.`,
  feed: { xml: "Was sich geändert hat (Atom)", json: "Was sich geändert hat (JSON Feed)" },
  kinds: { substantive: "Inhaltliche Änderung", editorial: "Redaktionelle Änderung" },
  draft: "Entwurf",
  of: (day) => `Fassung vom ${day}`,
  draftOf: (day) => `Entwurf vom ${day}`,
  changedSince: (day) => `Geändert seit der Fassung vom ${day}`,
  holdsFrom: (day) => `Gilt ab ${day}`,
  holdsToday: (site, summary) => `${site}, gilt ab heute: ${summary}`,
  figures: "In Zahlen",
  figure: (what, before, after) => `${what}: ${before} → ${after}`,
  pages: "Seiten",
  added: (page) => `${page} (neu)`,
  removed: (page) => `${page} (entfallen)`,
  moved: (page) => `${page} (umgezogen)`,
  whatChanged: "Änderungen",
  cite: "zitieren",
  all: "Alle Fassungen",
  inForce: "Was an diesem Tag galt",
  inForceOn: (day) => `Was am ${day} galt`,
  ofAllPages: "Die Fassungen aller Seiten",
  ofPage: "Fassungen und Feeds dieser Seite",
  takesEffect: (day) => `Dieser Text gilt ab ${day}.`,
  until: ([first, ...later]) =>
    `${first?.from === undefined ? "Bis dahin" : `Vom ${first.from} bis dahin`} gilt die ${first?.version ?? ""}${later.map(({ from, version }) => `, ab dem ${from ?? ""} die ${version}`).join("")}.`,
  versionOf: (day) => `Fassung vom ${day}`,
};

export const redline: typeof en.redline = {
  title: (day) => `Was sich am ${day} geändert hat`,
  description: (day, summary) => `${day}: ${summary}`,
  lead: "Unterstrichene Wörter sind neu, durchgestrichene sind entfallen. Absätze, die sich nicht geändert haben, fehlen hier.",
  first: "Dies ist die erste Fassung. Mit ihr beginnt alles, was folgt.",
  newPage: "Diese Seite ist neu.",
  removedPage: "Diese Seite ist entfallen.",
  movedFrom: (path) => `Diese Seite stand vorher unter ${path}.`,
  movedTo: (path) => `Diese Seite steht jetzt unter ${path}.`,
  noWords:
    "Die Wörter sind dieselben; anders ist, wie oder in welcher Folge sie gesetzt sind oder wohin sie führen.",
  read: "Diese Fassung lesen",
  before: "Die Fassung davor",
  added: "neu:",
  removed: "entfallen:",
  end: "Ende der Änderung",
  moved: "Hierher verschoben",
  unchanged: "Unveränderter Text ist ausgelassen",
};

export const comparison: typeof en.comparison = {
  title: "Zwei Fassungen vergleichen",
  neighbors: "Jede Fassung mit der davor:",
  neighbor: (before, after) =>
    before === undefined ? `${after} (die erste)` : `${before} → ${after}`,
  from: "Ein Tag",
  to: "Ein anderer Tag",
  now: "Jetzt",
  page: "Seite",
  allPages: "Alle Seiten",
  compare: "Vergleichen",
  working: "Der Vergleich läuft …",
  between: (before, after) => `${before} → ${after}`,
  differing: (count) =>
    counted("de", count, {
      one: `${number(count)} Seite ist anders.`,
      other: `${number(count)} Seiten sind anders.`,
    }),
  same: "Es gibt keinen Unterschied.",
  share:
    "Die Adresse dieser Seite führt jetzt zu diesem Vergleich. Ihr Browser teilt das niemandem mit.",
  unknown:
    "Die Adresse nennt keine zwei Tage, deren Fassungen sich hier vergleichen lassen. Wählen Sie andere.",
  failed:
    "Die Texte ließen sich nicht abrufen. Versuchen Sie es noch einmal, oder laden Sie die Seite neu.",
};

export const verification: typeof en.verification = {
  title: "Einen Text oder ein Zitat prüfen",
  lead: "Ob ein Text hier stand, und von wann bis wann. Was Sie eingeben, bleibt in Ihrem Browser.",
  withoutForm:
    "Die Seite jeder Fassung hat deren Text als Datei und dazu den SHA-256-Wert. Eine Datei, die Ihnen vorliegt, ist dieser Text, wenn ihr eigener SHA-256-Wert derselbe ist.",
  given: "Der ganze Text einer Seite in Markdown oder ein Zitat",
  file: "Oder eine Datei",
  check: "Prüfen",
  nothing: "Geben Sie einen Text oder ein Zitat ein, oder wählen Sie eine Datei.",
  notRead: "Die Datei ließ sich nicht lesen.",
  insecure:
    "Den SHA-256-Wert eines Textes berechnet Ihr Browser nur über eine verschlüsselte Verbindung (https), und diese ist es nicht. Ein Zitat lässt sich trotzdem prüfen.",
  failed:
    "Die Liste dessen, was veröffentlicht wurde, ließ sich nicht abrufen. Laden Sie die Seite neu.",
  latest: (path, page, from) =>
    `Das ist der Text von ${path} („${page}“), der am ${from} veröffentlicht wurde und der neueste ist.`,
  past: (path, page, from, until) =>
    `Das ist der Text von ${path} („${page}“), der am ${from} veröffentlicht wurde und dort bis ${until} stand.`,
  moved: (path) => `Seitdem steht die Seite unter ${path}.`,
  holdsFrom: (day) => `Er gilt ab ${day}.`,
  draft: "Er war ein Entwurf.",
  belowNotice: "Was über seinem Titel steht, gehört nicht dazu.",
  noText: (sha256) => `Keine Fassung hat einen Text mit dem SHA-256-Wert ${sha256}.`,
  noVersion: (address) => `Keine Fassung hat, was ${address} nennt.`,
  otherText: (path, day, sha256, given) =>
    `Der Text von ${path}, der am ${day} veröffentlicht wurde, hat den SHA-256-Wert ${sha256} und nicht ${given}.`,
};

export const version: typeof en.version = {
  title: (page, day) => `${page} (${day})`,
  description: (page, day) => `${page}, wie die Seite ab ${day} lautete.`,
  label: "Eine Fassung, die aufbewahrt wird",
  past: (from, to) => `So lautete die Seite vom ${from} bis zum ${to}.`,
  pastUntilRemoved: (from, to) => `So lautete die Seite vom ${from}, bis sie am ${to} entfiel.`,
  pastUntilMoved: (from, to, path) =>
    `So lautete die Seite vom ${from}, bis sie am ${to} nach ${path} umzog.`,
  latest: (from) => `So lautet die Seite seit dem ${from}.`,
  term: (from, until) =>
    until === undefined ? `In Kraft ab dem ${from}.` : `In Kraft vom ${from} bis zum ${until}.`,
  neverHeld: "Wirksam wurde sie nie: Vorher trat eine andere Fassung an ihre Stelle.",
  current: (page) => `Was jetzt gilt: ${page}`,
  heldUntil: (day, page) => `Was bis zum ${day} gilt: ${page}`,
  toCome: (day, page) => `Was ab dem ${day} gilt: ${page}`,
  later: (day) => `Was danach kam: ${day}`,
  earlier: (day) => `Was davor galt: ${day}`,
  citation: "Zitat",
  cite: (organization, page, day, address) =>
    `${organization}, „${page}“, Fassung vom ${day}, ${address}`,
  digest: (sha256) => `SHA-256 des Textes: ${sha256}`,
  historyTitle: (page) => `Fassungen von „${page}“`,
  historyDescription: (page) =>
    `Die veröffentlichten Fassungen von „${page}“ und was sich mit jeder von ihnen geändert hat.`,
  historyLead:
    "Jede veröffentlichte Fassung dieser Seite, die neueste zuerst, mit dem, was sich geändert hat.",
  follow: (atom, json) =>
    `Wer zu dieser Seite Bescheid bekommen will, gibt einem Feedreader ${atom("diese Adresse (Atom)")} oder ${json("diese (JSON Feed)")}; ohne Feedreader genügt es, diese Liste wieder aufzurufen: Das Neueste steht zuerst.`,
  file: "Ihr Text als Datei (Markdown)",
  copy: "Zitat kopieren",
  copied: "Das Zitat ist kopiert.",
  notCopied: "Nicht kopiert. Das Zitat ist markiert: Drücken Sie Strg+C oder Cmd+C.",
  listTitle: (day) => `Was am ${day} galt`,
  listDescription: (day) => `Die Fassung jeder Seite, die am ${day} galt.`,
  listLead: "Welche Fassung jeder Seite an diesem Tag galt.",
  listCaption: "Die Fassungen, die galten",
  othersAsOn: (day) => `Die übrigen Seiten galten in denselben Fassungen wie am ${day}.`,
  allAsOn: (day) => `Alle Seiten galten in denselben Fassungen wie am ${day}.`,
  nothingHeld: "Noch nichts war in Kraft.",
  toComeCaption: "Bis dahin veröffentlicht und später in Kraft",
  toComeColumns: ["Seite", "Fassung", "In Kraft ab"],
  columns: ["Seite", "Fassung", "In Kraft seit"],
};

export const overview: typeof en.overview = {
  search: (site) => `${site} durchsuchen`,
  waysIn: "Einstiege",
};

export const page: typeof en.page = {
  contents: "Auf dieser Seite",
  contentsOf: (entries) => `Auf dieser Seite: ${entries}`,
  sections: (count) =>
    counted("de", count, {
      one: `${number(count)} Abschnitt`,
      other: `${number(count)} Abschnitte`,
    }),
  links: "Verweise",
};

export const moved: typeof en.moved = {
  title: "Diese Seite ist umgezogen",
  place: (link) => `Sie finden sie jetzt hier: ${link}.`,
};

export const notFound: typeof en.notFound = {
  title: "Seite nicht gefunden",
  description: "Unter dieser Adresse gibt es keine Seite.",
  lead: "Unter dieser Adresse gibt es keine Seite. Vielleicht finden Sie sie hier:",
};

export const everything: typeof en.everything = {
  title: "Alles auf einer Seite",
  description: "Alle Seiten in einer, zum Drucken oder zum Durchsuchen im Browser.",
  lead: "Alle Seiten in einer, zum Drucken oder zum Durchsuchen im Browser.",
  download:
    "Alles als ZIP-Datei herunterladen: ein PDF, die Listen als CSV und alle Daten als JSON",
  sheet: (at, of) => `Seite ${at} von ${of}`,
  parts: "Teile",
  count: (count) =>
    counted("de", count, { one: `${number(count)} Teil`, other: `${number(count)} Teile` }),
};

export const searchPage: typeof en.searchPage = {
  title: "Suche",
  description: (site) => `${site} durchsuchen.`,
  needsScript: (everything) =>
    `Die Suche benötigt JavaScript. ${everything("Alles auf einer Seite")} können Sie mit der Suchfunktion Ihres Browsers durchsuchen.`,
};

export const questions: typeof en.questions = {
  index: "Alle Fragen",
  count: (count) =>
    counted("de", count, {
      one: `${number(count)} Frage`,
      other: `${number(count)} Fragen`,
    }),
  parts: "Teile",
  part: (topic, part, of) => `${topic}, ${number(part)} von ${number(of)}`,
};

export const statements: typeof en.statements = {
  section: "Archiv",
  archived: "Archiviert",
  title: (statement) => `Archiviert: ${statement}`,
  current: (page) => `Aktuelle Informationen: ${page}`,
  firstPublished: "Die Erklärung in ihrer ursprünglichen Fassung",
  differences: {
    caption: "Worin die archivierte Erklärung von den aktuellen Informationen abweicht",
    columns: ["Thema", "Heute", "In der Erklärung"],
  },
};

export const tables: typeof en.tables = {
  contacts: { caption: "An wen Sie sich wenden können", columns: ["Anliegen", "Adresse"] },
  dataCategories: {
    caption: "Welche Daten wir zu welchem Zweck erheben",
    columns: ["Kategorie", "Erhobene Daten", "Zweck"],
  },
  deadlines: { columns: ["Gesetz", "Antwort", "Aufsichtsbehörde"] },
  frameworks: {
    caption: "Regelwerke und Dokumente",
    columns: ["Bezeichnung", "Beschreibung"],
  },
  retention: {
    caption: "Wie lange wir Daten speichern",
    columns: ["Art der Daten", "Speicherdauer"],
  },
};

export const machineReadable: typeof en.machineReadable = {
  download: "Herunterladen:",
  lists: {
    contacts: "Adressen für Anliegen",
    policies: "Dokumente",
    "data-categories": "Kategorien personenbezogener Daten",
    recipients: "Empfänger personenbezogener Daten",
    frameworks: "Standards, Richtlinien und Vereinbarungen",
    rights: "Rechte betroffener Personen",
    laws: "Datenschutzgesetze",
    regions: "Speicherorte",
    providers: "Infrastrukturanbieter",
    retention: "Speicherdauer",
    representatives: "Vertreter",
    topics: "Themen der Fragen",
    handlers: "Wer Daten verarbeitet",
    relationships: "Beziehung der anfragenden Person zum Unternehmen",
    countries: "Länder und ihre Datenschutzgesetze",
  },
  pages: "Seiten",
  questions: "Fragen und Antworten",
  facts: "Listen als CSV",
  everything: "Alle Seiten in einer Datei",
  records: "Alle Seiten, Fragen und Listen als JSON",
  schema: "Das Schema der JSON-Datei",
};

export const review: typeof en.review = {
  caption: "Was bei Prüfungen gefragt wird",
  columns: ["Gegenstand", "Aussage", "Stand", "Fundstelle"],
  statuses: {
    published: "Veröffentlicht",
    "on-request": "Auf Anfrage",
    "not-published": "Nicht veröffentlicht",
  },
};

export const laws: typeof en.laws = {
  footnote: (law) => `Fußnote zu ${law}`,
};

export const map: typeof en.map = {
  label: (regions) => `Weltkarte mit den Serverstandorten: ${regions}`,
  legend:
    "Länder, in denen Daten gespeichert werden können, sind ausgefüllt, Regionen ohne Angabe eines Landes schraffiert. Karte: Natural Earth.",
};

export const timeline: typeof en.timeline = {
  from: (event) => `nach ${event}`,
  step: (action, count) =>
    counted("de", count, {
      one: `${action} nach ${number(count)} Tag`,
      other: `${action} nach ${number(count)} Tagen`,
    }),
  days: (count) =>
    counted("de", count, { one: `${number(count)} Tag`, other: `${number(count)} Tage` }),
};

export const transparency: typeof en.transparency = {
  section: "Diese Website",
  title: "So arbeitet diese Website",
  description:
    "Was diese Website bei Ihrem Besuch tut und was nicht, gemessen an den Dateien, aus denen sie besteht.",
  lead: "Die Zahlen auf dieser Seite werden bei jeder Erstellung der Website an ihren fertigen Dateien gemessen. Niemand trägt sie von Hand ein.",
  headings: {
    promises: "Was sie nicht tut",
    weights: "Wie groß eine Seite ist",
    policy: "Die Sicherheitsrichtlinie, Zeile für Zeile",
    headers: "Was der Server mit jeder Seite sendet",
    check: "So prüfen Sie es selbst nach",
    limits: "Was sie nicht versprechen kann",
    digest: "Ist es die Website, die erstellt wurde?",
    licences: "Woraus sie besteht",
  },
};

export const promises: typeof en.promises = {
  keepsNothing: "Sie setzt keine Cookies und speichert auch sonst nichts in Ihrem Browser.",
  asksNobody:
    "Sie ruft nichts von anderen Websites ab: keine Schriften, keine Karten, keine Statistik, keine Werbung.",
  script: (bytes) =>
    `Jede Seite, die Sie nur lesen, hat ein einziges Skript mit ${number(bytes)} Byte. Es tut nichts, bis Sie die Suche öffnen.`,
  search: (bytes, requests) =>
    counted("de", requests, {
      one: `Erst dann lädt Ihr Browser die Suche: ${number(bytes)} Byte in ${number(requests)} Anfrage.`,
      other: `Erst dann lädt Ihr Browser die Suche: ${number(bytes)} Byte in ${number(requests)} Anfragen.`,
    }),
  questions:
    "Die Seite mit den Fragen führt ein zweites Skript aus. Es leitet von einer Adresse, die eine Frage nennt, zur eigenen Seite dieser Frage weiter.",
  versions:
    "Eine frühere Fassung hat ein Skript, das ihr Zitat kopiert. Auf der Seite mit den Änderungen laden zwei Formulare ihre Skripte erst, wenn Sie sie öffnen. Sie vergleichen und prüfen Texte in Ihrem Browser, mit denen dieser Website, und senden nichts von dem, was Sie eingeben.",
  staysHere:
    "Was Sie in einen Antrag eingeben, bleibt in Ihrem Browser. Auch wonach Sie suchen, bleibt dort: Die Suche arbeitet mit Teilen eines Index, die er von dieser Website lädt.",
  held: (code) =>
    `Die Erstellung bricht mit einem Fehler ab, wenn ein Skript der Website eine Möglichkeit nennt, etwas zu speichern (Cookies, Web Storage, Datenbanken, Caches, Service Worker, den Namen des Fensters) oder jemanden zu kontaktieren (Beacons, Sockets, Ereignisströme, XMLHttpRequest, WebRTC, WebTransport, Bilder oder Töne, die ein Skript lädt, und ${code("fetch")} außerhalb von Suche und Vergleich), oder wenn eine Seite oder ein Stylesheet etwas von anderswo lädt. Gesucht wird nach diesen Namen in den fertigen Dateien. Das findet ein Versehen, nicht aber, was jemand absichtlich verbirgt. Was solcher Code laden könnte, begrenzt die Richtlinie weiter unten, die Ihr Browser durchsetzt.`,
};

export const weights: typeof en.weights = {
  pages: (count) =>
    counted("de", count, {
      one: `Die Website hat ${number(count)} Seite.`,
      other: `Die Website hat ${number(count)} Seiten.`,
    }),
  how: "Gezählt werden die Bytes der mit Brotli komprimierten Dateien, vom Öffnen einer Seite, bis nichts mehr angefordert wird. Ein Server, der diese Dateien sendet, sendet genau so viele Bytes; einer, der selbst oder gar nicht komprimiert, sendet mehr. Das Symbol der Website kommt einmal hinzu. Diese Seite fehlt: Sie kann ihre eigene Größe nicht enthalten.",
  caption: "Was das Öffnen einer Seite kostet",
  columns: {
    page: "Seite",
    bytes: "Bytes",
    requests: "Anfragen",
    script: "Ausgeführtes Skript in Bytes, unkomprimiert",
  },
  heaviest: (place, of) => `${place} (die größte von ${number(of)})`,
  others: (count) => `${number(count)} weitere Seiten zum Lesen (die größte davon)`,
};

export const policy: typeof en.policy = {
  lead: (code) =>
    `Jede Seite enthält eine Richtlinie, die Ihr Browser durchsetzt, selbst gegen die Website, falls jemand etwas in sie einschleust. Dies ist die der Startseite. Fingerabdrücke sind auf ${code("sha256-…")} gekürzt.`,
  caption: "Die Content Security Policy",
  columns: { name: "Zeile", sources: "Erlaubt", meaning: "In einfachen Worten" },
  exceptions: "Seiten, auf denen eine Zeile anders lautet",
  exceptionColumns: { pages: "Seiten", directive: "Zeile", meaning: "In einfachen Worten" },
  nothingElse:
    "Was keine andere Zeile erlaubt, ist verboten: Frames, Schriften, Videos, Worker und mehr.",
  ownScripts: "Skripte laufen nur, wenn sie Dateien dieser Website sind.",
  engine:
    "Die Suche darf ihr Suchprogramm ausführen, das aus kompiliertem Code besteht (WebAssembly).",
  inlineScripts:
    "Das kleine Skript in der Seite läuft nur, solange es Zeichen für Zeichen das ist, mit dem sie erstellt wurde.",
  inlineStyles:
    "Ein Stylesheet in der Seite gilt nur, solange es das ist, mit dem sie erstellt wurde; kein anderes gilt.",
  noStyles: "Kein Stylesheet gilt.",
  ownPictures: "Bilder kommen von dieser Website: Keines kann Ihren Besuch anderswo zählen.",
  ownFetches: "Skripte dürfen nur von dieser Website laden, wie die Suche ihren Index.",
  noFetches:
    "Skripte dürfen nichts laden und nichts senden, an niemanden, auch nicht an diese Website.",
  noBase: "Nichts kann die Links der Seite auf einmal umleiten.",
  noForms: "Kein Formular kann irgendwohin abgeschickt werden.",
  trustedTypes: "Kein Text kann zu Code oder zu einem Teil der Seite werden.",
  noException: "Davon gibt es keine Ausnahme.",
  noFrames:
    "Keine Website kann eine Seite dieser Website bei sich einbetten, um Ihre Klicks abzufangen.",
};

export const headers: typeof en.headers = {
  lead: "Welche Header der Server senden soll, legt die Erstellung fest; auch sie binden Ihren Browser. Manche Anbieter, darunter GitHub Pages, senden keine eigenen Header. Dort gilt die Richtlinie, die jede Seite enthält, bis auf die erste Zeile dieser Tabelle: Nichts verbietet dann anderen Websites, eine Seite bei sich einzubetten.",
  caption: "Die Header neben dieser Richtlinie",
  columns: { name: "Header", value: "Wert", meaning: "In einfachen Worten" },
  encrypted:
    "Zwei Jahre lang nach einem Besuch ruft Ihr Browser diese Adresse und alle Adressen darunter nur über eine verschlüsselte Verbindung auf.",
  noReferrer: "Eine Website, die Sie von hier aus aufrufen, erfährt nicht, woher Sie kommen.",
  noSniffing:
    "Ihr Browser behandelt jede Datei als das, was sie laut Angabe ist, und nie stattdessen als Skript.",
  noFrames:
    "Keine Website kann eine Seite dieser Website bei sich einbetten. Das gilt Browsern, die für die Richtlinie zu alt sind.",
  noOpener:
    "Eine Website, die diese in einem Fenster geöffnet hat oder von ihr geöffnet wurde, kann nicht auf sie zugreifen.",
  noEmbedding:
    "Eine Seite kann nichts von einer anderen Website einbinden, die dem nicht zugestimmt hat.",
  noTaking: "Keine andere Website kann Bilder oder Dateien von dieser einbinden.",
  ownMemory:
    "Ihr Browser hält diese Website in seinem Speicher von Websites mit ähnlicher Adresse getrennt.",
  permissions:
    "Eine Seite darf nicht einmal nach Kamera, Mikrofon, Bildschirm, Standort, Zahlungen, Ausweis, Passkeys, Geräten (USB, HID, MIDI oder seriell) oder anderswo Kopiertem fragen.",
  revalidated:
    "Ihr Browser darf eine Seite behalten, fragt aber jedes Mal, ob sie noch dieselbe ist.",
  forever:
    "Ihr Browser darf Dateien behalten, deren Name sich mit ihrem Inhalt ändert, und muss nicht erneut nach ihnen fragen.",
};

export const checking: typeof en.checking = {
  requests:
    "Öffnen Sie die Entwicklerwerkzeuge Ihres Browsers (F12, auf dem Mac Option+Command+I), wählen Sie „Netzwerk“ und laden Sie eine Seite neu. Jede Anfrage wird mit der Adresse aufgeführt, an die sie geht.",
  storage:
    "Wählen Sie „Anwendung“ (in Firefox „Web-Speicher“, in Safari „Speicher“). Cookies, lokaler Speicher, Sitzungsspeicher, Datenbanken und Caches sind leer.",
  offline:
    "Öffnen Sie die Seite mit dem Antrag, trennen Sie die Verbindung zum Netz und füllen Sie den Antrag aus. Das geht wie zuvor, denn die Seite braucht dazu niemanden.",
  scripts: (everything) =>
    `Blockieren Sie Skripte für diese Website. Jede Seite bleibt lesbar, und ${everything("alles auf einer Seite")} ersetzt die Suche.`,
  source:
    "Sehen Sie sich den Quelltext einer Seite an. Die Richtlinie steht in einer der ersten Zeilen unter „Content-Security-Policy“.",
  headers:
    "Wählen Sie unter „Netzwerk“ eine Seite aus. Ihre Antwort-Header zeigen, welche der oben genannten dieser Server sendet.",
};

export const limits: typeof en.limits = {
  host: "Wer eine Website hostet, erfährt wie bei jeder Website die Adresse Ihres Anschlusses, die angeforderte Seite und die Uhrzeit und kann sie protokollieren. Das kann keine Seite verhindern.",
  network:
    "Eine verschlüsselte Verbindung verbirgt, was Sie lesen, Ihrem Netzbetreiber aber nicht, dass Sie diese Website besuchen.",
  browser:
    "Ihr Browser und seine Erweiterungen können jede Seite lesen und alles, was Sie darin eingeben. Manche senden es weiter, um es zu übersetzen oder die Rechtschreibung zu prüfen.",
  search:
    "Die Teile des Index, die eine Suche lädt, lassen den Anbieter ahnen, wonach Sie suchen. Auf der Suchseite stehen Ihre Suchwörter in der Adresse hinter einem #: Diesen Teil sendet Ihr Browser an niemanden, behält ihn aber in seinem Verlauf.",
  elsewhere:
    "Links nach außen führen zu Websites mit eigenen Regeln. Ein Antrag, den Sie absenden, ist eine E-Mail wie jede andere.",
};

export const digest: typeof en.digest = {
  same: "Aus demselben Quelltext entsteht Byte für Byte dieselbe Website, wo und wann auch immer sie für denselben Tag erstellt wird (auf einer anderen Art von Prozessor können komprimierte Dateien abweichen).",
  builtFor: (day) => `Diese wurde für den ${day} erstellt. Ihre Prüfsumme lautet`,
  command: (list) =>
    `Das ist der SHA-256-Wert ${list("der Liste ihrer Dateien")}, in der jede mit ihrem eigenen steht. Wer die Website erstellt hat, berechnet ihn im Ordner der Website mit`,
  covers:
    "Die Liste umfasst alle Dateien außer dieser Seite und sich selbst, denn keine von beiden kann ihre eigene Prüfsumme enthalten.",
};

export const licenses: typeof en.licenses = {
  own: (license) => `Die Lizenz des Programms dieser Website ist ${license}.`,
  none: "Das Programm dieser Website nennt keine Lizenz.",
  others: "Von diesen Paketen gelangt etwas in Ihren Browser:",
  caption: "Pakete anderer in dem, was Sie erhalten",
  columns: { package: "Paket", license: "Lizenz", part: "Was es hier tut" },
  bill: (bill) =>
    `${bill("Die Stückliste der Software")} (CycloneDX) führt sie auf, ebenso jedes Paket, mit dem die Website erstellt wird.`,
  parts: {
    "clipboard-polyfill":
      "Kopiert einen Antrag in die Zwischenablage, auf der Seite mit dem Antrag, und Zitate",
    diff: "Findet, was anders ist, wenn Sie zwei Fassungen vergleichen",
    marked: "Liest die Texte der Fassungen, die Sie vergleichen",
    pagefind: "Sucht, sobald Sie die Suche öffnen",
    tailwindcss: "Regeln im Stylesheet jeder Seite",
    "world-atlas": "Die Umrisse der Weltkarte: gemeinfreie Daten von Natural Earth",
  },
};

export const accessibility: typeof en.accessibility = {
  link: "Barrierefreiheit",
  title: "Erklärung zur Barrierefreiheit",
  description: (site) =>
    `Wie barrierefrei diese Website ist (${site}), was noch nicht alle nutzen können und wem Sie es melden.`,
  headings: {
    measures: "Was wir für Barrierefreiheit tun",
    status: "Stand der Vereinbarkeit",
    feedback: "Barrieren melden",
    compatibility: "Kompatibilität",
    technologies: "Technische Angaben",
    limitations: "Einschränkungen und Alternativen",
    assessment: "Wie bewertet wurde",
    measured: "Was Tests gemessen haben",
    approval: "Freigabe",
    complaints: "Durchsetzungsverfahren",
  },
  level: (level) => `Stufe ${level}`,
  status: {
    full: (standard) =>
      `Diese Website ist vollständig vereinbar mit dem Standard ${standard}: ohne Ausnahme, in allen Teilen.`,
    partial: (standard) =>
      `Diese Website ist teilweise vereinbar mit dem Standard ${standard}: Einige Teile erfüllen ihn noch nicht.`,
    none: (standard) =>
      `Diese Website ist nicht vereinbar mit dem Standard ${standard}: Die meisten Teile erfüllen ihn noch nicht.`,
    "not-assessed": (standard) =>
      `Diese Website soll mit dem Standard ${standard} vereinbar sein. Ob sie es ist, wurde noch nicht bewertet.`,
  },
  feedback: {
    write: (address) =>
      `Wenn Sie auf dieser Website auf eine Barriere stoßen oder etwas in anderer Form brauchen, schreiben Sie an ${address}.`,
    name: "Nennen Sie uns die Adresse der Seite, was Sie tun wollten und, wenn Sie mögen, Ihren Browser und Ihre Hilfsmittel.",
    within: (days) =>
      counted("de", days, {
        one: `Wir antworten innerhalb von ${number(days)} Werktag.`,
        other: `Wir antworten innerhalb von ${number(days)} Werktagen.`,
      }),
  },
  compatibility: {
    works: "Die Website wurde hiermit erprobt und funktioniert:",
    fails: "Hiermit funktioniert sie bekanntermaßen nicht oder nicht gut:",
  },
  technologies: (technologies) =>
    `Damit die Website barrierefrei ist, setzt sie folgende Techniken voraus: ${technologies}.`,
  limitations: {
    none: "Es sind keine aufgeführt.",
    caption: "Was nicht alle nutzen können",
    columns: ["Was", "Wen es betrifft", "Was stattdessen möglich ist", "Behoben bis"],
    open: "Es steht noch kein Datum fest.",
  },
  assessment: {
    self: (by, day) => `Die Organisation hat die Website selbst bewertet (${by}; ${day}).`,
    external: (by, day) => `Die Website wurde von Dritten bewertet (${by}; ${day}).`,
    none: "Die Website wurde noch nicht bewertet.",
    report: "Bericht lesen",
  },
  tests: {
    limits:
      "Tests öffnen jede Seite in einem Browser und suchen nach Barrieren. Eine Maschine findet nur einen Teil aller Barrieren. Der Stand der Vereinbarkeit folgt deshalb nicht aus diesen Zahlen: Ihn legen Menschen in einer Bewertung fest.",
    run: (day, tools) => `Der letzte Durchlauf war am ${day}, mit ${tools}.`,
    measuredHere: "Geprüft wurde genau diese Fassung der Website.",
    measuredElsewhere:
      "Geprüft wurde eine andere Fassung als diese: die Seiten vor ihrer letzten Änderung oder die Website einer anderen Organisation. Die Zahlen müssen für die Seiten, die Sie gerade lesen, also nicht zutreffen.",
    caption: "Barrieren, die die Tests gefunden haben",
    columns: ["Wie die Seiten dargestellt wurden", "Seiten", "Gefundene Barrieren"],
    variants: {
      "light-narrow":
        "Hell, 320 Pixel breit, wie auf einem kleinen Telefon oder bei 400 Prozent Vergrößerung",
      "light-wide": "Hell, 1.280 Pixel breit",
      "dark-narrow": "Dunkel, 320 Pixel breit",
      "dark-wide": "Dunkel, 1.280 Pixel breit",
      "forced-colors":
        "In Farben, die das Betriebssystem erzwingt und deren Kontrast es selbst bestimmt",
      "large-text": "Mit doppelt so großer Schrift",
      print: "Wie gedruckt",
    },
    measured: "Prüfsumme der geprüften Seiten:",
    built: "Prüfsumme der Seiten dieser Fassung:",
    covers:
      "Eine Prüfsumme ist der SHA-256-Wert der Liste aller Seiten und Skripte, in der jede Datei mit ihrem eigenen steht. Ausgenommen sind diese Seite, die vom Durchlauf berichtet, und die Seite darüber, wie diese Website arbeitet, die den Tag der Erstellung nennt.",
  },
  approved: (by, day) => `Diese Erklärung wurde am ${day} freigegeben von: ${by}.`,
  dates: (prepared, reviewed) =>
    `Diese Erklärung wurde am ${prepared} erstellt und zuletzt am ${reviewed} überprüft.`,
};

type Duration = NonNullable<Parameters<typeof en.deadlines.within>[0]["extension"]>;

/** The units after “innerhalb von”, and after “um”. */
const dative = {
  days: { one: "Tag", other: "Tagen" },
  "business days": { one: "Arbeitstag", other: "Arbeitstagen" },
  months: { one: "Monat", other: "Monaten" },
};
const accusative = {
  days: { one: "Tag", other: "Tage" },
  "business days": { one: "Arbeitstag", other: "Arbeitstage" },
  months: { one: "Monat", other: "Monate" },
};

const duration = ({ count, unit }: Duration, units: typeof dative) =>
  `${number(count)} ${counted("de", count, units[unit])}`;

export const requestForm: typeof en.requestForm = {
  holder: "Bei wem liegen Ihre Daten?",
  company: "E-Mail-Adresse dieser Stelle",
  country: "Land",
  chooseCountry: "Land auswählen",
  type: "Art des Antrags",
  detail: "Einzelheiten",
  name: "Vor- und Nachname",
  address: "E-Mail-Adresse, unter der wir Sie kennen (optional)",
  title: "Ihr Antrag",
  to: "An:",
  subject: "Betreff:",
  text: "Nachricht:",
  copy: "Antrag kopieren",
  mail: "Im E-Mail-Programm öffnen",
  save: "Als E-Mail-Datei speichern (.eml)",
  print: "Drucken",
  otherWays: "Andere Wege",
  copyThis: "Kopieren",
  copyAddress: "Adresse kopieren",
  copySubject: "Betreff kopieren",
  copyMessage: "Nachricht kopieren",
  next: "Wie es weitergeht",
  calendar: "In den Kalender eintragen",
  again: "Weiteren Antrag schreiben",
  template: "Mustertext",
  mailLinks:
    "Jeder Link öffnet Ihr E-Mail-Programm mit dem fertig formulierten Antrag zu diesem Recht.",
  toCompany: "Adresse dieser Stelle",
  blanks: {
    company: {
      name: "E-Mail-Adresse dieser Stelle",
      missing: "Geben Sie eine einzelne E-Mail-Adresse ein.",
    },
    request: { name: "Art des Antrags", missing: "Wählen Sie die Art des Antrags aus." },
    country: { name: "Land", missing: "Wählen Sie ein Land aus." },
    name: { name: "Vor- und Nachname", missing: "Geben Sie Ihren Vor- und Nachnamen ein." },
  },
  lineKept: "Die von Ihnen bearbeitete Zeile ist unverändert. Bitte prüfen Sie sie.",
  downloading: (file) => `Download gestartet: ${file}. Öffnen Sie die Datei, um fortzufahren.`,
  printing: "An das Druckfenster Ihres Browsers übergeben.",
  clear: "Formular leeren",
  cleared: "Das Formular ist leer.",
  undo: "Rückgängig machen",
  restored: "Ihre Angaben sind wieder da.",
  nextOne: "Ihre Angaben und der Empfänger bleiben. Wählen Sie die Art des nächsten Antrags aus.",
  calendarFile: "antwort-faellig.ics",
  emailFile: "antrag.eml",
};

export const deadlines: typeof en.deadlines = {
  caption: "Wie lange die Antwort dauern darf und an welche Behörde Sie sich wenden können",
  within: ({ provision, extension, ...time }) => {
    const within = `innerhalb von ${duration(time, dative)}${provision ? ` (${provision})` : ""}`;
    return extension ? `${within}, verlängerbar um ${duration(extension, accusative)}` : within;
  },
  unconfirmed: "Frist hier nicht bestätigt",
  notConfirmed: "Hier nicht bestätigte Fristen",
  rights: (names, deadline) => `${list(names)}: ${deadline}`,
  otherRights: (deadline) => `andere Anträge: ${deadline}`,
};

/* Phrases put names of laws, countries and authorities where they need no inflection. */
export const request: typeof en.request = {
  subjectLine: (subject) => `Betreff: ${subject}`,
  dateLine: (day) => `Datum: ${date(day)}`,
  stillToFillIn: (blanks) => ["Noch auszufüllen: ", ...enumeration("de", blanks), "."],
  expected: (law, within, day, notes, authority) => [
    law,
    `: Antwort ${within}. Von heute an gerechnet endet diese Frist am `,
    day,
    [".", ...notes, "Wenn Sie keine Antwort erhalten, wenden Sie sich an: "].join(" "),
    authority,
    ".",
  ],
  lastDay: {
    saturday: "Der letzte Tag ist ein Samstag.",
    sunday: "Der letzte Tag ist ein Sonntag.",
    holiday: "Der letzte Tag ist ein Feiertag.",
  },
  businessDays: "Als Arbeitstage zählen Montag bis Freitag.",
  noHolidays: "Feiertage haben wir nicht geprüft.",
  unconfirmed: (law, authority) => [
    law,
    ": Frist hier nicht bestätigt. Wenn Sie keine Antwort erhalten, wenden Sie sich an: ",
    authority,
    ".",
  ],
  chooseType: "Wählen Sie die Art des Antrags aus, um zu sehen, wie lange die Antwort dauern darf.",
  noDeadline: (country) =>
    `Für diese Art von Antrag ist hier keine Frist aufgeführt (Land: ${country}). Sie können Ihren Antrag trotzdem absenden.`,
  noLaw: (country) =>
    `Für das gewählte Land (${country}) ist hier kein Datenschutzgesetz aufgeführt. Sie können Ihren Antrag trotzdem absenden.`,
  due: (subject) => `${subject}: Antwort fällig`,
  dueBecause: (law, within, notes) => [`${law}: Antwort ${within}.`, ...notes].join(" "),
};

export const searchPanel: typeof en.searchPanel = {
  title: "Suche",
  inSite: (site) => `${site} durchsuchen`,
  submit: "Suchen",
  close: "Schließen",
  section: "Bereich",
  tryOther: "Versuchen Sie es mit weniger oder anderen Wörtern, oder sehen Sie hier nach:",
  notLoaded: (everything) =>
    `Die Suche konnte nicht geladen werden. ${everything("Alles auf einer Seite")} können Sie mit der Suchfunktion Ihres Browsers durchsuchen.`,
};

type Findings = Parameters<typeof en.search.found>[1];

const results = ({ shown, total, atLeast }: Findings, all = "Treffer") => {
  if (shown === total) return `${number(total)} ${all}`;
  return atLeast
    ? `Die besten ${number(shown)} von mindestens ${number(total)} ${all}n`
    : `Die besten ${number(shown)} von ${number(total)} ${all}n`;
};

/* “Treffer” is both singular and plural; with a preposition, it ends in n. */
export const search: typeof en.search = {
  stem: /^(..+?)(?:innen|ungen|ung|ern|en|em|er|es|e|n|s)$/,
  inflections: [[/^(.*[aeiouy][^aeiouy].*)(?:ern|em|er|en|es|e|(?<=[bdfghklmnrt])s)$/, "$1"]],
  idle: /^(?:d(?:er|ie|as|em|en|es|ass|ann|abei|afur|a)|(?:m|d|s|k)?ein(?:e[mnrs]?)?|(?:ihr|uns(?:er)?|euer|eur|dies|jed|jen|welch|manch)(?:e[mnrs]?)?|und|oder|aber|wenn|ob|als|also|an|am|auf|aus|bei|beim|bis|durch|fur|furs|gegen|im|in|ins|mit|nach|ohne|uber|um|unter|vo[mnr]|zu[mr]?|ich|mich|mir|du|dich|dir|er|sie|es|ihn|ihm|ihnen|wir|uns|man|sich|bin|bist|ist|sind|seid|war|waren|sein|hat|habe|haben|hatte|hast|wird|werde|werden|wurde|wurden|kann|kannst|konnen|konnte|darf|durfen|muss|mussen|soll|sollen|will|wollen|mochte|machen|macht|tun|tut|gibt|was|wer|wen|wem|wessen|wie|wo|woher|wohin|wann|warum|wieso|weshalb|wozu|nicht|auch|nur|schon|noch|sehr|bitte|denn|doch|so|ja)$/,
  allSections: "Alle Bereiche",
  inAllSections: "Alle Bereiche durchsuchen",
  more: "Mehr anzeigen",
  archived: "Archiviert: gilt nicht mehr",
  found: (query, findings) => `${results(findings)} für „${query}“.`,
  partlyFound: (query, findings) =>
    `Kein genauer Treffer für „${query}“. ${results(findings, "Teiltreffer")}.`,
  partlyFoundIn: (section, query, findings) =>
    `Kein genauer Treffer im Bereich „${section}“ für „${query}“. ${results(findings, "Teiltreffer")}.`,
  onlyArchived: (query) => `Nur eine archivierte Erklärung enthält alle Wörter von „${query}“.`,
  nowhere: (phrase) => `Auf keiner Seite steht genau „${phrase}“.`,
  mistyped: (word) => `Auf keiner Seite steht „${word}“.`,
  nothingFound: (query) => `Keine Treffer für „${query}“.`,
  nothingFoundIn: (section, query) => `Keine Treffer im Bereich „${section}“ für „${query}“.`,
};
