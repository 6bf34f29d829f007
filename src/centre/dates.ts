/* Making one takes longer than using it, and every page has a date. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (language: string) => {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
      dateStyle: "long",
      timeZone: "UTC",
    });
  formats.set(language, format);
  return format;
};

/** An ISO date as it stands in a sentence, such as 22 November 2026. */
export const longDate = (day: string, language: string): string =>
  formatOf(language).format(new Date(`${day}T00:00:00Z`));
