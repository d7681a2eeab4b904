import { parentPort } from 'node:worker_threads';
import type { Channel } from '../core/util/rpc';

/** The channel of a worker thread to the one that started it. */
export function hostChannel(): Channel {
  const port = parentPort;
  if (port === null) throw new Error('to be started as a worker thread');
  return {
    send: (message) => port.postMessage(message),
    listen: (receive) => void port.on('message', receive),
  };
}
