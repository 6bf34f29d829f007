import {
  geoCentroid,
  geoContains,
  geoDistance,
  geoEqualEarth,
  geoPath,
  type GeoPermissibleObjects,
} from "d3-geo";
import { feature, merge } from "topojson-client";
import { filter, filterWeight, presimplify, quantile, simplify } from "topojson-simplify";
import { countryCodesOf } from "../../centre/regions.ts";
import type { Fact } from "../../schemas/facts.ts";
import { atlas, codeOf, positionOf, type Atlas, type Position } from "./atlas.ts";
import { RelativePath } from "./relative-path.ts";

/** The width of the map in drawing units; the height follows from it. */
const width = 720;
/** The share of coastline detail that is left out, and the smallest island shown (steradians). */
const simplification = { share: 0.35, island: 0.002 };
/** Antarctica lies below all of it. */
const antarctica = "aq";
/** Between these lies where people live; the poles would take a third of the height. */
const north = { latitude: 74, longitude: 11 };
const south = { latitude: -56, longitude: 11 };
/** The distance between the lines of a hatch, and the steps in which they are drawn, in drawing units. */
const hatching = { distance: 9, step: 3 };
/** The width of the map on a phone, and the room that a number needs there, in pixels. */
const phone = { width: 320, number: 21 };

/** The codes of the countries that contain the places. */
const countriesAround = (places: readonly Position[]) => {
  const exact = atlas("50m");
  return exact.objects.countries.geometries
    .filter((country) =>
      places.some(({ longitude, latitude }) =>
        geoContains(feature(exact, country), [longitude, latitude]),
      ),
    )
    .map(codeOf);
};

const simplified = () => {
  const weighed = presimplify(atlas("110m"));
  const coarse = simplify(weighed, quantile(weighed, simplification.share));
  return filter(coarse, filterWeight(coarse, simplification.island)) as Atlas;
};

type Regions = readonly Fact<"regions">[];
type Area = NonNullable<Regions[number]["area"]>;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves points apart, each as little as possible, until all have room for their numbers on a phone. */
const spread = (points: readonly Point[], height: number): Point[] => {
  const scale = phone.width / width;
  const within = (value: number, most: number) =>
    Math.min(Math.max(value, phone.number / 2), most - phone.number / 2);
  /* Two at one place need a direction in which to part. */
  const moved = points.map(({ x, y }, at) => ({
    x: within(x * scale, phone.width) + at / 100,
    y: within(y * scale, height * scale) + at / 100,
  }));
  for (let round = 0; round < 200; round += 1)
    for (const [at, one] of moved.entries())
      for (const other of moved.slice(at + 1)) {
        const [x, y] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(x, y) || 0.01;
        const missing = (phone.number - distance) / 2;
        if (missing <= 0) continue;
        const [byX, byY] = [(x / distance) * missing, (y / distance) * missing];
        one.x = within(one.x - byX, phone.width);
        one.y = within(one.y - byY, height * scale);
        other.x = within(other.x + byX, phone.width);
        other.y = within(other.y + byY, height * scale);
      }
  return moved.map(({ x, y }) => ({ x: x / scale, y: y / scale }));
};

/** Lines across what is land within bounds, as an SVG path. */
const hatched = (
  [[fromX, fromY], [toX, toY]]: readonly [readonly [number, number], readonly [number, number]],
  isLand: (x: number, y: number) => boolean,
): string => {
  const { distance, step } = hatching;
  const lines: string[] = [];
  for (let start = Math.floor(fromX + fromY); start < toX + toY; start += distance) {
    let from: number | undefined;
    for (let x = Math.floor(fromX); x <= toX + step; x += step) {
      const inside = x <= toX && isLand(x, start - x);
      if (inside) from ??= x;
      else if (from !== undefined) {
        if (x - step > from)
          lines.push(
            `M${String(from)} ${String(start - from)}l${String(x - step - from)} ${String(from - x + step)}`,
          );
        from = undefined;
      }
    }
  }
  return lines.join("");
};

/** A place on the map and its number there, each as a share of the width and height. */
export interface Mark {
  /** The position of the region in the list, from 1. */
  readonly number: number;
  readonly dot: Point;
  readonly label: Point;
}

const draw = (regions: Regions) => {
  const places = regions.flatMap((region) => region.places);
  const hosting = [...regions.flatMap(countryCodesOf), ...countriesAround(places)];
  const topology = simplified();
  const countries = topology.objects.countries.geometries.filter(
    (country) => codeOf(country) !== antarctica,
  );
  const outline = (which: typeof countries) =>
    merge(topology, which as Parameters<typeof merge>[1]);

  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, outline(countries));
  const pointAt = ({ longitude, latitude }: Position): Point => {
    const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
    return { x, y };
  };
  const [top, bottom] = [pointAt(north).y, pointAt(south).y];
  const height = Math.round(bottom - top);
  const path = (shape: GeoPermissibleObjects) => {
    const relative = new RelativePath();
    geoPath(projection, relative)(shape);
    return String(relative);
  };

  const marks = regions.flatMap((region, at) =>
    [
      ...countryCodesOf(region).map(positionOf),
      ...region.places,
      ...(region.area ? [region.area] : []),
    ].map((position) => {
      const { x, y } = pointAt(position);
      return { number: at + 1, dot: { x, y: y - top } };
    }),
  );
  const labels = spread(
    marks.map(({ dot }) => dot),
    height,
  );
  const share = ({ x, y }: Point): Point => ({ x: x / width, y: y / height });

  /** The land of a region that names no country: the countries whose middle is in its area. */
  const landAround = ({ longitude, latitude, radius }: Area) =>
    outline(
      countries.filter(
        (country) =>
          geoDistance(geoCentroid(feature(topology, country)), [longitude, latitude]) <
          (radius * Math.PI) / 180,
      ),
    );
  const hatch = (area: Area): string => {
    const land = landAround(area);
    const isLand = (x: number, y: number) => {
      const position = projection.invert?.([x, y]);
      return position ? geoContains(land, position) : false;
    };
    return hatched(geoPath(projection).bounds(land), isLand);
  };

  return {
    /** The part of the drawing that is shown. */
    viewBox: `0 ${String(Math.round(top))} ${String(width)} ${String(height)}`,
    land: path(outline(countries)),
    hosting: path(outline(countries.filter((country) => hosting.includes(codeOf(country))))),
    hatches: regions.flatMap(({ area }) => (area ? [hatch(area)] : [])),
    marks: marks.map(({ number, dot }, at): Mark => ({
      number,
      dot: share(dot),
      label: share(labels[at] ?? dot),
    })),
  };
};

/** Maps by their regions: drawing takes a second, and several pages may show the same map. */
const cache = new WeakMap<Regions, ReturnType<typeof draw>>();

/**
 * Draws a world map of the hosting regions, in an equal-area projection, so that no region looks
 * larger than it is.
 * @returns the outlines (SVG paths) of the land and of the hosting countries, lines across each region
 * that names none, and a mark for each country, place and such region
 */
export const worldMap = (regions: Regions) => {
  const map = cache.get(regions) ?? draw(regions);
  cache.set(regions, map);
  return map;
};
