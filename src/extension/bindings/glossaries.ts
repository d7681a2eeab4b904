import { Uri } from 'vscode';
import type { Note } from '../../core/notes/note';
import { areSameItems } from '../../core/util/sameItems';
import type { PanelTerm } from '../../protocol/panel';
import { relativeLink } from '../editor/uris';
import type { NoteLibrary } from '../model/model';

/** The glossaries of notes. Each folder of notes has its own. */
export class Glossaries {
  private last: { readonly uri: string; readonly sources: readonly Note[]; readonly terms: readonly PanelTerm[] } | undefined;

  constructor(private readonly notes: () => Pick<NoteLibrary, 'folderOf'>) {}

  /** Returns the terms of the glossary of a note's folder, the same list as long as nothing in it changes. A glossary has none itself. */
  of(uri: string): readonly PanelTerm[] {
    const sources = (this.notes().folderOf(uri)?.notes ?? []).filter((note) => note.glossary !== undefined);
    if (this.last?.uri === uri && areSameItems(sources, this.last.sources)) return this.last.terms;
    const own = sources.some((note) => note.uri === uri);
    this.last = { uri, sources, terms: own ? [] : sources.flatMap((note) => termsOf(note, uri)) };
    return this.last.terms;
  }
}

function termsOf({ uri, glossary = [], sections }: Note, from: string): PanelTerm[] {
  const path = relativeLink(Uri.parse(from), Uri.parse(uri));
  if (path === undefined) return [];
  return glossary.map(({ terms, text, section }) => {
    const slug = sections[section]?.slug ?? '';
    return { terms, text, href: slug === '' ? path : `${path}#${encodeURIComponent(slug)}` };
  });
}
