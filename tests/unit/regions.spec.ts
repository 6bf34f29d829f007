import { expect, test } from "@playwright/test";
import { z } from "zod";
import { placesIn, regionInWords } from "../../src/centre/regions.ts";
import { positionOf } from "../../src/components/mdx/atlas.ts";
import { worldMap } from "../../src/components/mdx/world-map.ts";
import { countryNamed, countryNameFault } from "../../src/schemas/country-names.ts";
import { facts } from "../../src/schemas/facts.ts";
import { countryCode } from "../../src/schemas/fields.ts";
import { wordsOf } from "../../src/words/index.ts";

for (const [name, code] of [
  ["Switzerland", "ch"],
  ["switzerland", "ch"],
  ["Schweiz", "ch"],
  ["die Schweiz", "ch"],
  ["CH", "ch"],
  ["The Netherlands", "nl"],
  ["Holland", "nl"],
  ["USA", "us"],
  ["U.S.", "us"],
  ["the United States of America", "us"],
  ["UK", "gb"],
  ["Great Britain", "gb"],
  ["United Arab Emirates (UAE)", "ae"],
  ["UAE", "ae"],
  ["Czech Republic", "cz"],
  ["Turkey", "tr"],
  ["Türkiye", "tr"],
  ["Österreich", "at"],
  ["Cote d'Ivoire", "ci"],
  ["Bosnia and Herzegovina", "ba"],
  ["Saint Lucia", "lc"],
  ["Hong Kong", "hk"],
  ["Hong Kong SAR China", "hk"],
  ["South Korea", "kr"],
  ["Switzerland (Schweiz)", "ch"],
  ["Myanmar", "mm"],
  ["Saint Martin (Dutch part)", undefined],
  ["Samoa (American)", undefined],
  ["Guinea (Equatorial)", undefined],
  ["Ireland (Dublin)", undefined],
  ["Korea", undefined],
  ["Congo", undefined],
  ["Africa", undefined],
  ["Swizerland", undefined],
  ["European Union", undefined],
  ["Ireland, Germany", undefined],
  ["xx", undefined],
  ["", undefined],
] as const)
  test(`"${name}" is the country ${String(code)}`, () => {
    expect(countryNamed(name)).toBe(code);
    expect(countryNameFault(name) === undefined).toBe(code !== undefined);
  });

for (const [text, countries] of [
  ["Ireland, Germany", 2],
  ["Ireland and Germany", 2],
  ["Ireland, Bosnia and Herzegovina", 2],
  ["Trinidad and Tobago, Ireland, and Malta", 3],
] as const)
  test(`"${text}" names ${String(countries)} countries`, () => {
    expect(countryNameFault(text)).toContain(`it names ${String(countries)} countries`);
  });

test("what is no country has no code of one", () => {
  const { success } = z.array(countryCode("The country")).safeParse(["de", "gb", "xk"]);
  expect(success).toBe(true);
  for (const code of ["eu", "un", "zz", "xa", "qo", "ez", "uk", "cs"])
    expect(countryCode("The country").safeParse(code).success, code).toBe(false);
});

test("every number has its place on the map, also at the edge and one upon the other", () => {
  for (const name of ["Samoa", "Svalbard & Jan Mayen", "Tonga"]) {
    const twice = ["one", "other"].map((id) =>
      facts.regions.parse({ id, name: "Two", countries: [name] }),
    );
    for (const { label } of worldMap(twice).marks)
      for (const share of [label.x, label.y]) {
        expect(share, name).toBeGreaterThanOrEqual(0);
        expect(share, name).toBeLessThanOrEqual(1);
      }
  }
});

test("the map knows where every country is", () => {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const codes = new Set(
    Array.from({ length: 26 * 26 }, (_, at) =>
      String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26)),
    ).filter((code) => countryNamed(code) === code),
  );
  expect(codes.size).toBe(250);
  for (const code of codes) {
    const { latitude, longitude } = positionOf(code);
    expect(Math.abs(latitude), names.of(code.toUpperCase())).toBeLessThanOrEqual(90);
    expect(Math.abs(longitude), names.of(code.toUpperCase())).toBeLessThanOrEqual(180);
  }
  const near = (code: string, latitude: number, longitude: number) => {
    const found = positionOf(code);
    expect(Math.hypot(found.latitude - latitude, found.longitude - longitude), code).toBeLessThan(
      3,
    );
  };
  near("ch", 46.8, 8.2);
  /* Of France, Norway and the United States, not the middle of all that belongs to them. */
  near("fr", 46.6, 2.5);
  near("no", 63.8, 12.2);
  near("us", 39.9, -98.8);
  near("vn", 14.1, 108.3);
});

const region = (record: object) => facts.regions.parse({ id: "a-region", ...record });

test("a region with the name of a country is there", () => {
  const switzerland = region({ name: "Switzerland" });
  expect(regionInWords(switzerland, wordsOf("en"), "en")).toBe("Switzerland");
  expect(worldMap([switzerland]).marks).toHaveLength(1);
  const named = region({ name: "Mitte", countries: ["CH", "Austria"] });
  expect(placesIn(named, "de")).toEqual(["Schweiz", "Österreich"]);
  expect(regionInWords(named, wordsOf("de"), "de")).toBe("Mitte (Schweiz und Österreich)");
  expect(worldMap([named]).marks).toHaveLength(2);
});

test("a country is drawn the same by its name and by a place within it", () => {
  const byName = worldMap([region({ name: "Germany" })]);
  const byPlace = worldMap([
    region({ name: "Here", places: [{ name: "Berlin", latitude: 52.5, longitude: 13.4 }] }),
  ]);
  expect(byName.hosting).toBe(byPlace.hosting);
  expect(byName.hosting).not.toBe("");
});

test("a country is written as it was typed where that is its name in the site's language", () => {
  expect(placesIn(region({ name: "A", countries: ["Hong Kong", "USA", "Schweiz"] }), "en")).toEqual(
    ["Hong Kong", "United States", "Switzerland"],
  );
});
