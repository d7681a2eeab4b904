import { expect } from 'chai';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { sectionTexts } from '../../../src/core/search/sectionTexts';

interface Lab {
  readonly name: string;
  /** The note whose sentences it proves, as a path in the folder of a language. */
  readonly note: string;
  /** The sentences, or their parts, as a reader sees them in English. */
  readonly quotes: readonly string[];
}

const labs = filesBelow('test/labs/src', '.java').flatMap(readLab);
const parser = new NoteParser();

function filesBelow(folder: string, ending: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter(({ name }) => name.endsWith(ending)).map(({ name, parentPath }) => join(parentPath, name));
}

/** Reads what a class says of itself, if it has tests. */
function readLab(file: string): Lab[] {
  const code = readFileSync(file, 'utf8');
  if (!/^\s*@Test$/m.test(code)) return [];
  const comment = /^\/\*\*(.*?)\*\//ms.exec(code)?.[1]?.replaceAll(/\s*\n \*\s*/g, ' ') ?? '';
  const note = /[\w-]+\/[\w-]+\.md/.exec(comment)?.[0] ?? '';
  return [{ name: basename(file, '.java'), note, quotes: [...comment.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote) }];
}

/** Returns the labs that each note of a language names, by the note's path. */
function namedBy(language: string): Map<string, string[]> {
  const folder = join('notes', language);
  return new Map(
    filesBelow(folder, '.md').map((file) => {
      const names = [...readFileSync(file, 'utf8').matchAll(/<!-- lab: (\w+) -->/g)].map(([, name = '']) => name);
      return [file.slice(folder.length + 1), names];
    }),
  );
}

/** Returns what a reader sees of an English note. */
function wordsOf(note: string): string {
  return sectionTexts(parser, readFileSync(join('notes/en', note), 'utf8')).join(' ');
}

describe('the labs and the notes', () => {
  for (const language of ['en', 'zh-cn']) {
    it(`agree: each lab that a note in ${language} names exists and is about that note, and each lab is named by its note`, () => {
      const named = [...namedBy(language)].flatMap(([note, names]) => names.map((name) => `${note}: ${name}`));
      // A lab may wait for its note, which then has to name it.
      const written = labs.filter(({ note }) => existsSync(join('notes', language, note)));
      expect([...new Set(named)].sort()).to.deep.equal(written.map(({ note, name }) => `${note}: ${name}`).sort());
      expect(named).not.to.be.empty;
    });
  }

  it('agree in both languages on how often a note names a lab, and in which order', () => {
    expect([...namedBy('en')].filter(([, names]) => names.length > 0)).to.deep.equal(
      [...namedBy('zh-cn')].filter(([, names]) => names.length > 0),
    );
  });

  it('agree on each sentence that a lab quotes', () => {
    for (const { name, note, quotes } of labs) {
      expect(quotes, name).not.to.be.empty;
      if (!existsSync(join('notes/en', note))) continue;
      const words = wordsOf(note);
      for (const quote of quotes) expect(words, name).to.include(quote);
    }
  });
});
