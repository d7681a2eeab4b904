/** The value with which FNV-1a's hash begins. */
export const hashStart = 0x811c9dc5;

/** One step of FNV-1a: takes a UTF-16 unit into the hash. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Ends a hash, so that each bit of the text changes the lower bits too: 32 bits, unsigned. */
export function hashEnd(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (half ^ (half >>> 13)) >>> 0;
}

/** 32 bits, unsigned. */
export function textHash(text: string, start = hashStart): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = hashStep(hash, text.charCodeAt(index));
  return hashEnd(hash);
}
