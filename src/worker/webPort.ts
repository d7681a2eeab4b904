import type { Channel } from '../core/util/rpc';

declare const self: DedicatedWorkerGlobalScope;

/** The channel of a dedicated worker to the page or worker that started it. */
export const hostChannel: Channel = {
  send: (message) => self.postMessage(message),
  listen: (receive) => self.addEventListener('message', (event) => receive(event.data)),
};
