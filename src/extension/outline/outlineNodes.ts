import type { NotesOutline, OutlineEntry, Section } from '../../core/notes/note';
import type { NotePlace } from '../model/model';

/** The part of a notes folder that the tree needs. */
export interface OutlinedFolder {
  readonly uri: string;
  readonly title: string;
  readonly outline: NotesOutline | undefined;
  /** The URI of the README.md that has the outline. */
  readonly outlineUri: string;
  readonly notes: readonly { readonly uri: string; readonly title: string; readonly summary?: string }[];
  /** The sections of a note that have something to read, in order. */
  sections?(note: string): readonly Section[];
  /** The trails that somebody wrote in a note, in order. */
  trails?(note: string): readonly OutlinedTrail[];
  readonly unreadable: string | undefined;
  /** The URI of a note that the outline names by its path. */
  resolve(path: string): string;
}

/** A trail, as the tree shows it. */
export interface OutlinedTrail {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
}

interface NodeBase {
  /** An id that stays the same for the same thing, also after the notes were parsed again. */
  readonly id: string;
  readonly title: string;
  readonly parent: OutlineNode | undefined;
  readonly children: readonly OutlineNode[];
}

export type OutlineNode =
  | (NodeBase & { readonly kind: 'folder'; readonly unreadable: string | undefined })
  /** A chapter; with `others` it holds the notes that the outline does not name. */
  | (NodeBase & { readonly kind: 'chapter'; readonly others: boolean })
  | (NodeBase & { readonly kind: 'note'; readonly place: NotePlace; readonly summary: string | undefined })
  /** The sections of a note that has no other entries under it, in front of which they would stand. */
  | (NodeBase & { readonly kind: 'section'; readonly place: NotePlace })
  /** A trail through such a note. */
  | (NodeBase & { readonly kind: 'trail'; readonly note: string; readonly trail: OutlinedTrail })
  | (NodeBase & { readonly kind: 'unwritten' })
  /** The entries of a list that are still to be written, put together so that they do not stand between the notes. */
  | (NodeBase & { readonly kind: 'planned' })
  /** The outline calls the entry written, but there is no such note. */
  | (NodeBase & { readonly kind: 'lost'; readonly place: NotePlace });

type Parent = OutlineNode | undefined;

/** Returns the tree's roots: the chapters of a single folder, or one root for each of several folders. */
export function outlineNodes(folders: readonly OutlinedFolder[]): readonly OutlineNode[] {
  const [only] = folders;
  if (folders.length === 1 && only !== undefined && only.unreadable === undefined) return folderContents(only, undefined);
  return folders.map((folder) => {
    const children: OutlineNode[] = [];
    const { uri: id, title, unreadable } = folder;
    const node: OutlineNode = { kind: 'folder', id, title, parent: undefined, children, unreadable };
    children.push(...folderContents(folder, node));
    return node;
  });
}

/** Yields each node, containers before what they contain. */
export function* eachNode(nodes: readonly OutlineNode[]): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    yield* eachNode(node.children);
  }
}

/** Counts the entries under a node and those that are written. An entry that only holds others together is no note to write. */
export function progressOf(node: OutlineNode): { readonly written: number; readonly total: number } {
  const entries = [...eachNode(node.children)].filter(
    ({ kind, children }) => kind === 'note' || kind === 'lost' || (kind === 'unwritten' && children.length === 0),
  );
  return { written: entries.filter(({ kind }) => kind === 'note').length, total: entries.length };
}

function folderContents(folder: OutlinedFolder, parent: Parent): readonly OutlineNode[] {
  const named = new Set<string>([folder.outlineUri]);
  const chapters = (folder.outline?.chapters ?? []).flatMap(({ title, entries }, index) => {
    const id = `${folder.uri}#${index}`;
    const read = (self: Parent) => entryNodes(folder, entries, id, self, named);
    return title === '' ? read(parent) : [chapterNode(id, title, parent, read)];
  });
  const others = folder.notes.filter(({ uri }) => !named.has(uri)).sort((a, b) => a.title.localeCompare(b.title));
  const list = (self: Parent) =>
    others.map(({ uri, title, summary }): OutlineNode => {
      const children: OutlineNode[] = [];
      const place = { note: uri, slug: undefined };
      const node: OutlineNode = { kind: 'note', id: uri, title, parent: self, children, place, summary };
      children.push(...trailNodes(folder, node), ...sectionNodes(folder, node));
      return node;
    });
  if (chapters.length === 0) return list(parent);
  if (others.length === 0) return chapters;
  return [...chapters, chapterNode(`${folder.uri}#others`, undefined, parent, list)];
}

/** A chapter without a title is the one for the other notes. */
function chapterNode(
  id: string,
  title: string | undefined,
  parent: Parent,
  read: (self: OutlineNode) => readonly OutlineNode[],
): OutlineNode {
  const children: OutlineNode[] = [];
  const node: OutlineNode = { kind: 'chapter', id, title: title ?? '', parent, children, others: title === undefined };
  children.push(...read(node));
  return node;
}

/**
 * Returns the nodes of a list of entries. Those without anything written go together behind the others; where nothing is written at
 * all, they stay in their list.
 */
function entryNodes(
  folder: OutlinedFolder,
  entries: readonly OutlineEntry[],
  id: string,
  parent: Parent,
  named: Set<string>,
): OutlineNode[] {
  const nodeOf = (entry: OutlineEntry, self: Parent): OutlineNode =>
    entryNode(folder, entry, `${id}.${entries.indexOf(entry)}`, self, named);
  const there = entries.filter((entry) => !isPlanned(entry));
  if (there.length === 0 || there.length === entries.length) return entries.map((entry) => nodeOf(entry, parent));
  const children: OutlineNode[] = [];
  const planned: OutlineNode = { kind: 'planned', id: `${id}.planned`, title: '', parent, children };
  children.push(...entries.filter(isPlanned).map((entry) => nodeOf(entry, planned)));
  return [...there.map((entry) => nodeOf(entry, parent)), planned];
}

/** Returns whether an entry is not written, and holds none that is. */
function isPlanned({ note, written, children }: OutlineEntry): boolean {
  return (note === undefined || !written) && children.every(isPlanned);
}

function entryNode(folder: OutlinedFolder, entry: OutlineEntry, id: string, parent: Parent, named: Set<string>): OutlineNode {
  const place = entry.note === undefined ? undefined : { note: folder.resolve(entry.note), slug: undefined };
  const note = place === undefined ? undefined : folder.notes.find(({ uri }) => uri === place.note);
  if (note !== undefined) named.add(note.uri);
  const children: OutlineNode[] = [];
  const base = { id, title: entry.title, parent, children };
  const node: OutlineNode =
    place === undefined || !entry.written
      ? { kind: 'unwritten', ...base }
      : note === undefined
        ? { kind: 'lost', ...base, place }
        : { kind: 'note', ...base, place, summary: note.summary };
  children.push(...entryNodes(folder, entry.children, id, node, named));
  if (node.kind !== 'note') return node;
  if (children.length === 0) children.push(...trailNodes(folder, node), ...sectionNodes(folder, node));
  return node;
}

function trailNodes(folder: OutlinedFolder, node: OutlineNode & { readonly kind: 'note' }): OutlineNode[] {
  const { note } = node.place;
  const trails = folder.trails?.(note) ?? [];
  return trails.map((trail) => {
    return { kind: 'trail', id: `${node.id}>${trail.id}`, title: trail.name, parent: node, children: [], note, trail };
  });
}

/** The text before the first heading has no name of its own. */
function sectionNodes(folder: OutlinedFolder, node: OutlineNode & { readonly kind: 'note' }): OutlineNode[] {
  const { note } = node.place;
  const sections = folder.sections?.(note) ?? [];
  return sections.map(({ title, slug }) => {
    const place = { note, slug };
    return {
      kind: 'section',
      id: `${node.id}#${slug}`,
      title: title === '' ? node.title : title,
      parent: node,
      children: [],
      place,
    };
  });
}
