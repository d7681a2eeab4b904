import type { Node } from 'web-tree-sitter';

/** The most lists that are kept; the largest file of Kafka has some 400. */
const most = 2000;

/**
 * The types in parameter lists, by the text of the lists. In a text in which someone types, nearly all lists stay as they were,
 * and asking the query for each costs more than parsing the text.
 */
export class KnownTypes {
  private readonly types = new Map<string, readonly string[]>();

  /**
   * Returns the types that `find` finds in a list, or found in a list with the same text. A damaged list is always searched,
   * because its types depend on what is around it.
   */
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

/** Returns the same characters in memory of their own, because a part of a text keeps the whole text in memory. */
function detached(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}
