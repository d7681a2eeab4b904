/** The address of a release's archive; tests put a server of their own there. */
export interface ArchiveAddress {
  readonly url: string;
  /** The address of the published SHA-512; undefined where none is published. */
  readonly sha512Url?: string;
}

/** A release of a project whose source can be had, and what proves that it arrived whole. */
export interface Release {
  /** The project's name, as people write it. */
  readonly project: string;
  readonly version: string;
  /** The release's archive of source, with its published SHA-512. */
  readonly archive: ArchiveAddress;
  /** The tag as GitHub packs it. GitHub publishes no hash; the tree's id proves it. */
  readonly tag: ArchiveAddress;
  /** Git's id of the release tag's tree: SHA-1 over every file's path, mode and bytes. `git rev-parse TAG^{tree}`. */
  readonly treeId: string;
  /** The group of the jars on Maven Central, which is the group in the tree's gradle.properties too. */
  readonly group: string;
  readonly jars: readonly Jar[];
}

/** A jar of source on Maven Central. */
export interface Jar {
  readonly artifact: string;
  readonly classifier: 'sources' | 'test-sources';
  /** Hexadecimal SHA-256 of the jar. */
  readonly sha256: string;
  /** The folder of a checkout in which the jar's packages lie. */
  readonly folder: string;
  /** The files that only a build writes into a checkout, by their names in the jar. */
  readonly generated?: {
    readonly names: RegExp;
    /** The folder of a built checkout in which they lie; undefined where another jar has them too. */
    readonly folder: string | undefined;
  };
}
