/*
 * What is wrong with an address that somebody has written, as the second and third part of a
 * sentence: the rule that it breaks. Pure.
 */

const ascii = (text: string) => /^[\x20-\x7e]*$/.test(text);

/** The parts of a domain as the DNS has them; undefined where a browser would not look for any. */
const labelsOf = (domain: string): readonly string[] | undefined =>
  URL.canParse(`https://${domain}`) && !/[/?#@:[\]\\%\s]/.test(domain)
    ? new URL(`https://${domain}`).hostname.split(".")
    : undefined;

/** What keeps the public from reaching a domain; undefined if nothing does. */
const domainFault = (domain: string, what: string): string | undefined => {
  if (domain.endsWith(".")) return `${what} ends in a period; delete it`;
  const labels = labelsOf(domain);
  if (labels === undefined || labels.some((label) => !/^[a-z0-9_-]{1,63}$/.test(label)))
    return `${what} cannot be "${domain}"; it has letters, digits, hyphens, and single periods`;
  const last = labels.at(-1) ?? "";
  if (/^\d+$/.test(last)) return `${what} is a number; write the name that the public knows`;
  if (labels.length === 1)
    return `${what} has no ending such as .com; names without one are known only within a network`;
  if (labels.some((label) => /^-|-$/.test(label)))
    return `${what} has a hyphen beside a period or at an end, where none can be`;
  return last.length === 1
    ? `${what} ends in ".${last}", which no country or registry has`
    : undefined;
};

/**
 * The rule that an email address breaks (RFC 5322, 3.4.1, without quoted names; RFC 5321, 4.5.3.1.1);
 * undefined if it breaks none. Its domain may be in the letters of any language (RFC 5890).
 */
export const emailFault = (text: string): string | undefined => {
  if (/^mailto:/i.test(text)) return "an email address is written without mailto:";
  if (/[<>]/.test(text))
    return "only the email address is written here, without a name and without < and >";
  if (/[,;]/.test(text)) return "one email address is written here, without commas or semicolons";
  if (/\s/u.test(text)) return "an email address has one @ and no spaces";
  const [name = "", domain = "", ...more] = text.split("@");
  if (!text.includes("@") || more.length > 0) return "an email address has one @ and no spaces";
  if (name === "") return "the name before the @ is missing";
  if (domain === "") return "the domain after the @ is missing";
  if (!ascii(name))
    return "before the @, many mail programs can read only letters from a to z, without accents";
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(name))
    return `before the @, there cannot be ${/[^\w.!#$%&'*+/=?^`{|}~-]/.exec(name)?.[0] ?? ""}`;
  if (/^\.|\.\.|\.$/.test(name))
    return "before the @, a period stands between other characters, and not beside another";
  if (name.length > 64) return "before the @, there can be 64 characters at most";
  return /^\[.*\]$/.test(domain)
    ? "after the @ is a number; write the name that the public knows"
    : domainFault(domain, "the domain after the @");
};

/**
 * The rule that the address of a public web page breaks; undefined if it breaks none. Its site may
 * have a name in the letters of any language, and a port.
 */
export const webAddressFault = (text: string): string | undefined => {
  if (!/^https:\/\//i.test(text)) return "a web address starts with https://";
  if (/\s/u.test(text)) return "a web address has no spaces; a space in it is written %20";
  if (/[\\<>"]/.test(text))
    return `a web address has no ${/[\\<>"]/.exec(text)?.[0] ?? ""} in it; write it as it appears in the address bar of a browser`;
  const [authority = ""] = text.slice("https://".length).split(/[/?#]/, 1);
  if (authority === "") return "the name of the site is missing after https://";
  if (authority.includes("@"))
    return "a web address that everybody can read has no user name or password before an @";
  if (/^\[/.test(authority))
    return "the name of the site is a number; write the name that the public knows";
  const [, host = "", port] = /^(.*?)(?::(.*))?$/.exec(authority) ?? [];
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    return "after the name of the site and a colon, there can only be the number of a port";
  return domainFault(host, "the name of the site");
};
