/**
 * Returns the places of a text below an element, in the order of the page. Case does not matter, and a match may cross elements.
 */
export function findMatches(root: Element, sought: string): Range[] {
  const needle = sought.toLowerCase();
  if (needle.trim() === '') return [];
  return blocksOf(root).flatMap((nodes) => matchesIn(nodes, needle));
}

/** Returns the first place of a text below an element. White space counts as one space, and so does the end of a block. */
export function findText(root: Element, sought: string): Range | undefined {
  let text = '';
  const places: { readonly node: Text; readonly offset: number }[] = [];
  for (const nodes of blocksOf(root)) {
    for (const node of nodes) {
      for (let offset = 0; offset < node.length; offset++) {
        const sign = node.data.charAt(offset).replace(/\s/, ' ');
        if (sign === ' ' && (text === '' || text.endsWith(' '))) continue;
        text += sign;
        places.push({ node, offset });
      }
    }
    const last = nodes.at(-1);
    if (last === undefined || text === '' || text.endsWith(' ')) continue;
    text += ' ';
    places.push({ node: last, offset: last.length });
  }
  const at = text.indexOf(sought);
  const [first, end] = [places[at], places[at + sought.length - 1]];
  if (sought === '' || at < 0 || first === undefined || end === undefined) return undefined;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(end.node, Math.min(end.offset + 1, end.node.length));
  return range;
}

/** A text that belongs together: the text nodes of one paragraph, cell, line of code and so on. */
function blocksOf(root: Element): Text[][] {
  const blocks = new Map<Element | null, Text[]>();
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const node = texts.currentNode;
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null) continue;
    if (parent.closest('title, button, [hidden]') !== null || !canBeSeen(parent)) continue;
    const block = parent.closest('p, li, td, th, summary, h1, h2, h3, h4, h5, h6, pre, text, foreignObject');
    const nodes = blocks.get(block);
    if (nodes === undefined) blocks.set(block, [node]);
    else nodes.push(node);
  }
  return [...blocks.values()];
}

/** Returns whether the reader sees an element, or would in a part of the note that is folded. */
function canBeSeen(element: Element): boolean {
  return element.checkVisibility() || element.closest('details:not([open])') !== null;
}

function matchesIn(nodes: readonly Text[], needle: string): Range[] {
  // The text is compared as it is where the small form of a letter is longer, which would shift the rest.
  const written = nodes.map(({ data }) => data).join('');
  const small = written.toLowerCase();
  const text = small.length === written.length ? small : written;
  const found: Range[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const range = document.createRange();
    range.setStart(...placeIn(nodes, at, false));
    range.setEnd(...placeIn(nodes, at + needle.length, true));
    found.push(range);
  }
  return found;
}

function placeIn(nodes: readonly Text[], offset: number, isEnd: boolean): [Text, number] {
  let left = offset;
  for (const node of nodes) {
    if (left < node.length || (isEnd && left === node.length)) return [node, left];
    left -= node.length;
  }
  const last = nodes.at(-1) ?? new Text();
  return [last, last.length];
}
