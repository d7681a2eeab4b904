/** Returns two 32-bit FNV-1a hashes with different starts over UTF-16 units, which is enough to tell the sections of some thousand notes apart. */
export function textDigest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x050c5d1f];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + at), 0x01000193);
  }
  return [a, b].map((half) => (mixed(half) >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Mixes the high bits, which the last characters alone would leave alike. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return half ^ (half >>> 15);
}
