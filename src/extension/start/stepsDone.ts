import { contextKeys } from '../editor/contributions';
import type { Model } from '../model/model';

/** Returns the keys by which the first steps are ticked off, and whether each step's goal is reached. */
export function stepsDone({ trees, trails, notes }: Model): readonly (readonly [key: string, isDone: boolean])[] {
  return [
    [contextKeys.sourceOpen, trees.all.length > 0],
    [contextKeys.onTrail, trails.position !== undefined],
    [contextKeys.ownNotes, notes.folders.some((folder) => folder.own && folder.notes.length > 0)],
  ];
}
