/** Bounds for what a server may send, and for what an archive may hold. They are far above any release's source. */
export interface Limits {
  /** The milliseconds without a byte after which a download ends, and without a file after which unpacking does. */
  readonly silence: number;
  /** The bytes of a download. */
  readonly downloaded: number;
  /** The bytes of a file that holds a hash. */
  readonly hashFile: number;
  /** The bytes of an archive when it is unpacked, and the files and folders in it. */
  readonly unpacked: number;
  readonly entries: number;
}

export const defaultLimits: Limits = {
  silence: 60_000,
  downloaded: 200_000_000,
  hashFile: 65_536,
  unpacked: 500_000_000,
  entries: 50_000,
};
