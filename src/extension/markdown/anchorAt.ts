import type { Position, TextDocument } from 'vscode';
import type { NoteAnchor } from '../../core/notes/note';
import { contains } from '../../core/util/range';
import type { VisitingNotes } from '../notes/visitingNotes';

/** Returns the anchor whose link is around a position of a Markdown document. */
export async function anchorAt(
  notes: VisitingNotes,
  document: TextDocument,
  position: Position,
): Promise<NoteAnchor | undefined> {
  const anchors = await notes.anchors(document);
  return anchors.find(({ linkRange }) => contains(linkRange, position));
}
