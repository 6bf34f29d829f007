import { execFileSync } from "node:child_process";
import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { copyForTests } from "../../content-copy.ts";

const copy = copyForTests("tests/fixtures/sound", tmpdir());

/** What the preview shows at an address at which its site answers with a page and a status. */
const shownFor = (status: number, page = "<html>the page</html>"): unknown => {
  const script = `
    import { createServer } from "node:http";
    import { brokenPage, pageAt } from ${JSON.stringify(resolve("src/desk/rendering.ts"))};
    const site = createServer(({ url }, response) => {
      const isBroken = url === brokenPage;
      response.writeHead(isBroken ? 200 : ${String(status)});
      response.end(isBroken ? "<html>what is wrong</html>" : ${JSON.stringify(page)});
    });
    site.listen(0, async () => {
      const { status, html } = await pageAt(new URL("http://localhost:" + site.address().port + "/data/"));
      console.log(JSON.stringify([status, html]));
      process.exit();
    });
  `;
  const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, CONTENT_DIR: copy() },
    encoding: "utf8",
  });
  return JSON.parse(said);
};

test("in place of a page that is not there stands what is wrong, while anything is", () => {
  expect(shownFor(404)).toEqual([404, "<html>the page</html>"]);
  appendFileSync(join(copy(), "pages/data.mdx"), "\nWrite to <a@b.c>.\n");
  expect(shownFor(404)).toEqual([404, "<html>what is wrong</html>"]);
  expect(shownFor(200)).toEqual([200, "<html>the page</html>"]);
  expect(shownFor(200, "<html>half a page")).toEqual([500, "<html>what is wrong</html>"]);
});
