import type { SourceSet } from '../symbols/sourcePlace';

export type NodeKind = 'tree' | 'module' | 'package' | 'file' | 'type';

/** A section of a node: it is about something in the node, or only mentions it. */
export interface NodeSection {
  /** The index into the sections of `MapNotes`. */
  readonly section: number;
  readonly isAbout: boolean;
}

/** An area of the map: the whole tree, a module, a package, a file or a top-level type. */
export interface MapNode {
  readonly kind: NodeKind;
  /** An id that is always the same for the same thing, and unique. */
  readonly id: string;
  readonly name: string;
  readonly set: SourceSet;
  /** The file relative to the tree's root; only for files and types. */
  readonly file?: string;
  /** The lines of its types, at least 1 for a file, including those of all children. */
  readonly lines: number;
  readonly files: number;
  /** The number of its files that are not indexed yet. */
  readonly unreadFiles: number;
  readonly types: number;
  /** The number of its types that a section is about or mentions, themselves or something in them. */
  readonly annotated: number;
  /** The sections, each once: those about something here before those that only mention it, in the order of the notes. */
  readonly sections: readonly NodeSection[];
  /** The number of sections that are about something here. */
  readonly about: number;
  /** The number of sections that the reader has read. */
  readonly read: number;
  readonly children: readonly MapNode[];
}

/** How an area without areas in it is painted: by what notes say of it, and by how much of that is read. */
export interface NodeLook {
  readonly notes: 'unknown' | 'none' | 'mentioned' | 'about';
  readonly reading: 'nothing' | 'unread' | 'started' | 'read';
}

export function lookOf({ unreadFiles, sections, about, read }: MapNode): NodeLook {
  const reading = sections.length === 0 ? 'nothing' : read === 0 ? 'unread' : read < sections.length ? 'started' : 'read';
  if (sections.length === 0) return { notes: unreadFiles > 0 ? 'unknown' : 'none', reading };
  return { notes: about > 0 ? 'about' : 'mentioned', reading };
}

/** Yields every node, containers before what they contain. */
export function* eachNode(node: MapNode): Generator<MapNode> {
  yield node;
  for (const child of node.children) yield* eachNode(child);
}
