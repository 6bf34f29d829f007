import { createHash, randomUUID } from "node:crypto";
import { issuesOf } from "../check/index.ts";
import { contentFolder } from "../environment.ts";
import { readContent } from "../parse/content.ts";
import { layers, type Layer } from "./beside/layers.ts";
import { withLayer } from "./beside/unsaved-content.ts";

/* The pages of the preview, as the desk asks for them itself. */

/** The page shown in place of one that cannot be rendered. */
export const brokenPage = "/desk/broken-page/";

/** The header of requests that the desk itself makes. */
export const ownRequest = "x-desk";

/** The layers of the pages that are being rendered, by what their requests have in that header. */
const underWay = new Map<string, Layer>();

/** Goes on with a request that the desk has made, with its layer. */
export const goOn = (name: string, next: () => void): void => {
  const layer = underWay.get(name);
  if (layer) layers.run(layer, next);
  else next();
};

/** Asks for a page. Where one fails halfway, Astro does not say so by the status. */
const ask = async (address: URL, name = "page") => {
  const answer = await fetch(address, { headers: { [ownRequest]: name, accept: "text/html" } });
  const html = await answer.text();
  return { status: html.includes("</html>") ? answer.status : 500, html };
};

let turn: Promise<unknown> = Promise.resolve();

/** Lets one page be rendered after the other, so that none shows what is laid over another. */
const inTurn = <Answer>(render: () => Promise<Answer>): Promise<Answer> => {
  const rendered = turn.then(render);
  turn = rendered.catch(() => undefined);
  return rendered;
};

/** A page of the preview, and a fingerprint of it. */
interface Rendered {
  readonly status: number;
  readonly html: string;
  readonly fingerprint: string;
}

/** Whether the content has errors: a page that had one as the preview began is not there. */
const hasErrors = async () => {
  const issues = issuesOf(contentFolder, await readContent(contentFolder));
  return issues.some(({ severity }) => severity === "error");
};

/** A page or, if faulty content keeps it from being rendered, a page with the check's messages. */
export const pageAt = (url: URL): Promise<Rendered> =>
  inTurn(async () => {
    const rendered = await ask(url);
    const isShown = rendered.status === 404 ? !(await hasErrors()) : rendered.status < 500;
    const { html } = isShown ? rendered : await ask(new URL(brokenPage, url));
    const fingerprint = createHash("sha256").update(html).digest("base64url");
    return { status: rendered.status, html, fingerprint };
  });

/** A page as it would be with what is not saved. */
export const pageWith = (layer: Layer, url: URL): Promise<Pick<Rendered, "status" | "html">> =>
  inTurn(async () => {
    const name = randomUUID();
    underWay.set(name, layer);
    try {
      return await withLayer(layer, () => ask(url, name));
    } finally {
      underWay.delete(name);
    }
  });
