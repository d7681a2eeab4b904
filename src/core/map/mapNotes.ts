import { targetOf, type Binding } from '../bindings/binding';
import type { Note } from '../notes/note';
import { topLevelTypeOf } from './fileTypes';
import type { MapMark, MapNotes, MapSection } from './mapData';
import type { Pause } from './mapTree';

/** The answers about notes and code that the map needs. */
export interface NoteFacts {
  readonly notes: readonly Note[];
  /** Returns all bindings of a note to the tree. */
  bindings(note: string): readonly Binding[];
  isRead(note: string, slug: string): boolean;
  /** Returns the packages that a source file declares something in. */
  packages(file: string): readonly string[];
}

interface Place {
  readonly file: string;
  readonly type?: string;
  readonly isPackage?: true;
}

interface GrowingMark {
  readonly place: Place;
  readonly roles: Map<number, 'subject' | 'mention'>;
}

/**
 * Collects what notes surely say of which code, in the order of the notes. Anchors that are ambiguous, missing or unavailable
 * count for nothing, nor do references, which say nothing.
 */
export async function mapNotes(facts: NoteFacts, pause: Pause): Promise<MapNotes> {
  const notes: { uri: string; title: string }[] = [];
  const sections: MapSection[] = [];
  const marks = new Map<string, GrowingMark>();
  for (const note of facts.notes) {
    const known = new Map<number, number>();
    const index = (at: number): number | undefined => {
      const [section, before] = [note.sections[at], known.get(at)];
      if (before !== undefined || section === undefined) return before;
      const { slug, title } = section;
      known.set(at, sections.length);
      sections.push({ note: notes.length, slug, title: title === '' ? note.title : title, read: facts.isRead(note.uri, slug) });
      return sections.length - 1;
    };
    for (const { anchor, result } of facts.bindings(note.uri)) {
      await pause();
      if (anchor.role === 'reference') continue;
      const place = placeOf({ anchor, result }, facts);
      const section = place === undefined ? undefined : index(anchor.section);
      if (place === undefined || section === undefined) continue;
      const key = JSON.stringify(place);
      const mark = marks.get(key) ?? { place, roles: new Map<number, 'subject' | 'mention'>() };
      marks.set(key, mark);
      if (mark.roles.get(section) !== 'subject') mark.roles.set(section, anchor.role);
    }
    if (known.size > 0) notes.push({ uri: note.uri, title: note.title });
  }
  return { notes, sections, marks: Array.from(marks.values(), toMark) };
}

function placeOf({ anchor, result }: Pick<Binding, 'anchor' | 'result'>, facts: NoteFacts): Place | undefined {
  const target = targetOf(result);
  if (target === undefined) return undefined;
  const { file, symbol } = target;
  if (symbol !== undefined) {
    const type = topLevelTypeOf(symbol.path, facts.packages(file));
    return { file, ...(type === undefined ? {} : { type }) };
  }
  // An anchor that names a symbol but leads to none names a package.
  return anchor.parsed.ok && anchor.parsed.anchor.target.kind === 'symbol' ? { file, isPackage: true } : { file };
}

function toMark({ place, roles }: GrowingMark): MapMark {
  const having = (wanted: 'subject' | 'mention') => [...roles].flatMap(([section, role]) => (role === wanted ? [section] : []));
  return { ...place, about: having('subject'), mentions: having('mention') };
}
