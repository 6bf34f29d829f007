/** Where the bill of materials is, from the folder of the built site. */
export const sbomPath = "sbom.cdx.json";
