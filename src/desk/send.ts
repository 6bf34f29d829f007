/** Why the preview has not done what it was asked, in a sentence. */
export class Refused extends Error {
  override name = "Refused";
}

/**
 * Sends something to the preview, in its own name.
 * @returns what it answers
 * @throws {Refused} with a sentence that says why it did not do it
 * @throws where it is not there, or has failed
 */
export const send = async (name: string, content: unknown): Promise<unknown> => {
  const { token } = (await (await fetch("/desk/token.json")).json()) as { token?: string };
  const answer = await fetch(`/desk/${name}.json`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-desk-token": token ?? "" },
    body: JSON.stringify(content),
  });
  const said = (await answer.json()) as { refused?: string };
  if (said.refused !== undefined) throw new Refused(said.refused);
  if (!answer.ok) throw new Error("The preview has failed; its terminal says why.");
  return said;
};

/** The words of a failure, as a sentence. */
export const sentenceOf = (reason: unknown): string => {
  const words =
    reason instanceof TypeError || !(reason instanceof Error)
      ? "The preview does not answer; start it again."
      : reason.message;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
};
