import { defineConfig } from "html-validate";

/** Rules for the pages as they are built. */
export default defineConfig({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // The build writes void elements and boolean attributes its own way, which is valid.
    "doctype-style": "off",
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // The build indents nothing.
    "no-trailing-whitespace": "off",
    // Roles of tables are written out: browsers drop them where CSS shows rows as cards. So is the
    // role of a list without bullets, which is no list to Safari otherwise.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["list"] }],
    // The sections stand in the header twice, for wide and for narrow screens; one of the two is
    // never displayed. Axe sees which, and holds what is displayed to the same rule.
    "unique-landmark": "off",
    // A list may have a name where no heading stands above it.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // The id of a heading that begins with a number does so too, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // Every resource comes from the site itself; one from elsewhere would need its hash.
    "require-sri": ["error", { target: "crossorigin" }],
  },
});
