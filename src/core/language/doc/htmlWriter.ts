import { attributeOf, roleOf, type Element, type ElementRole } from './elements';
import { linkAddress, type Look } from './inlineRuns';
import type { MarkdownBlocks } from './markdownBlocks';
import type { OpenLooks } from './openLooks';

const looksOf: Partial<Readonly<Record<ElementRole, Look>>> = {
  bold: { isBold: true },
  italic: { isItalic: true },
  code: { isCode: true },
};

/** Writes what the start tag or end tag of an element means. */
export function writeElement(element: Element, blocks: MarkdownBlocks, looks: OpenLooks): void {
  const { name, isEnd, attributes } = element;
  const role = roleOf(name);
  const look = role === 'link' ? { address: linkAddress(attributeOf(attributes, 'href') ?? '') } : looksOf[role];
  if (look !== undefined) {
    if (isEnd) looks.end(name);
    else looks.begin(name, look);
  } else if (role === 'image') blocks.text(attributeOf(attributes, 'alt') ?? '', looks.look);
  else if (role !== 'plain' && role !== 'pre') {
    blocks.closeWrittenLists();
    looks.endParagraph();
    if (role !== 'paragraph' && role !== 'break') writeBlock(element, blocks, looks);
  }
}

function writeBlock({ name, isEnd }: Element, blocks: MarkdownBlocks, looks: OpenLooks): void {
  const role = roleOf(name);
  looks.endAll();
  if (role === 'rule') blocks.rule();
  else if (role === 'bullets' || role === 'numbers') {
    if (isEnd) blocks.close('list');
    else blocks.openList(role === 'numbers');
  } else if (role === 'quote') {
    if (isEnd) blocks.close('quote');
    else blocks.openQuote();
  } else if (role === 'table') {
    if (isEnd) blocks.closeTable();
    else blocks.openTable();
  } else if (!isEnd && role === 'item') blocks.item();
  else if (!isEnd && role === 'row') blocks.row();
  else if (!isEnd && role === 'cell') blocks.cell(name === 'th');
  else if (!isEnd && role === 'heading') looks.begin(name, { isBold: true });
}
