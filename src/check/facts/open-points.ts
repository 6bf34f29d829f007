import { openPoints, type OpenPoint } from "../../centre/open-points.ts";
import { recordsOf, type Content } from "../../parse/content.ts";
import type { Place } from "../../parse/issue.ts";

/** A fact awaiting confirmation, and the place of its question. */
export interface PlacedPoint extends OpenPoint, Place {}

/** Every fact awaiting confirmation: those in site.yaml first, then in the order of the files. */
export const openPointsOf = (content: Content): PlacedPoint[] =>
  openPoints(recordsOf(content)).map((point) => ({
    ...point,
    ...content.placeOf(point.file, [...point.path, "question"]),
  }));
