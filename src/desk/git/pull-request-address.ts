/** A repository on a host, by the address of the remote. */
interface Place {
  readonly host: string;
  /** Owner and name, without slashes around them. */
  readonly path: string;
}

/** Where a remote is; undefined if it is on no host, such as in a folder. */
const placeOf = (remote: string): Place | undefined => {
  /* git@host:path, which is no URL. */
  const [, scpHost, scpPath] = /^(?:[\w.-]+@)?([\w.-]{2,}):(?!\/\/)(.+)$/.exec(remote) ?? [];
  const url =
    scpHost === undefined && URL.canParse(remote) && /^(?:https?|ssh|git):/.test(remote)
      ? new URL(remote)
      : undefined;
  /* Hosts serve their pages on the port of an address for the web, but not on that for SSH. */
  const host = scpHost ?? (url?.protocol.startsWith("http") ? url.host : url?.hostname);
  const path = (scpPath ?? url?.pathname)?.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  return host && path?.includes("/") ? { host: host.toLowerCase(), path } : undefined;
};

/** What is to be proposed. */
interface Proposal {
  readonly branch: string;
  readonly into: string;
  readonly title: string;
  readonly body: string;
}

/** Longer addresses are cut off or refused on the way. */
const longest = 6_000;

const withQuery = (address: string, query: Readonly<Record<string, string>>): string =>
  `${address}?${new URLSearchParams(query).toString()}`;

/** The address that opens a pull request, by host: with the words filled in where that can be said. */
const formFor = ({ host, path }: Place, { branch, into, title, body }: Proposal) => {
  const at = `https://${host}/${path}`;
  const [source, target] = [branch, into].map((name) =>
    name.split("/").map(encodeURIComponent).join("/"),
  );
  if (/(?:^|\.)github\./.test(host)) {
    const compare = `${at}/compare/${String(target)}...${String(source)}`;
    const full = withQuery(compare, { quick_pull: "1", title, body });
    return full.length > longest ? withQuery(compare, { quick_pull: "1", title }) : full;
  }
  if (/gitlab/.test(host)) {
    const compare = `${at}/-/merge_requests/new`;
    const [own, other] = ["source", "target"].map((side) => `merge_request[${side}_branch]`);
    const query = { [String(own)]: branch, [String(other)]: into, "merge_request[title]": title };
    const full = withQuery(compare, { ...query, "merge_request[description]": body });
    return full.length > longest ? withQuery(compare, query) : full;
  }
  if (/bitbucket/.test(host))
    return withQuery(`${at}/pull-requests/new`, { source: branch, dest: into });
  if (/^(?:ssh\.)?dev\.azure\.com$/.test(host)) {
    const [organization, project, name] = path
      .replace(/^v3\//, "")
      .replace("/_git/", "/")
      .split("/");
    return withQuery(
      `https://dev.azure.com/${String(organization)}/${String(project)}/_git/${String(name)}/pullrequestcreate`,
      { sourceRef: branch, targetRef: into },
    );
  }
  if (/^codeberg\.org$|gitea|forgejo/.test(host))
    return `${at}/compare/${String(target)}...${String(source)}`;
  return undefined;
};

/**
 * The address at which a pull request is opened from a branch that was pushed.
 * @param remote the address of the remote, as Git has it
 * @returns undefined for hosts whose addresses are not known
 */
export const pullRequestAddress = (remote: string, proposal: Proposal): string | undefined => {
  const place = placeOf(remote);
  return place && formFor(place, proposal);
};
