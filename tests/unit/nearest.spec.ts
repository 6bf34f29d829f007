import { expect, test } from "@playwright/test";
import { meantId, nearest } from "../../src/parse/nearest.ts";

for (const [written, known, meant] of [
  ["gpdr", ["gdpr", "ccpa"], "gdpr"],
  ["Gdpr", ["gdpr", "ccpa"], "gdpr"],
  ["acces", ["access", "correction"], "access"],
  ["securty", ["security", "privacy"], "security"],
  ["bug-bounties", ["bug-bounty"], "bug-bounty"],
  ["nmae", ["name", "email"], "name"],
  ["term", ["terms", "dpa"], "terms"],
  ["subprocessors", ["sub-processors"], "sub-processors"],
  /* Another thing, however alike it is spelled. */
  ["rectification", ["access", "correction", "deletion", "restriction"], undefined],
  ["restriction", ["access", "correction", "deletion"], undefined],
  ["opt-in", ["opt-out"], undefined],
  ["contact-dpo", ["contact-abuse", "contact-dpa"], undefined],
  ["pipl", ["pipa", "lgpd"], undefined],
  ["eu", ["us", "uk"], undefined],
  ["us-ca", ["us-co", "us-ct"], undefined],
  ["iso-27001", ["iso-27701", "iso-27018"], undefined],
  ["agreement-2025", ["agreement-2026"], undefined],
  /* Two are equally near. */
  ["processer", ["processor", "processes"], undefined],
  ["", ["a", "b"], undefined],
] as const)
  test(`for "${written}" among ${known.join(", ")} is meant ${String(meant)}`, () => {
    expect(nearest(written, known)).toBe(meant);
  });

test("an id is meant by its first words where no other begins with them", () => {
  expect(meantId("hosting", ["hosting-and-transfers", "rights"])).toBe("hosting-and-transfers");
  expect(meantId("hosting", ["hosting-and-transfers", "hosting-regions"])).toBe(undefined);
});
