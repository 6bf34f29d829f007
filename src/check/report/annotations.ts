import type { Issue } from "../../parse/issue.ts";

const commands = { error: "error", warning: "warning", note: "notice" } as const;

const escapedData = (text: string) =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string) =>
  escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * An issue as GitHub shows it next to its line (workflow commands, "Setting an error
 * message").
 */
export const annotation = ({ file, line, column, message, severity }: Issue): string =>
  `::${commands[severity]} file=${escapedProperty(file)},line=${String(line)},col=${String(column)}::${escapedData(message)}`;
