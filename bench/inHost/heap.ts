import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes: this thread's heap without garbage, its buffers outside of that, and the whole process's resident memory. */
export function memory(): { readonly heap: number; readonly buffers: number; readonly resident: number } {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What is freed may hold what is to be freed then.
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers, resident: rss };
}
