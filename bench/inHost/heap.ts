import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Returns, in bytes, this thread's heap without garbage, its buffers outside of that, and the whole process's resident memory.
 */
export function memory(): { readonly heap: number; readonly buffers: number; readonly resident: number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // The objects that one round frees may hold others, which the next round frees.
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers, resident: rss };
}
