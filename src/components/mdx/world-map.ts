import { geoCircle, geoContains, geoEqualEarth, geoPath, type GeoPermissibleObjects } from "d3-geo";
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
/** Antarctica would take a quarter of the height. */
const antarctica = "aq";

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

const draw = (regions: Regions) => {
  const named = regions.flatMap(countryCodesOf);
  const places = regions.flatMap((region) => region.places);
  const hosting = [...named, ...countriesAround(places)];
  const topology = simplified();
  const countries = topology.objects.countries.geometries.filter(
    (country) => codeOf(country) !== antarctica,
  );
  const outline = (which: typeof countries) =>
    merge(topology, which as Parameters<typeof merge>[1]);

  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, outline(countries));
  const path = (shape: GeoPermissibleObjects) => {
    const relative = new RelativePath();
    geoPath(projection, relative)(shape);
    return String(relative);
  };
  const [, [, height]] = geoPath(projection).bounds(outline(countries));
  return {
    width,
    height: Math.ceil(height),
    land: path(outline(countries)),
    hosting: path(outline(countries.filter((country) => hosting.includes(codeOf(country))))),
    dots: [...named.map(positionOf), ...places].map(({ longitude, latitude }) => {
      const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
      return { x: Math.round(x), y: Math.round(y) };
    }),
    rings: regions.flatMap(({ area }) =>
      area ? [path(geoCircle().center([area.longitude, area.latitude]).radius(area.radius)())] : [],
    ),
  };
};

/** Maps by their regions: drawing takes a second, and several pages may show the same map. */
const cache = new WeakMap<Regions, ReturnType<typeof draw>>();

/**
 * Draws a world map of the hosting regions, in an equal-area projection, so that no region looks
 * larger than it is.
 * @returns the size in drawing units, the outlines (SVG paths) of the land and of the hosting
 * countries, the middle of each country and place, and a ring for each region that names none
 */
export const worldMap = (regions: Regions) => {
  const map = cache.get(regions) ?? draw(regions);
  cache.set(regions, map);
  return map;
};
