/** The module of a text that is not saved, by its file from the content folder. */
export const unsavedModule = (file: string): string => `/desk-unsaved/${file}`;
