import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Legal's desk, in the live preview only: a page with everything there is to do, a link from each
 * section of a page to the file it is written in, and the check's messages in place of a page that
 * cannot be rendered.
 */
export const desk = (): AstroIntegration => ({
  name: "desk",
  hooks: {
    "astro:config:setup": async ({ command, injectRoute, injectScript, updateConfig }) => {
      if (command !== "dev") return;
      /* A build needs nothing of what the desk loads, the whole check among it. */
      const { deskServer } = await import("./desk-server.ts");
      const { brokenPage } = await import("./rendering.ts");
      const { unsavedContent } = await import("./beside/unsaved-content.ts");
      injectRoute({ pattern: "/desk", entrypoint: here("./desk.astro"), prerender: true });
      injectRoute({
        pattern: brokenPage,
        entrypoint: here("./broken-page.astro"),
        prerender: true,
      });
      for (const name of ["edit", "review"])
        injectRoute({
          pattern: `/desk/${name}`,
          entrypoint: here(`./editor/${name}.astro`),
          prerender: true,
        });
      for (const name of ["conflict", "release"])
        injectRoute({
          pattern: `/desk/${name}`,
          entrypoint: here(`./${name}/${name}.astro`),
          prerender: true,
        });
      for (const name of ["changes", "propose"])
        injectRoute({
          pattern: `/desk/${name}`,
          entrypoint: here(`./${name}.astro`),
          prerender: true,
        });
      injectRoute({
        pattern: "/desk/step",
        entrypoint: here("./steps/step.astro"),
        prerender: true,
      });
      injectScript("page", `import ${JSON.stringify(here("./edit-links.ts"))};`);
      /* The page itself says what is wrong, so Vite's overlay is not needed. */
      updateConfig({
        vite: {
          plugins: [deskServer, unsavedContent],
          server: { hmr: { overlay: false } },
          /* Found only once they are needed, they would have every open page loaded anew. */
          optimizeDeps: { include: ["diff", "marked"] },
        },
      });
    },
    "astro:server:start": ({ address, logger }) => {
      logger.info(`The desk is at http://localhost:${String(address.port)}/desk/`);
    },
  },
});
