/** The event that notifies pages of the preview when something in the content was saved. */
export const savedEvent = "desk:saved";

/** How long (ms) it takes until pages are rendered from what was saved. */
export const renderDelay = 1_500;

/** How long (ms) that may take at most, on a machine that is busy. */
export const longestRenderDelay = 30_000;

/** The current state of a page of the preview. */
export interface PageNow {
  /** A hash of its HTML. */
  readonly fingerprint: string;
  /** When something in the content was last saved (ms since 1970). */
  readonly lastSaved: number;
}

/** The name of the Server-Timing metric that carries the fingerprint of a loaded page. */
export const fingerprintName = "page";
