import { createRequire } from "node:module";
import { geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

let drawn: string | undefined;

const draw = () => {
  const atlas = createRequire(import.meta.url)("world-atlas/land-110m.json") as Topology<{
    land: GeometryCollection;
  }>;
  const plain = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0]);
  const path = geoPath(plain).digits(1);
  return path(feature(atlas, atlas.objects.land)) ?? "";
};

/** The land of the world as an SVG path, with a unit for each degree: x to the east, y to the south. */
export const landPath = (): string => (drawn ??= draw());
