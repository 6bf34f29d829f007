import { once } from "node:events";

/** A message of the browser: the answer to a command, or an event (WebDriver BiDi, §4). */
type Message =
  | { readonly type: "success"; readonly id: number; readonly result: unknown }
  | {
      readonly type: "error";
      readonly id: number;
      readonly error: string;
      readonly message: string;
    }
  | { readonly type: "event"; readonly method: string; readonly params: unknown };

/** A conversation with a browser over WebDriver BiDi. */
export interface Conversation {
  /** Gives a command; throws with the browser's own words where it cannot be done. */
  readonly send: (method: string, params?: object) => Promise<unknown>;
  /** Hears an event, once the browser was asked for it with `session.subscribe`. */
  readonly on: (method: string, listener: (params: unknown) => void) => void;
}

/** Begins a conversation at the address of a WebSocket. */
export const converse = async (url: string): Promise<Conversation> => {
  const socket = new WebSocket(url);
  await once(socket, "open");
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, (params: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(data as string) as Message;
    if (message.type === "event") {
      listeners.get(message.method)?.(message.params);
      return;
    }
    if (message.type === "success") waiting.get(message.id)?.resolve(message.result);
    else waiting.get(message.id)?.reject(new Error(`${message.error}: ${message.message}`));
    waiting.delete(message.id);
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("the browser has hung up"));
  });
  let last = 0;
  return {
    send: (method, params = {}) => {
      const answer = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, answer);
      socket.send(JSON.stringify({ id: last, method, params }));
      return answer.promise;
    },
    on: (method, listener) => {
      listeners.set(method, listener);
    },
  };
};
