import type { Note, NoteLink, NoteProblem, NotesOutline, OutlineEntry } from '../notes/note';

/** Answers where the links of a note lead. */
export interface LinkContext {
  /** Returns the URI that a path of {@link linkedPaths} leads to; undefined where nothing is there. */
  readonly resolve: (path: string) => string | undefined;
  /** Returns a note that is checked too. */
  readonly note: (uri: string) => Note | undefined;
  /** The outline, where the note is the README.md of a notes folder. */
  readonly outline: NotesOutline | undefined;
}

/** Returns the relative paths that a note links to: without `#…` and `?…`, percent-encoded as written. */
export function linkedPaths(note: Note, outline: NotesOutline | undefined): ReadonlySet<string> {
  const paths = note.links.flatMap(({ href }) => (isElsewhere(href) ? [] : [partsOf(href).path]));
  const entries = (outline?.chapters ?? []).flatMap((chapter) => pathsOfEntries(chapter.entries));
  return new Set([...paths, ...entries].filter((path) => path !== ''));
}

/** Finds links of a note that lead nowhere, and entries of an outline that are marked as written but are not, or the other way round. */
export function linkProblems(note: Note, context: LinkContext): NoteProblem[] {
  const slugs = new Map<Note, ReadonlySet<string>>();
  const slugsOf = (target: Note): ReadonlySet<string> => {
    const known = slugs.get(target) ?? new Set(target.sections.map(({ slug }) => slug));
    slugs.set(target, known);
    return known;
  };
  const problems: NoteProblem[] = note.links.flatMap((link) => linkProblem(note, link, context, slugsOf) ?? []);
  for (const { entries } of context.outline?.chapters ?? []) addEntryProblems(entries, context, problems);
  return problems;
}

function pathsOfEntries(entries: readonly OutlineEntry[]): string[] {
  return entries.flatMap(({ note, children }) => [
    ...(note === undefined ? [] : [encodedPath(note)]),
    ...pathsOfEntries(children),
  ]);
}

/** Encodes a path of an outline, which is decoded there. */
function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Splits a relative link into its path, percent-encoded as written, and the slug behind `#`. A query belongs to neither. */
export function partsOf(href: string): { readonly path: string; readonly slug: string | undefined } {
  const [, path = '', slug] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  return { path, slug };
}

/** Returns whether an address has a scheme or a host. Such links are not checked, since nothing here asks the network. */
function isElsewhere(href: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href);
}

function linkProblem(
  note: Note,
  { href, isImage, range }: NoteLink,
  context: LinkContext,
  slugsOf: (target: Note) => ReadonlySet<string>,
): NoteProblem | undefined {
  if (isElsewhere(href)) return undefined;
  const { path, slug } = partsOf(href);
  const uri = path === '' ? note.uri : context.resolve(path);
  if (uri === undefined || href === '') return { code: 'note/link', range, args: [href, isImage ? 'image' : 'file'] };
  if (slug === undefined || slug === '' || isImage) return undefined;
  const target = uri === note.uri ? note : context.note(uri);
  if (target === undefined || slugsOf(target).has(decoded(slug))) return undefined;
  return { code: 'note/link', range, args: [href, 'section'] };
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

function addEntryProblems(entries: readonly OutlineEntry[], context: LinkContext, problems: NoteProblem[]): void {
  for (const { title, box, note: path, range, children } of entries) {
    const isThere = path !== undefined && context.resolve(encodedPath(path)) !== undefined;
    if (box === 'checked' && path === undefined) problems.push({ code: 'outline/noNote', range, args: [title] });
    if (box === 'empty' && isThere) problems.push({ code: 'outline/written', range, args: [title, path] });
    addEntryProblems(children, context, problems);
  }
}
