import { serve } from './loop';

/** The worker's entry in a browser: a dedicated worker, which asks the host for every file. */
declare const self: DedicatedWorkerGlobalScope;

serve(
  {
    send: (message) => self.postMessage(message),
    listen: (receive) => self.addEventListener('message', (event) => receive(event.data)),
  },
  () => undefined,
);
