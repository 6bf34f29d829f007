/** Where the bill of materials is, from the folder of the built site. */
export const billPath = "sbom.cdx.json";
