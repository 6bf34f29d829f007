/** The relative luminance of a color written as `#rrggbb`, from 0 to 1 (WCAG 2.2, "relative luminance"). */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of two colors written as `#rrggbb`, from 1 to 21 (WCAG 2.2, 1.4.3). */
export const contrast = (text: string, background: string): number => {
  const [light = 0, dark = 0] = [luminance(text), luminance(background)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
