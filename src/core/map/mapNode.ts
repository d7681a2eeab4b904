import type { SourceSet } from '../symbols/sourcePlace';

export type NodeKind = 'tree' | 'module' | 'package' | 'file' | 'type';

/** What a section says of a node: it is about something in it, or only mentions it. */
export interface NodeSection {
  /** Index into the sections of `MapNotes`. */
  readonly section: number;
  readonly isAbout: boolean;
}

/** An area of the map: the whole tree, a module, a package, a file or a top-level type. */
export interface MapNode {
  readonly kind: NodeKind;
  /** The same for the same thing at all times, and no other's. */
  readonly id: string;
  readonly name: string;
  readonly set: SourceSet;
  /** Its file relative to the tree's root; only of files and types. */
  readonly file?: string;
  /** Lines of its types, at least 1 a file: those of all children together. */
  readonly lines: number;
  readonly files: number;
  /** Of its files, those that are not read yet. */
  readonly unreadFiles: number;
  readonly types: number;
  /** Of its types, those that a section is about or mentions: themselves, or something in them. */
  readonly annotated: number;
  /** Each section once, those about something here before those that only mention it, in the order of the notes. */
  readonly sections: readonly NodeSection[];
  /** Of the sections, those that are about something here. */
  readonly about: number;
  /** Of the sections, those that the reader has read. */
  readonly read: number;
  readonly children: readonly MapNode[];
}

/** How an area without areas in it is painted: what notes say of it, and how much of that is read. */
export interface NodeLook {
  readonly notes: 'unknown' | 'none' | 'mentioned' | 'about';
  readonly reading: 'nothing' | 'unread' | 'started' | 'read';
}

export function lookOf({ unreadFiles, sections, about, read }: MapNode): NodeLook {
  const reading = sections.length === 0 ? 'nothing' : read === 0 ? 'unread' : read < sections.length ? 'started' : 'read';
  if (sections.length === 0) return { notes: unreadFiles > 0 ? 'unknown' : 'none', reading };
  return { notes: about > 0 ? 'about' : 'mentioned', reading };
}

/** Every node, containers before what they contain. */
export function* eachNode(node: MapNode): Generator<MapNode> {
  yield node;
  for (const child of node.children) yield* eachNode(child);
}
