/** The event that tells the pages of the preview that something in the content was saved. */
export const saved = "desk:saved";

/** How long it takes, in milliseconds, until pages are made of what was saved. */
export const settling = 1_500;

/** What a page of the preview would be now. */
export interface PageNow {
  /** Tells it from any other. */
  readonly fingerprint: string;
  /** When something in the content was last saved, in milliseconds since 1970. */
  readonly lastSaved: number;
}

/** By what name a page that is loaded is told its fingerprint (Server-Timing). */
export const fingerprintName = "page";
