import type { Note, NoteLink, NoteProblem, NotesOutline, OutlineEntry } from '../notes/note';

/** Answers where the links of notes lead. The edges implement it, since they know files. */
export interface LinkContext {
  /** Returns the URI that a relative path in a note leads to, or undefined if nothing is there. The path has no `#…` and `?…` and is percent-encoded as written. */
  readonly resolve: (note: string, path: string) => string | undefined;
  /** Returns a note by its URI, if it is one of those that are checked. */
  readonly note: (uri: string) => Note | undefined;
  /** Returns the outline, if the note is the README.md of a notes folder. */
  readonly outline: (note: string) => NotesOutline | undefined;
}

/** Finds links of a note that lead nowhere, and entries of an outline that are marked as written but are not, or the other way round. */
export function linkProblems(note: Note, context: LinkContext): NoteProblem[] {
  const problems: NoteProblem[] = note.links.flatMap((link) => linkProblem(note, link, context) ?? []);
  for (const { entries } of context.outline(note.uri)?.chapters ?? []) addEntryProblems(note, entries, context, problems);
  return problems;
}

/** Returns whether an address has a scheme or a host. Such links are not checked, since nothing here asks the network. */
function isElsewhere(href: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href);
}

function linkProblem(note: Note, { href, isImage, range }: NoteLink, context: LinkContext): NoteProblem | undefined {
  if (isElsewhere(href)) return undefined;
  const [, path = '', slug] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  const uri = path === '' ? note.uri : context.resolve(note.uri, path);
  if (uri === undefined || href === '') return { code: 'note/link', range, args: [href, isImage ? 'image' : 'file'] };
  if (slug === undefined || slug === '' || isImage) return undefined;
  const target = uri === note.uri ? note : context.note(uri);
  if (target === undefined || target.sections.some((section) => section.slug === decoded(slug))) return undefined;
  return { code: 'note/link', range, args: [href, 'section'] };
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function addEntryProblems(note: Note, entries: readonly OutlineEntry[], context: LinkContext, problems: NoteProblem[]): void {
  for (const { title, box, note: path, range, children } of entries) {
    const isThere =
      path !== undefined && context.resolve(note.uri, path.split('/').map(encodeURIComponent).join('/')) !== undefined;
    if (box === 'checked' && path === undefined) problems.push({ code: 'outline/noNote', range, args: [title] });
    if (box === 'empty' && isThere) problems.push({ code: 'outline/written', range, args: [title, path] });
    addEntryProblems(note, children, context, problems);
  }
}
