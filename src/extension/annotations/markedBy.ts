import type { GutterLevel } from '../editor/settings';
import { speaking, type Marked } from './annotationLines';

/** Returns the roles whose places a reader wants to see marked. Without icons the ruler alone marks what notes speak of. */
export function markedBy(level: GutterLevel): Marked {
  switch (level) {
    case 'subjects':
      return new Set(['subject']);
    case 'off':
    case 'subjectsAndMentions':
      return speaking;
    case 'everything':
      return new Set([...speaking, 'reference']);
    default:
      return level satisfies never;
  }
}
