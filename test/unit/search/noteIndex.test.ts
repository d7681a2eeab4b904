import { expect } from 'chai';
import type { Note } from '../../../src/core/notes/note';
import { parseNote } from '../../../src/core/notes/parseNote';
import { NoteIndex, type NoteHit } from '../../../src/core/search/noteIndex';
import { Random } from '../symbols/random';
import { atOnce, indexOf, shippedNotes, takeIn } from './shippedNotes';

function find(index: NoteIndex, typed: string, most = 5): NoteHit[] {
  return atOnce(index.search(typed, most));
}

function titles(index: NoteIndex, typed: string): string[] {
  return find(index, typed).map(({ document }) => document.title);
}

/** Returns a word with one letter replaced, inserted, left out, or swapped with the next one. */
function misspelt(word: string, random: Random): string {
  const at = random.below(word.length - 1);
  const letter = random.oneOf(Array.from('abcdefghijklmnopqrstuvwxyz'));
  const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + letter + behind;
    case 1:
      return before + letter + word.slice(at);
    case 2:
      return before + behind;
    default:
      return `${before}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
  }
}

describe('the notes that ship', () => {
  let english: readonly Note[];
  let chinese: readonly Note[];
  let both: NoteIndex;

  before(async () => {
    [english, chinese] = await Promise.all([shippedNotes('en'), shippedNotes('zh-cn')]);
    both = indexOf([...english, ...chinese]);
  });

  it('are each found first by their titles', () => {
    for (const { title, uri } of [...english, ...chinese]) {
      const [first] = find(both, title);
      expect(first?.document, title).to.include({ note: uri, slug: undefined });
      expect(first?.isLiteral).to.be.true;
    }
  });

  it('have each section among the first five by its title', () => {
    const missed: string[] = [];
    const all = [...english, ...chinese].flatMap(({ sections }) => sections.map(({ title }) => title));
    for (const note of [...english, ...chinese]) {
      for (const { level, title, slug } of note.sections) {
        // Each note ends with the same sections, of which more than five have the same title.
        if (level < 2 || all.filter((one) => one === title).length > 2) continue;
        if (!find(both, title).some(({ document }) => document.note === note.uri && document.slug === slug)) missed.push(title);
      }
    }
    expect(missed).to.deep.equal([]);
  });

  it('are found by Chinese and a name together', () => {
    const index = indexOf(chinese);
    expect(titles(index, 'appendRecords 副本')[0]).to.include('ReplicaManager.appendRecords');
    expect(titles(index, '副本 appendRecords')[0]).to.include('ReplicaManager.appendRecords');
    expect(titles(index, '刷盘')).to.include('刷盘：谁在什么时候调用 fsync');
    expect(titles(index, '零拷贝')[0]).to.equal('零拷贝：一次拉取究竟搬了哪些字节');
  });

  it('are found while a word is being typed', () => {
    const index = indexOf(english);
    for (const typed of ['flu', 'flush', 'flushi', 'flushing to d']) {
      expect(titles(index, typed), typed).to.include('Flushing to disk: who calls fsync, and when');
    }
    expect(titles(index, 'appRec').join('\n')).to.match(/\.append\w*Records/);
  });

  it('are found by the values of settings that they name', () => {
    expect(titles(indexOf(english), 'log.flush.interval.messages')[0]).to.equal(
      'The defaults in one table: kafka.server.Defaults',
    );
  });

  it('are among the first five with one letter wrong in a word of the title', () => {
    const index = indexOf(english);
    const random = new Random(20190322);
    const missed: string[] = [];
    const headed = (word: string): Set<string> => {
      const has = ({ title }: { readonly title: string }): boolean => title.toLowerCase().includes(word.toLowerCase());
      return new Set(english.filter((note) => has(note) || note.sections.some(has)).map(({ uri }) => uri));
    };
    const words = new Set(english.flatMap(({ text }) => text.toLowerCase().match(/[a-z]+/g) ?? []));
    const known = ` ${[...words].join(' ')}`;
    for (const { title, uri } of english) {
      for (const word of title.match(/[A-Za-z]{6,}/g) ?? []) {
        for (let time = 0; time < 25; time++) {
          const typed = misspelt(word.toLowerCase(), random);
          // With one letter wrong "reader" is "leader", and "deletin" for "deletion" begins "deleting": others are found first.
          const isRight = known.includes(` ${typed}`);
          // Several notes may have the word in a heading.
          const isFound = find(index, typed).some(({ document }) => headed(word).has(document.note));
          if (!isRight && !isFound) missed.push(`${typed} (${word})`);
          const all = title.replace(word, typed);
          if (!find(index, all).some(({ document }) => document.note === uri && document.slug === undefined)) missed.push(all);
        }
      }
    }
    expect(missed).to.deep.equal([]);
  });

  it('are found by any three neighbouring characters of a Chinese heading', () => {
    const index = indexOf(chinese);
    const missed: string[] = [];
    let all = 0;
    const headings = chinese.flatMap(({ sections }) => sections.map(({ title }) => title));
    for (const note of chinese) {
      for (const { level, title, slug } of note.sections) {
        if (level < 2) continue;
        for (const run of title.match(/\p{sc=Han}{3,}/gu) ?? []) {
          for (let at = 0; at + 3 <= run.length; at++) {
            const typed = run.slice(at, at + 3);
            // No list of ten has all of "step by step" (逐步走一遍) or of the sections with which each note ends.
            if (headings.filter((heading) => heading.includes(typed)).length > 5) continue;
            all++;
            if (!find(index, typed, 10).some(({ document }) => document.note === note.uri && document.slug === slug))
              missed.push(`${typed} (${title})`);
          }
        }
      }
    }
    expect(all).to.be.above(200);
    expect(missed.length / all, missed.join('\n')).to.be.below(0.02);
  });
});

describe('an index of notes', () => {
  const uri = 'file:///notes/a.md';

  it('finds the text that a note has now', () => {
    const index = indexOf([parseNote(uri, '# One\n\nabout hippopotamuses\n')]);
    expect(titles(index, 'hippopotamuses')).to.deep.equal(['One']);
    takeIn(index, parseNote(uri, '# Two\n\nabout rhinoceroses\n'));
    expect(titles(index, 'hippopotamuses')).to.deep.equal([]);
    expect(titles(index, 'rhinoceroses')).to.deep.equal(['Two']);
    index.delete(uri);
    expect(titles(index, 'rhinoceroses')).to.deep.equal([]);
  });

  it('keeps the old text until the new one is there', () => {
    const index = indexOf([parseNote(uri, '# One\n\nabout hippopotamuses\n')]);
    const steps = index.set(parseNote(uri, '# One\n\nabout rhinoceroses\n'), ['', 'about rhinoceroses']);
    steps.next();
    expect(titles(index, 'hippopotamuses')).to.deep.equal(['One']);
  });

  it('survives two notes of one address that are taken in at the same time', () => {
    const index = new NoteIndex();
    const [first, second] = [
      index.set(parseNote(uri, '# One\n\n## A\n\n## B\n'), []),
      index.set(parseNote(uri, '# Two\n\n## A\n\n## C\n'), []),
    ];
    for (let [one, other] = [first.next(), second.next()]; one.done !== true || other.done !== true;) {
      [one, other] = [first.next(), second.next()];
    }
    expect(titles(index, 'two')).to.deep.equal(['Two', 'A', 'C']);
    expect(titles(index, 'one')).to.deep.equal([]);
  });

  it('tells the place of a section and the words around the match', () => {
    const text = '# Note\n\nintro\n\n## Outer\n\n### Inner\n\nA word like [`rhinoceros`](kafka:a.B#c) stands here.\n';
    const [hit] = find(indexOf([parseNote(uri, text)]), 'rhinoceros');
    expect(hit?.document).to.deep.include({ slug: 'inner', title: 'Inner', above: ['Note', 'Outer'] });
    expect(hit?.snippet.text).to.equal('A word like rhinoceros stands here.');
  });

  it('begins with the section whose whole title was typed, a glossary’s behind the others', () => {
    const other = parseNote(
      'file:///notes/b.md',
      '# B\n\n## Log segments\n\nlog\n\n## The log of the log\n\nlog log\n\n## The log\n\nwords\n',
    );
    const glossary = parseNote('file:///notes/g.md', '---\nkind: glossary\n---\n\n# G\n\n## The log!\n\n- **log**: a log\n');
    expect(titles(indexOf([glossary, other]), 'the LOG').slice(0, 2)).to.deep.equal(['The log', 'The log!']);
  });

  it('finds nothing for an empty query', () => {
    const index = indexOf([parseNote(uri, '# One\n')]);
    for (const typed of ['', '   ', '…', '()', '\u{1f600}']) expect(titles(index, typed)).to.deep.equal([]);
  });
});
