import type * as en from "./en.ts";
import { counted, decimal, enumeration, longDate } from "./formats.ts";

/* What the site says in German, to readers whom it addresses as “Sie”. */

export const date: typeof en.date = (day) => longDate("de", day);

export const number: typeof en.number = (value) => decimal("de", value);

export const list: typeof en.list = (items) => enumeration("de", items);

export const header: typeof en.header = {
  skip: "Zum Inhalt springen",
  sections: "Bereiche",
  menu: "Menü",
  search: "Suchen",
};

export const draft: typeof en.draft = {
  label: "Entwurf",
  open: (count) =>
    counted("de", count, {
      one: `Entwurf zur Prüfung: ${number(count)} Angabe ist noch zu bestätigen.`,
      other: `Entwurf zur Prüfung: ${number(count)} Angaben sind noch zu bestätigen.`,
    }),
};

export const request: typeof en.request = {
  title: "Ihre Anfrage",
};

export const search: typeof en.search = {
  title: "Suche",
  inSite: (site) => `${site} durchsuchen`,
};
