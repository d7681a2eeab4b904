import type { Token } from 'markdown-it';
import { textOfToken } from '../notes/plainText';
import type { NoteParser } from '../notes/parseNote';
import { diagramMention } from './diagramMention';
import { excerptOf, nameAlone } from './excerpt';
import type { Mention } from './mention';
import { sentenceAround } from './sentence';

/** What a note says around each of its anchors, in the order of `Note.anchors`. Takes time linear in the text. */
export function readMentions(reader: NoteParser, text: string): Mention[] {
  const known = new Map<readonly Token[], Words>();
  return reader.places(text).map((place) => {
    if (place.kind === 'diagram') return diagramMention(place.lines, place.anchor);
    if (place.kind === 'code') return nameAlone(place.label);
    const { blocks, block, token, isWhole } = place;
    const words = known.get(blocks) ?? wordsOf(blocks);
    known.set(blocks, words);
    const starts = words.starts.get(block) ?? [];
    const start = starts[token] ?? 0;
    const end = starts[closeOf(block.children ?? [], token)] ?? words.text.length;
    const whole = { start: 0, end: words.text.length };
    return excerptOf(words.text, { start, end }, isWhole ? whole : sentenceAround(words.text, start, end));
  });
}

/** Between the cells of a table's row. */
const between = ' | ';

/** What a reader sees of blocks that are read together. */
interface Words {
  readonly text: string;
  /** Where in the text each of a block's tokens starts. */
  readonly starts: ReadonlyMap<Token, readonly number[]>;
}

function wordsOf(blocks: readonly Token[]): Words {
  let text = '';
  const starts = new Map<Token, readonly number[]>();
  for (const block of blocks) {
    if (starts.size > 0) text += between;
    const places: number[] = [];
    for (const token of block.children ?? []) {
      places.push(text.length);
      text += textOfToken(token);
    }
    starts.set(block, places);
  }
  return { text, starts };
}

/** Links do not nest, so the next end is the link's own. */
function closeOf(tokens: readonly Token[], open: number): number {
  let at = open + 1;
  while (at < tokens.length && tokens[at]?.type !== 'link_close') at++;
  return at;
}
