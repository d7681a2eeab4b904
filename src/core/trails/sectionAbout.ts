import type { Note, NoteAnchor } from '../notes/note';

/** The sections of a note by the code that their headings name. */
export class Subjects {
  private readonly byPlace = new Map<string, number[]>();
  private readonly bySymbol = new Map<string, number[]>();

  constructor({ anchors }: Note) {
    for (const anchor of anchors) {
      if (anchor.role !== 'subject') continue;
      add(this.byPlace, meaningOf(anchor), anchor.section);
      const isWhole = anchor.parsed.ok && anchor.parsed.anchor.fragment === undefined;
      if (isWhole) add(this.bySymbol, targetKey(anchor), anchor.section);
    }
  }

  /**
   * Returns the index of the section that is about an anchor's code, other than the one at `without`; undefined where there is none.
   * The innermost place wins: a heading that quotes the same statement, else one that names the same symbol. A heading that quotes
   * another statement of the symbol is about that one, and one that names the class is not about a method.
   *
   * Anchors are compared as written and not as bound, so that a step shows the same text whatever source is open.
   */
  about(anchor: NoteAnchor, without: number): number | undefined {
    const first = (sections: readonly number[] | undefined): number | undefined => sections?.find((one) => one !== without);
    return first(this.byPlace.get(meaningOf(anchor))) ?? first(this.bySymbol.get(targetKey(anchor)));
  }
}

/** Keeps the first two different sections of a key: one of them is not the one that is left out. */
function add(sections: Map<string, number[]>, key: string, section: number): void {
  const known = sections.get(key);
  if (known === undefined) sections.set(key, [section]);
  else if (known.length < 2 && known[0] !== section) known.push(section);
}

/** Returns a key that is the same for two spellings of one anchor, such as different percent-encodings. */
export function meaningOf({ text, parsed }: Pick<NoteAnchor, 'text' | 'parsed'>): string {
  if (!parsed.ok) return text;
  const { target, fragment } = parsed.anchor;
  return JSON.stringify([target, fragment]);
}

/** Returns a key of the symbol or file that an anchor names, whatever it quotes of it. */
export function targetKey({ text, parsed }: Pick<NoteAnchor, 'text' | 'parsed'>): string {
  return parsed.ok ? JSON.stringify(parsed.anchor.target) : text;
}
