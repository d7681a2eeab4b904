import type { ReleaseSymbols } from '../core/bindings/releaseSymbols';
import type { Vocabulary } from '../core/search/vocabulary';
import type { TreeMarks } from './recognise';
import type { Release } from './release';

/** All that the program knows of a project whose source people read. A second project is a second value. */
export interface Project {
  /** Begins the names of folders that are made for it. */
  readonly id: string;
  /** The release that the notes are written for. */
  readonly version: string;
  /** The marks by which its source trees are recognised. */
  readonly marks: TreeMarks;
  /**
   * Patterns, as in a `.gitignore` at the tree's root, of what is listed though git ignores it: a build writes source there that
   * people want to read.
   */
  readonly listed: readonly string[];
  /** Symbol paths of good places to begin reading, the best first. */
  readonly firstSymbols: readonly [string, ...string[]];
  /** The words of its readers that mean the same, for the search. */
  readonly vocabulary: Vocabulary;
  /** The asset with the outlines of the release. */
  readonly outlines: string;
  /** Loads the paths of the release's symbols, by which an anchor keeps its meaning in front of another release. */
  readonly loadSymbols: () => Promise<ReleaseSymbols>;
  readonly loadRelease: () => Promise<Release>;
  /** Loads the names in each package or object outside of the tree whose names its source imports all at once; blanks between them. */
  readonly loadLibraryNames: () => Promise<Readonly<Record<string, string>>>;
}
