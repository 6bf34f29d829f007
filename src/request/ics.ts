import { after, iso, type Day } from "./deadline.ts";

/** What a calendar is told: a day, and why it matters. */
export interface Reminder {
  readonly day: Day;
  readonly title: string;
  readonly description: string;
}

const basic = (day: Day) => iso(day).replaceAll("-", "");

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n?|\n/g, "\\n");

/** Folds a line to at most 75 octets a line, never within a character (RFC 5545, 3.1). */
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
 * A calendar file with one entry for a whole day (RFC 5545). Nothing in it is personal.
 * @param uid a random identifier of the entry
 * @param now when the file was made
 */
export const ics = ({ day, title, description }: Reminder, uid: string, now: Date): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Privacy trust center//Request//EN",
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(after(day, { count: 1, unit: "days" }))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
