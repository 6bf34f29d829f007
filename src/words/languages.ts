/** The languages that the site can speak: those with a catalogue of words in this folder. */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];
