import type { Token } from 'markdown-it';
import { isDiagram } from '../notes/diagrams/diagramAnchors';
import { labelOfLine, labelsOfNodes } from '../notes/diagrams/diagramLabels';
import { isExcerpt, readExcerptFence } from '../notes/excerptFence';
import { nameAnchor } from '../notes/nameAnchor';
import { parseAnchor } from '../notes/parseAnchor';
import { plainText, textOfToken } from '../notes/plainText';
import type { NoteParser } from '../notes/parseNote';

/** Matches the box of a task, which is no word. */
const box = /^\[[ xX]\]\s+/;

/** Matches the end of a sentence, behind which nothing has to separate the next block. */
const sentenceEnd = /[.!?:;…。！？：；”」）)]$/;
/** Stands between two blocks that are no sentences: the cells of a table, the items of a list. */
const between = ' · ';

/**
 * Returns the words of each section of a note's text as a reader sees them, on one line, without the heading. Where the section
 * has diagrams or code, a second line has their words. The order is that of `Note.sections`. It takes time linear in the text.
 */
export function sectionTexts(reader: NoteParser, text: string): string[] {
  const sections = [new SectionText()];
  const blocks = reader.blocks(text);
  blocks.forEach((block, index) => {
    if (block.type === 'heading_open') sections.push(new SectionText());
    else if (blocks[index - 1]?.type !== 'heading_open') sections.at(-1)?.add(block);
  });
  return sections.map((section) => section.words());
}

class SectionText {
  private readonly prose: string[] = [];
  private readonly drawn: string[] = [];

  add(block: Token): void {
    const { type, content, info, children } = block;
    if (type === 'inline') this.prose.push(plainText(children ?? []).replace(box, ''));
    else if (type === 'fence' && isDiagram(info)) this.drawn.push(...wordsOfDiagram(content.split('\n')));
    else if (type === 'fence' && isExcerpt(info)) this.prose.push(wordsOfExcerpt(content));
    else if (type === 'fence' || type === 'code_block') this.drawn.push(isDrawing(info) ? withoutLines(content) : content);
    else if (type === 'html_block') this.prose.push(textOfToken(block));
  }

  words(): string {
    return [joined(this.prose), joined(this.drawn)].filter((line) => line !== '').join('\n');
  }
}

/** Returns whether a fence holds no code but a text, in which people draw with signs. */
function isDrawing(info: string): boolean {
  return /^(?:text|txt|plain)?$/i.test(info.trim());
}

/** Matches each run of the signs that such a drawing is made of: what a run is, is asked of it alone, so that this takes linear time. */
const signs = /[-=─<>+|│┃┌┐└┘├┤┬┴┼]+/g;

/** Puts a dot in the place of a drawing's lines and arrows. */
function withoutLines(text: string): string {
  return text.replace(signs, (run) => (/[-=─]{3}|[-=─]>|<[-=─]|[|│┃┌┐└┘├┤┬┴┼]/.test(run) ? between : run));
}

/** Joins blocks to one line. */
function joined(blocks: readonly string[]): string {
  const parts: string[] = [];
  for (const block of blocks) {
    const words = block.replaceAll(/\s+/g, ' ').trim();
    if (words === '') continue;
    const last = parts.at(-1);
    if (last !== undefined) parts.push(sentenceEnd.test(last.slice(-2)) ? ' ' : between);
    parts.push(words);
  }
  return parts.join('');
}

/** Returns the name of the code that an excerpt shows. Its address would be no words. */
function wordsOfExcerpt(content: string): string {
  const fence = readExcerptFence(content);
  return fence.kind === 'anchor' ? nameAnchor({ text: fence.text, parsed: parseAnchor(fence.text) }) : content;
}

function wordsOfDiagram(lines: readonly string[]): string[] {
  const messages = lines.flatMap((line) => (/-[->)x]|==/.test(line) && /[:|]/.test(line) ? [labelOfLine(line)] : []));
  return [...labelsOfNodes(lines).values(), ...messages];
}
