import { parentPort } from 'node:worker_threads';
import { readLocalFile } from './localFile';
import { serve } from './loop';

/** The worker's entry in Node: a worker thread, which reads `file:` URIs itself. */
const port = parentPort;
if (port === null) throw new Error('to be started as a worker thread');
serve(
  {
    send: (message) => port.postMessage(message),
    listen: (receive) => void port.on('message', receive),
  },
  (uri) => (uri.startsWith('file:') ? readLocalFile(uri) : undefined),
);
