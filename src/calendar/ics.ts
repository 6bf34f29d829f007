/** An all-day calendar entry. */
export interface Entry {
  /** As an ISO date. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
}

/** What a calendar program knows an entry by. */
interface Known {
  /** An identifier that no other entry in the world has. */
  readonly uid: string;
  /** When the entry was made. */
  readonly made: Date;
}

const dayLength = 24 * 60 * 60 * 1000;

const basic = (moment: Date) => moment.toISOString().replaceAll(/[-:]|\.\d+/g, "");

const basicDate = (moment: number) => basic(new Date(moment)).slice(0, 8);

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n?|\n/g, "\\n");

/** Folds a line at 75 octets, between characters (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const octets = new TextEncoder();
  const parts: string[] = [""];
  for (const character of line) {
    const part = `${parts.at(-1) ?? ""}${character}`;
    if (octets.encode(part).length > (parts.length === 1 ? 75 : 74)) parts.push(character);
    else parts[parts.length - 1] = part;
  }
  return parts.join("\r\n ");
};

/**
 * A calendar file with all-day entries (RFC 5545).
 * @param product what of the program has made it
 * @param name of the calendar, for those who subscribe to it
 */
export const ics = (product: string, entries: readonly (Entry & Known)[], name?: string): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Privacy trust center//${product}//EN`,
    /* RFC 7986 has a name of its own for what programs have long known by the other. */
    ...(name === undefined ? [] : ["NAME", "X-WR-CALNAME"].map((key) => `${key}:${escaped(name)}`)),
    ...entries.flatMap(({ day, title, description, uid, made }) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `DTSTAMP:${basic(made)}`,
      `DTSTART;VALUE=DATE:${basicDate(Date.parse(day))}`,
      `DTEND;VALUE=DATE:${basicDate(Date.parse(day) + dayLength)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
