import type { Token } from 'markdown-it';
import { plainText } from './plainText';

/** An ordered list each of whose items begins with an anchor. The items of such a list inside an item follow that item. */
export interface TrailList {
  /** The index into the note's sections of the one that its first item stands in. */
  readonly section: number;
  readonly items: readonly TrailItem[];
}

/** One item of a trail's list. */
export interface TrailItem {
  /** The index into the note's anchors of the one that it begins with. */
  readonly anchor: number;
  /** The plain text of its first paragraph. */
  readonly sentence: string;
  /** The number of trail items around it. */
  readonly depth: number;
  /** Its lines (0-based), without those of the items that follow; the second is behind the last one. */
  readonly lines: readonly [first: number, end: number];
}

type Item = TrailItem & { lines: [number, number] };

/**
 * Finds the trails of a note among its blocks, in their order. `begin` has the index of the anchor that a paragraph begins with. A
 * list in a quotation or a footnote is no trail, since it is not what this text goes through; a list inside an item of another
 * list is one of its own unless that item is a step itself.
 */
export function findTrailLists(
  tokens: readonly Token[],
  begin: ReadonlyMap<Token, number>,
  sectionOf: (anchor: number) => number,
): TrailList[] {
  const found: TrailList[] = [];
  /** Reads the list that opens at an index. Returns its items, undefined where one of them is no step; `end` is its last token. */
  const readList = (open: number, depth: number): { readonly items: Item[] | undefined; readonly end: number } => {
    const [items, inside]: [Item[], Item[][]] = [[], []];
    let isTrail = true;
    let own: Item | undefined;
    const level = tokens[open]?.level ?? 0;
    let at = open + 1;
    for (; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || (token.type === 'ordered_list_close' && token.level === level)) break;
      if (token.type === 'list_item_open' && token.level === level + 1) {
        own = itemAt(tokens, at, depth, begin);
        if (own === undefined) isTrail = false;
        else items.push(own);
      } else if (token.type === 'ordered_list_open') {
        const list = readList(at, own === undefined ? 0 : depth + 1);
        at = list.end;
        if (list.items === undefined) continue;
        inside.push(list.items);
        if (own !== undefined) items.push(...list.items);
      } else if (isClosed(token) || (token.type === 'bullet_list_open' && own !== undefined)) at = closeOf(tokens, at);
    }
    if (!isTrail) for (const list of inside) add(list);
    return { items: isTrail ? items : undefined, end: at };
  };
  const add = (items: readonly Item[]): void => {
    const [first] = items;
    if (first === undefined) return;
    const top = first.depth;
    found.push({ section: sectionOf(first.anchor), items: withOwnLines(items).map((item) => ({ ...item, depth: item.depth - top })) });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isClosed(token)) at = closeOf(tokens, at);
    else if (token.type === 'ordered_list_open') {
      const { items, end } = readList(at, 0);
      at = end;
      if (items !== undefined) add(items);
    }
  }
  return found.sort((one, other) => (one.items[0]?.anchor ?? 0) - (other.items[0]?.anchor ?? 0));
}

function itemAt(tokens: readonly Token[], open: number, depth: number, begin: ReadonlyMap<Token, number>): Item | undefined {
  const [item, paragraph, inline] = [tokens[open], tokens[open + 1], tokens[open + 2]];
  const anchor = paragraph?.type === 'paragraph_open' && inline !== undefined ? begin.get(inline) : undefined;
  if (item === undefined || item.map === null || inline === undefined || anchor === undefined) return undefined;
  return { anchor, sentence: plainText(inline.children ?? []).replace(/\s+/g, ' '), depth, lines: [...item.map] };
}

/** An item's text ends where the next item begins, which may stand inside it. */
function withOwnLines(items: readonly Item[]): Item[] {
  return items.map((item, index) => {
    const [first, end] = item.lines;
    return { ...item, lines: [first, Math.min(end, items[index + 1]?.lines[0] ?? end)] };
  });
}

/** Returns whether a block is one in which no trail is looked for. */
function isClosed({ type }: Token): boolean {
  return type === 'blockquote_open' || type === 'footnote_open';
}

/** Returns the index of the token that closes the block that opens at an index. */
function closeOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}
