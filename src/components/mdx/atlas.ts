import { createRequire } from "node:module";
import { geoArea, geoCentroid } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

interface Country {
  readonly id?: string | number | undefined;
  readonly properties?: object | undefined;
}

/** Natural Earth's countries, from the package `world-atlas`. */
export const atlas = (scale: "50m" | "110m") =>
  createRequire(import.meta.url)(`world-atlas/countries-${scale}.json`) as Atlas;

/**
 * The code of a country of the atlas (ISO 3166-1 alpha-2, in small letters), which has numbers for
 * codes; Kosovo has none. Unicode knows the number of each code (UTS 35, territory aliases).
 */
export const codeOf = ({ id, properties = {} }: Country): string | undefined => {
  if (id === undefined)
    return "name" in properties && properties.name === "Kosovo" ? "xk" : undefined;
  return new Intl.Locale(`und-${String(id)}`).region?.toLowerCase();
};

/** A place on the map: degrees north and east. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Countries that the atlas does not draw by themselves, and those of which the middle of the largest
 * part lies in the sea or in a neighbor.
 */
const positions: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  bq: [12.2, -68.3],
  bv: [-54.4, 3.4],
  cc: [-12.2, 96.8],
  cx: [-10.5, 105.6],
  gf: [4, -53],
  gi: [36.1, -5.3],
  gp: [16.2, -61.5],
  il: [31.3, 34.8],
  io: [-7.3, 72.4],
  mh: [7.1, 171.1],
  mq: [14.7, -61],
  re: [-21.1, 55.5],
  sj: [78.5, 16],
  tk: [-9.2, -171.8],
  tv: [-8.5, 179.2],
  um: [19.3, 166.6],
  vn: [14.1, 108.3],
  yt: [-12.8, 45.2],
};

/** The middle of the largest part of a country: overseas territories would draw it into the sea. */
const middleOf = (code: string): Position | undefined => {
  const exact = atlas("50m");
  const { countries } = exact.objects;
  const geometries = countries.geometries.filter((country) => codeOf(country) === code);
  const [found] = feature(exact, { ...countries, geometries }).features;
  const parts =
    found?.geometry.type === "Polygon"
      ? [found.geometry.coordinates]
      : found?.geometry.type === "MultiPolygon"
        ? found.geometry.coordinates
        : [];
  const [largest] = parts
    .map((coordinates) => ({ type: "Polygon" as const, coordinates }))
    .sort((a, b) => geoArea(b) - geoArea(a));
  if (largest === undefined) return undefined;
  const [longitude, latitude] = geoCentroid(largest);
  return { latitude, longitude };
};

/**
 * Where a country is.
 * @param code two small letters (ISO 3166-1 alpha-2)
 * @throws if there is no such country
 */
export const positionOf = (code: string): Position => {
  const known = positions[code];
  if (known) return { latitude: known[0], longitude: known[1] };
  const middle = middleOf(code);
  if (!middle) throw new Error(`the map does not know where "${code}" is`);
  return middle;
};
