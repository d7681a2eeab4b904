import type { Token } from 'markdown-it';
import { textOfToken } from '../notes/plainText';
import type { NoteParser } from '../notes/parseNote';
import { diagramMention } from './diagramMention';
import { mentionAround, mentionOfName } from './mentionText';
import type { Mention } from './mention';
import { sentenceAround } from './sentence';

/** Returns the words of a note around each of its anchors, in the order of `Note.anchors`. Takes time linear in the text. */
export function findMentions(reader: NoteParser, text: string): Mention[] {
  const known = new Map<readonly Token[], Words>();
  return reader.places(text).map((place) => {
    if (place.kind === 'diagram') return diagramMention(place.lines, place.anchor);
    if (place.kind === 'code') return mentionOfName(place.label);
    const { blocks, block, token, isWhole } = place;
    const words = known.get(blocks) ?? wordsOf(blocks);
    known.set(blocks, words);
    const starts = words.starts.get(block) ?? [];
    const start = starts[token] ?? 0;
    const end = starts[closeOf(block.children ?? [], token)] ?? words.text.length;
    const whole = { start: 0, end: words.text.length };
    return mentionAround(words.text, { start, end }, isWhole ? whole : sentenceAround(words.text, start, end));
  });
}

/** Separates the cells of a table's row. */
const between = ' | ';

/** The text that a reader sees of blocks that belong together. */
interface Words {
  readonly text: string;
  /** The offset in the text at which each of a block's tokens starts. */
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

/** Returns the index of the token that closes a link. Links do not nest, so it is the next one. */
function closeOf(tokens: readonly Token[], open: number): number {
  let at = open + 1;
  while (at < tokens.length && tokens[at]?.type !== 'link_close') at++;
  return at;
}
