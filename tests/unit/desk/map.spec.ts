import { expect, test } from "@playwright/test";
import { landPath } from "../../../src/desk/map/land.ts";
import {
  inWords,
  isWithin,
  movedBy,
  positionAt,
  shareOf,
  typedPosition,
  windowAround,
} from "../../../src/desk/map/window.ts";

const berlin = { latitude: 52.5, longitude: 13.4 };
const world = windowAround({ latitude: 0, longitude: 0 }, 1);

test("the map shows the whole world, or what is around a place", () => {
  expect(world).toEqual({ west: -180, north: 90, width: 360, height: 180 });
  for (const zoom of [1, 2, 4, 16])
    for (const place of [
      berlin,
      { latitude: 90, longitude: 180 },
      { latitude: -90, longitude: -180 },
    ]) {
      const window = windowAround(place, zoom);
      expect(isWithin(window, place)).toBe(true);
      expect(window.west).toBeGreaterThanOrEqual(-180);
      expect(window.west + window.width).toBeLessThanOrEqual(180);
      expect(window.north).toBeLessThanOrEqual(90);
      expect(window.north - window.height).toBeGreaterThanOrEqual(-90);
      expect(positionAt(window, shareOf(window, place))).toEqual(place);
    }
  expect(isWithin(windowAround(berlin, 4), { latitude: -30, longitude: 150 })).toBe(false);
});

test("the arrow keys move a place, in smaller steps on a larger map, and around the world", () => {
  expect(movedBy("ArrowUp", berlin, world, false)).toEqual({ ...berlin, latitude: 53.5 });
  expect(movedBy("ArrowLeft", berlin, world, true)).toEqual({ ...berlin, longitude: 13.3 });
  expect(movedBy("ArrowRight", berlin, windowAround(berlin, 8), false)?.longitude).toBe(13.5);
  expect(movedBy("ArrowDown", berlin, windowAround(berlin, 8), true)?.latitude).toBe(52.49);
  expect(movedBy("ArrowUp", { latitude: 89.5, longitude: 0 }, world, false)?.latitude).toBe(90);
  const east = { latitude: 0, longitude: 179.5 };
  expect(movedBy("ArrowRight", east, world, false)?.longitude).toBe(-179.5);
  expect(movedBy("Enter", berlin, world, false)).toBeUndefined();
});

test("only what is a place on the globe is one", () => {
  expect(typedPosition("52.5", " 13.4")).toEqual(berlin);
  expect(typedPosition("0", "-180")).toEqual({ latitude: 0, longitude: -180 });
  for (const [latitude, longitude] of [
    ["", "1"],
    ["1", " "],
    ["90.1", "0"],
    ["0", "181"],
    ["north", "0"],
    ["52,5", "13"],
  ] as const)
    expect(typedPosition(latitude, longitude), `${latitude} ${longitude}`).toBeUndefined();
  expect(inWords({ latitude: -33.9, longitude: 18.4 })).toBe("33.9° south, 18.4° east");
});

test("the land is drawn with a unit for each degree", () => {
  const numbers =
    landPath()
      .match(/-?\d+(?:\.\d+)?/g)
      ?.map(Number) ?? [];
  expect(numbers.length).toBeGreaterThan(5000);
  expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(180);
  expect(landPath().length).toBeLessThan(100_000);
});
