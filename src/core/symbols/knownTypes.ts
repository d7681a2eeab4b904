import type { Node } from 'web-tree-sitter';

/** Lists that are kept; the largest file of Kafka has some 400. */
const most = 2000;

/**
 * The types in parameter lists by the text of the lists: in a text in which someone types, nearly all are as they were, and to
 * ask the query for each costs more than to parse the text.
 */
export class KnownTypes {
  private readonly types = new Map<string, readonly string[]>();

  /** What `find` finds in a list, or found in one with the same text. A damaged list depends on what is around it. */
  of(list: Node, find: () => readonly string[]): readonly string[] {
    if (list.hasError) return find();
    const key = `${list.type} ${list.text}`;
    const known = this.types.get(key);
    if (known !== undefined) return known;
    const types = find().map(detached);
    if (this.types.size >= most) this.types.clear();
    this.types.set(detached(key), types);
    return types;
  }
}

/** The same characters in memory of their own: a part of a text keeps all of the text. */
function detached(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}
