import { createHash } from "node:crypto";

/**
 * The serial number of a bill of materials, the same for the same text: the URN of a UUID of
 * version 8 that SHA-256 makes of it (RFC 9562, section 5.8 and appendix B.2).
 * @param text what the bill says without it
 */
export const serialNumber = (text: string): string => {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  /* The version, and the variant. */
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
};
