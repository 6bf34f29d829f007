import { createHash } from "node:crypto";

/**
 * The serial number of a bill of materials: the URN of a version 8 UUID, derived from its text with
 * SHA-256, so the same text has the same number (RFC 9562, section 5.8 and appendix B.2).
 * @param text the bill without a serial number
 */
export const serialNumber = (text: string): string => {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  /* The version, and the variant. */
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
};
