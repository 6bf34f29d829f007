/** The path of the bill of materials, relative to the folder of the built site. */
export const sbomPath = "sbom.cdx.json";
