/* What of the world a map shows, in degrees: a map on which one can say where something is. */

/** A place: degrees north and east. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** The part of the world that a map shows. */
export interface Window {
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
}

/** A place on a map, as shares of its width and height. */
interface Share {
  readonly x: number;
  readonly y: number;
}

/** How much larger than the whole world a map can be. */
export const mostZoom = 16;

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), most);

/** The part of the world around a place, or as near to that as the edges of the map let it be. */
export const windowAround = ({ latitude, longitude }: Position, zoom: number): Window => {
  const [width, height] = [360 / zoom, 180 / zoom];
  return {
    west: clamp(longitude - width / 2, -180, 180 - width),
    north: clamp(latitude + height / 2, height - 90, 90),
    width,
    height,
  };
};

export const shareOf = (
  { west, north, width, height }: Window,
  { latitude, longitude }: Position,
): Share => ({ x: (longitude - west) / width, y: (north - latitude) / height });

/** Whether a place can be seen well, and not only at the edge. */
export const isWithin = (window: Window, position: Position): boolean => {
  const { x, y } = shareOf(window, position);
  return x >= 0 && x <= 1 && y >= 0 && y <= 1;
};

/** As many decimals as make a difference that can be seen: more on a larger map. */
const decimalsAt = ({ width }: Window): number => (width > 90 ? 1 : 2);

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals));

/** A place on the globe: no further north than the pole, and around the world beyond its edge. */
const onGlobe = ({ latitude, longitude }: Position, decimals: number): Position => ({
  latitude: rounded(clamp(latitude, -90, 90), decimals),
  longitude: rounded(
    Math.abs(longitude) <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180,
    decimals,
  ),
});

export const positionAt = (window: Window, { x, y }: Share): Position =>
  onGlobe(
    { latitude: window.north - y * window.height, longitude: window.west + x * window.width },
    decimalsAt(window),
  );

const directions: Readonly<Record<string, Share>> = {
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/**
 * Where a place is moved to by a key; undefined for other keys than arrows.
 * @param isFine by a tenth of the step
 */
export const movedBy = (
  key: string,
  { latitude, longitude }: Position,
  window: Window,
  isFine: boolean,
): Position | undefined => {
  const direction = directions[key];
  if (!direction) return undefined;
  const step = (window.width > 90 ? 1 : 0.1) * (isFine ? 0.1 : 1);
  return onGlobe(
    { latitude: latitude + direction.y * step, longitude: longitude + direction.x * step },
    2,
  );
};

/** The place that is typed; undefined where there is none on the globe. */
export const typedPosition = (latitude: string, longitude: string): Position | undefined => {
  const [north, east] = [latitude, longitude].map((typed) =>
    typed.trim() === "" ? NaN : Number(typed),
  );
  return north !== undefined && east !== undefined && Math.abs(north) <= 90 && Math.abs(east) <= 180
    ? { latitude: north, longitude: east }
    : undefined;
};

/** A place in words. */
export const inWords = ({ latitude, longitude }: Position): string =>
  `${String(Math.abs(latitude))}° ${latitude < 0 ? "south" : "north"}, ${String(Math.abs(longitude))}° ${longitude < 0 ? "west" : "east"}`;
