/** The languages that a site can be in: those with a catalogue in this folder. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];
