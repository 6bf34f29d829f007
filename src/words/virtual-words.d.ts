/** The catalogue of the site's language, for scripts: no other language reaches visitors. */
declare module "virtual:words" {
  type Words = import("./index.ts").Words;
  export const date: Words["date"];
  export const number: Words["number"];
  export const list: Words["list"];
  export const comparison: Words["comparison"];
  export const redline: Words["redline"];
  export const request: Words["request"];
  export const search: Words["search"];
  export const searchPanel: Words["searchPanel"];
  export const verification: Words["verification"];
}
