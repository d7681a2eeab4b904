import { contextKeys } from '../editor/contributions';
import type { Model } from '../model/model';

/** The keys by which the first steps are ticked off, and whether what each leads to is there. */
export function stepsDone({ trees, trails, notes }: Model): readonly (readonly [key: string, isDone: boolean])[] {
  return [
    [contextKeys.sourceOpen, trees.all.length > 0],
    [contextKeys.onTrail, trails.position !== undefined],
    [contextKeys.ownNotes, notes.folders.some((folder) => folder.own && folder.notes.length > 0)],
  ];
}
