/**
 * The address that a page is known by; nothing for the page for addresses that lead nowhere, which
 * has none of its own.
 * @param path where the page stands on the site
 * @param site the address of the site
 */
export const pageAddress = (path: string, site: URL | undefined): string | undefined =>
  path === "/404/" ? undefined : new URL(path, site).href;
