import { OpenTrees, type Make } from '../syntax/openTrees';
import type { LoadedLanguage } from '../syntax/parsers';
import { skeletons } from '../syntax/skeleton/skeletons';
import { KnownTypes } from './knownTypes';
import { findInSkeleton, outlineFile } from './outliner';
import type { PackedOutline } from './packedOutline';
import { packSkeleton, placeOutline } from './skeletonOutline';

/**
 * Makes outlines of files, and makes them quickly for files in which someone types. Most typing happens in a method, so the
 * skeleton stays the same and only the lines move; where the skeleton changes, it is parsed from the tree that it had before.
 */
export class OpenOutlines {
  private readonly trees: OpenTrees;
  private readonly known = new KnownTypes();
  private readonly makers = new Map<LoadedLanguage, Make<PackedOutline>>();

  /** Starts without trees. `limit` is the limit of the memory that is kept, in bytes. */
  constructor(limit?: number) {
    this.trees = new OpenTrees(limit);
  }

  /**
   * Returns the same as {@link outlineFile}.
   * @throws ParseFailure
   */
  outline(uri: string, text: string, isTyped: boolean, language: LoadedLanguage): PackedOutline {
    if (!isTyped) {
      this.trees.forget(uri);
      return outlineFile(text, language);
    }
    const skeleton = skeletons[language.info.id](text);
    return placeOutline(this.trees.find(uri, skeleton.text, language, this.makerOf(language)), skeleton, text);
  }

  private makerOf(language: LoadedLanguage): Make<PackedOutline> {
    const maker = this.makers.get(language) ?? ((root) => packSkeleton(findInSkeleton(root, language, this.known)));
    this.makers.set(language, maker);
    return maker;
  }
}
