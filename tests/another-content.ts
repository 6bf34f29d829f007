/*
 * Has all that is loaded after this file read the content of an invented organization, and its site.
 * What reads settings does so as it is loaded, so this file comes first.
 */
process.env["CONTENT_DIR"] = "tests/fixtures/another-organization";
process.env["DIST_DIR"] = "dist-another-organization";
