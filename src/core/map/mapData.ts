/** The files of one folder that declare the same package. */
export interface MapGroup {
  /** The folder, relative to the tree's root; empty for the root itself. */
  readonly folder: string;
  /** The package's name, only where the folder's path does not say it. */
  readonly package?: string;
  /** The files as `packFile` writes them, with line ends between them. */
  readonly files: string;
}

/** A source tree's files and types. For all of Kafka it is some 100 kB. */
export interface MapTree {
  readonly version?: string;
  /** Whether every file is indexed. */
  readonly complete: boolean;
  readonly groups: readonly MapGroup[];
}

/** A section that is bound to code. */
export interface MapSection {
  /** The index into {@link MapNotes.notes}. */
  readonly note: number;
  readonly slug: string;
  readonly title: string;
  readonly read: boolean;
}

/**
 * The sections of one place, as indices into {@link MapNotes.sections}. Each section is there once: one that is about the place
 * is not among the mentions.
 */
export interface MapMark {
  readonly file: string;
  /** A top-level type's name. Without one the file itself, or the package that it declares, is meant. */
  readonly type?: string;
  readonly isPackage?: true;
  readonly about: readonly number[];
  readonly mentions: readonly number[];
}

/** The sections that surely lead to one place of a tree. */
export interface MapNotes {
  readonly notes: readonly { readonly uri: string; readonly title: string }[];
  readonly sections: readonly MapSection[];
  readonly marks: readonly MapMark[];
}

/** The value while nothing is known. */
export const noNotes: MapNotes = { notes: [], sections: [], marks: [] };
