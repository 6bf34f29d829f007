import type { GeoContext } from "d3-geo";

/**
 * Collects the outlines that d3 draws as one SVG path in relative steps of whole units: a third of
 * the bytes of absolute coordinates. Outlines too small to have an area are left out.
 */
export class RelativePath implements GeoContext {
  #outlines: [number, number][][] = [];

  moveTo(x: number, y: number) {
    this.#outlines.push([[Math.round(x), Math.round(y)]]);
  }

  lineTo(x: number, y: number) {
    this.#outlines.at(-1)?.push([Math.round(x), Math.round(y)]);
  }

  closePath() {
    /* Every outline ends where it began. */
  }

  beginPath() {
    this.#outlines = [];
  }

  arc() {
    throw new Error("points are not drawn as part of an outline");
  }

  toString(): string {
    return this.#outlines.map(inSteps).join("");
  }
}

const inSteps = (points: readonly [number, number][]): string => {
  const [start, ...rest] = points;
  if (!start) return "";
  let [x, y] = start;
  const steps: string[] = [];
  for (const [nextX, nextY] of rest) {
    if (nextX === x && nextY === y) continue;
    steps.push(`${signed(nextX - x)}${signed(nextY - y)}`);
    [x, y] = [nextX, nextY];
  }
  return steps.length < 3 ? "" : `M${String(start[0])} ${String(start[1])}l${steps.join("")}z`;
};

/** A number that cannot run into the one before it. */
const signed = (step: number) => (step < 0 ? String(step) : ` ${String(step)}`);
