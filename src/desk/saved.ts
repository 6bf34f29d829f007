/** The event that tells the pages of the preview that something in the content was saved. */
export const saved = "desk:saved";
