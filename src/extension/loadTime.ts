/** Imported first, so that the time to load everything else counts too. */
const began = performance.now();

/** Milliseconds since the extension's code began to run. */
export function loadTime(): number {
  return performance.now() - began;
}
