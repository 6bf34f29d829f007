import { endOfPeriod, iso, type Day } from "./deadline.ts";

/** An all-day calendar entry. */
export interface Reminder {
  readonly day: Day;
  readonly title: string;
  readonly description: string;
}

const basicDate = (day: Day) => iso(day).replaceAll("-", "");

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
 * A calendar file with a single all-day entry (RFC 5545), without personal data.
 * @param uid a random identifier for the entry
 * @param now the time of creation
 */
export const ics = ({ day, title, description }: Reminder, uid: string, now: Date): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Privacy trust center//Request//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${basicDate(day)}`,
    `DTEND;VALUE=DATE:${basicDate(endOfPeriod(day, { count: 1, unit: "days" }))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
