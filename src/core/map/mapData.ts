/** Files of one folder that declare the same package. */
export interface MapGroup {
  /** Relative to the tree's root; empty for the root itself. */
  readonly folder: string;
  /** Only where it is another than the folder says. */
  readonly package?: string;
  /** See `packFile`; with line ends between them. */
  readonly files: string;
}

/** A source tree's files and types: for all of Kafka some 100 kB. */
export interface MapTree {
  readonly version?: string;
  /** Whether every file was read. */
  readonly complete: boolean;
  readonly groups: readonly MapGroup[];
}

/** A section that code is bound to. */
export interface MapSection {
  /** Index into {@link MapNotes.notes}. */
  readonly note: number;
  readonly slug: string;
  readonly title: string;
  readonly read: boolean;
}

/** What one place has: indices into {@link MapNotes.sections}, each section once, where it is about the place not among the mentions. */
export interface MapMark {
  readonly file: string;
  /** A top-level type's name. Without one the file itself is meant, or the package that it declares. */
  readonly type?: string;
  readonly isPackage?: true;
  readonly about: readonly number[];
  readonly mentions: readonly number[];
}

/** What the notes say of a tree: what surely leads to one place, nothing else. */
export interface MapNotes {
  readonly notes: readonly { readonly uri: string; readonly title: string }[];
  readonly sections: readonly MapSection[];
  readonly marks: readonly MapMark[];
}

/** Nothing is known. */
export const noNotes: MapNotes = { notes: [], sections: [], marks: [] };
