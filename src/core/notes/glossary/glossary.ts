import type { Token } from 'markdown-it';
import { plainText } from '../plainText';

/** One entry of a glossary, as `- **high watermark, HW**: The offset …` has it. */
export interface GlossaryEntry {
  /** The term and its other names, at least one. */
  readonly terms: readonly string[];
  /** It says what the term means, as plain text. */
  readonly text: string;
  /** The index of the section of the glossary that it stands in. */
  readonly section: number;
}

/** The most entries of a glossary, and the length of the longest term and of the longest text, in UTF-16 units. */
const mostEntries = 1000;
const longestTerm = 80;
const longestText = 600;

/**
 * Reads the entries of a glossary from the tokens of its note: each paragraph, also one of a list's item, that begins with strong words
 * and a colon or a dash. Commas separate the names of a term. What is written in another way is text of the note and no entry.
 */
export function readGlossary(tokens: readonly Token[]): GlossaryEntry[] {
  const entries: GlossaryEntry[] = [];
  let section = 0;
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open') section++;
    if (token.type !== 'inline' || tokens[at - 1]?.type !== 'paragraph_open' || entries.length >= mostEntries) return;
    const entry = entryOf(token.children ?? []);
    if (entry !== undefined) entries.push({ ...entry, section });
  });
  return entries;
}

function entryOf(tokens: readonly Token[]): Omit<GlossaryEntry, 'section'> | undefined {
  const start = tokens.findIndex(({ type, content }) => type !== 'text' || content !== '');
  const end = tokens.findIndex(({ type }) => type === 'strong_close');
  if (tokens[start]?.type !== 'strong_open' || end < 0) return undefined;
  const names = plainText(tokens.slice(start + 1, end)).replace(/[:：]$/, '');
  const isNamed = /[:：]$/.test(plainText(tokens.slice(start + 1, end)));
  const rest = plainText(tokens.slice(end + 1));
  const mark = /^(?:[:：]|[—–-]+(?=\s)|——)\s*/.exec(rest)?.[0] ?? (isNamed ? '' : undefined);
  if (mark === undefined) return undefined;
  const terms = names.split(/[,，、]/).map((name) => name.trim().replace(/\s+/g, ' '));
  const kept = terms.filter((term) => term !== '' && term.length <= longestTerm);
  const text = rest.slice(mark.length).replace(/\s+/g, ' ').trim();
  return kept.length === 0 || text === '' ? undefined : { terms: kept, text: shortened(text) };
}

function shortened(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1).trimEnd()}…`;
}
