import type { Token } from 'markdown-it';

/** A row of a table, or an item of a list that says nothing in sentences. Lines are 0-based; `to` is the line behind it. */
export interface Entry {
  readonly from: number;
  readonly to: number;
  /** The line of the table's header. An item has none. */
  readonly header?: number;
}

/**
 * Follows the tokens of a note and knows the entry that they stand in: a table's row, a task, or an item that is nothing but a
 * name and its values. The anchors in an entry are references. A task holds all that stands in it; a longer item only names.
 */
export class Entries {
  /** The open items of lists, the outermost first. */
  private readonly items: { readonly entry: Entry; readonly isTask: boolean; readonly isBullet: boolean }[] = [];
  private readonly lists: string[] = [];
  private header: number | undefined;
  private row: Entry | undefined;

  constructor(private readonly tokens: readonly Token[]) {}

  /** Takes in the token at an index. All of them must come, in their order. */
  enter(index: number): void {
    const token = this.tokens[index];
    const [from, to] = token?.map ?? [0, 0];
    switch (token?.type ?? '') {
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.lists.push(token?.type ?? '');
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.lists.pop();
        break;
      case 'list_item_open':
        this.items.push({
          entry: { from, to },
          isTask: isTask(this.tokens[index + 1], this.tokens[index + 2]),
          isBullet: this.lists.at(-1) === 'bullet_list_open',
        });
        break;
      case 'list_item_close':
        this.items.pop();
        break;
      case 'table_open':
        this.header = from;
        break;
      case 'tr_open':
        this.row = { from, to: from + 1, ...(this.header !== undefined && { header: this.header }) };
        break;
      case 'tr_close':
        this.row = undefined;
        break;
    }
  }

  /** Returns the entry that the inline token at an index stands in; undefined where it is one of the note's sentences. */
  at(index: number): Entry | undefined {
    const task = this.items.find((item) => item.isTask);
    const item = this.items.at(-1);
    if (this.row !== undefined) return this.row;
    if (task !== undefined) return task.entry;
    return item?.isBullet === true && this.isAlone(index) && isNameAndValues(this.tokens[index]) ? item.entry : undefined;
  }

  /** Returns whether an inline token is all that its item holds. */
  private isAlone(index: number): boolean {
    return this.tokens[index - 2]?.type === 'list_item_open' && this.tokens[index + 2]?.type === 'list_item_close';
  }
}

/** Returns whether an item begins with the box of a task. */
function isTask(paragraph: Token | undefined, inline: Token | undefined): boolean {
  const first = inline?.children?.[0];
  return paragraph?.type === 'paragraph_open' && first?.type === 'text' && /^\[[ xX]\]\s/.test(first.content);
}

/**
 * Returns whether a line begins with a name in code and has besides it values, but no words: more code, or numbers. One of the two
 * is no link, since a line of links alone leads somewhere.
 */
function isNameAndValues(inline: Token | undefined): boolean {
  let [pieces, links, linked] = [0, 0, 0];
  for (const { type, content } of inline?.children ?? []) {
    if (type === 'link_open') links++;
    else if (type === 'link_close') links--;
    else if (type === 'image') return false;
    const isNumber = type === 'text' && /\p{N}/u.test(content);
    if ((type === 'text' && /\p{L}/u.test(content)) || (isNumber && pieces === 0)) return false;
    if (type !== 'code_inline' && !isNumber) continue;
    pieces++;
    if (links > 0) linked++;
  }
  return pieces > 1 && linked < pieces;
}
