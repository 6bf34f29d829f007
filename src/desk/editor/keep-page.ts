/*
 * The preview loads its pages anew whenever something was saved. Whoever types or saves here would
 * lose their place by that, and the page shows by itself what it edits: it waits with that for ever.
 */
// eslint-disable-next-line @typescript-eslint/no-misused-promises -- Vite waits for what is returned
import.meta.hot?.on("vite:beforeFullReload", () => new Promise<void>(() => undefined));

/* A page to which somebody goes back may be as it was left, before what they typed there was saved. */
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload();
});
