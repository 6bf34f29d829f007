import type { Page } from "@playwright/test";

/** What a page asks for on a round trip: a picture, which no page's policy forbids. */
export const fetched = "/icon.svg?round-trip";

/**
 * Waits until what a page has begun so far has come about: the tasks in its queue have run, and a
 * request that it makes after all of its own has been answered.
 */
export const roundTrip = (page: Page): Promise<void> =>
  page.evaluate(async (address) => {
    await new Promise((run) => setTimeout(run));
    const picture = new Image();
    picture.src = address;
    await picture.decode();
  }, fetched);
