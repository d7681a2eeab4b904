import { CursorReferences } from './cursorReferences';
import { anchorReferences } from './anchorReferences';
import type { ReferenceParts, References } from './references';
import { RenderedMentions } from './renderedMentions';
import { sourceReferences } from './sourceReferences';

export function createReferences(parts: ReferenceParts): References {
  const cursor = new CursorReferences(parts.model, parts.noteWorker);
  const rendered = new RenderedMentions(parts.model, parts.noteWorker);
  return {
    get shown() {
      return cursor.shown;
    },
    onDidChange: cursor.onDidChange,
    follow: (isWanted) => cursor.follow(isWanted),
    ofAnchor: anchorReferences(parts.model, parts.visiting),
    ofSymbol: sourceReferences(parts.model, parts.uses, rendered),
    dispose: () => {
      cursor.dispose();
      rendered.dispose();
    },
  };
}
