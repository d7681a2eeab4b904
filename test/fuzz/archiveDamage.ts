import fc from 'fast-check';
import { damaged } from './damage';
import type { Yard } from './outside';

/** Stands in names for the folder around the one to unpack into. */
export const outside = '@';
const steps = [...'kafka/ ../ kafka/../ link/ a/ / ./ ..\\ C: C:\\ //?/'.split(' '), `${outside}/`, '', 'a'.repeat(90)];
const path = fc
  .tuple(
    fc.array(fc.constantFrom(...steps), { maxLength: 4 }),
    fc.constantFrom('canary', 'a', 'link', 'b/c', '', '中', 'a\0b', '.'),
  )
  .map(([folders, name]) => folders.join('') + name);
const pieces = ['/', '..', outside, '\\', 'kafka/'];
/** Names of files in an archive, of which many lead elsewhere. */
export const hostilePath = fc.oneof(
  fc.constantFrom('kafka/a', 'kafka/b/c', 'kafka/link', 'kafka/link/canary'),
  path,
  damaged(path, pieces),
);

/** Returns a name or a content with that folder's own path in it. */
export function placed(text: string, { root }: Yard): string {
  return text.replaceAll(outside, root);
}

/** Damage to the bytes of an archive: the places of bytes, in millionths of it, and what is added to each. */
export interface Changes {
  readonly bytes: readonly { readonly at: number; readonly by: number }[];
  /** The bytes that are lost at the end. */
  readonly cut: number;
}

const bytes = fc.array(fc.record({ at: fc.nat(999_999), by: fc.integer({ min: 1, max: 255 }) }), { maxLength: 2 });

export const anyChanges: fc.Arbitrary<Changes> = fc.record({
  bytes: fc.oneof(fc.constant([]), bytes),
  cut: fc.constantFrom(0, 0, 0, 0, 0, 1, 9, 40),
});

export function changed(whole: Uint8Array, { bytes: all, cut }: Changes): Uint8Array {
  for (const { at, by } of all) {
    const index = Math.floor((at / 1_000_000) * whole.length);
    whole[index] = (whole[index] ?? 0) + by;
  }
  return whole.subarray(0, Math.max(whole.length - cut, 0));
}
