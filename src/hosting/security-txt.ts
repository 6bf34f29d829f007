import { mailtoAddress } from "../centre/addresses.ts";

/** What `security.txt` says. */
export interface SecurityContact {
  /** Where the file is published. */
  readonly canonical: URL;
  /** The e-mail address for reports of vulnerabilities. */
  readonly email: string;
  /** The address of the disclosure policy, if there is one. */
  readonly policy: string | undefined;
  /** The preferred language of reports, as a BCP 47 tag such as en. */
  readonly language: string;
  /** The day of the build, as an ISO date. */
  readonly builtOn: string;
}

/**
 * The first day of the eleventh month after the build's: less than a year away, as RFC 9116 advises
 * (section 2.5.5), and the same for all builds of a month.
 */
const expiry = (builtOn: string): string => {
  const [year = 0, month = 1] = builtOn.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + 11, 1)).toISOString().replace(".000", "");
};

/**
 * The text of `security.txt` (RFC 9116): where to report a vulnerability. Lines end in CRLF, and
 * addresses are URIs, which are ASCII (RFC 3986).
 */
export const securityTxt = ({
  canonical,
  email,
  policy,
  language,
  builtOn,
}: SecurityContact): string =>
  [
    `Contact: ${mailtoAddress(email)}`,
    `Expires: ${expiry(builtOn)}`,
    ...(policy === undefined ? [] : [`Policy: ${new URL(policy).href}`]),
    `Preferred-Languages: ${language}`,
    `Canonical: ${canonical.href}`,
    "",
  ].join("\r\n");
