import { expect } from 'chai';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoteParser } from '../../../src/core/notes/parseNote';
import { longestMention } from '../../../src/core/references/mention';
import { findMentions } from '../../../src/core/references/findMentions';

const root = join(__dirname, '..', '..', '..', 'notes');
const reader = new NoteParser();

/** Checks what holds for every anchor of any text, and returns how many there were. */
function check(text: string, where: string): number {
  const { anchors, text: shown } = reader.read('file:///a.md', text);
  const mentions = findMentions(reader, shown);
  expect(mentions, where).to.have.length(anchors.length);
  anchors.forEach((anchor, at) => {
    const { text: said, start, end } = mentions[at]!;
    const [label, place] = [anchor.label.replaceAll(/\s+/g, ' '), `${where}, ${anchor.text}: ${said}`];
    expect(said, place).to.not.match(/[\n\r\t]/);
    expect(said.length, place).to.be.at.most(longestMention + 3);
    expect(start, place).to.be.within(0, end);
    expect(end, place).to.be.at.most(said.length);
    if (label !== '' && label.length <= longestMention) expect(said.slice(start, end), place).to.equal(label);
  });
  return anchors.length;
}

describe('the sentences of all notes', () => {
  const notes = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));

  it('have the name of each anchor in them', () => {
    const counts = notes.map((path) => check(readFileSync(join(root, path), 'utf8'), path));
    expect(counts.reduce((sum, one) => sum + one, 0)).to.be.greaterThan(800);
  });

  it('are sentences: most begin where one does, and have words around the name', () => {
    const all = notes.flatMap((path) => findMentions(reader, reader.read('', readFileSync(join(root, path), 'utf8')).text));
    const whole = all.filter(({ text }) => !text.startsWith('…'));
    expect(whole.length / all.length).to.be.greaterThan(0.6);
    expect(all.filter(({ text, start, end }) => end - start < text.length).length / all.length).to.be.greaterThan(0.85);
    expect(all.filter(({ text }) => /\]\(|kafka:/.test(text))).to.be.empty;
  });

  it('have it in any Markdown, also after any damage', () => {
    const pieces = [
      '[a](kafka:kafka.log.Log)',
      '[',
      ']',
      '(kafka:',
      '`',
      '**',
      '\n',
      '\n\n',
      '|',
      '\n| - |\n',
      '- ',
      '> ',
      '# ',
      '. ',
      '。',
      '!',
      'x',
      ' ',
      '\\',
      '&amp;',
      '```mermaid\n',
      '```java\n',
      '// kafka:d\n',
      '```\n',
      'click a "kafka:b"\n',
      '%% kafka:c\n',
      '![',
      '<kafka:kafka.log>',
      '😀',
      '\u0000',
      '\u2028',
      '---\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        check(parts.join(''), JSON.stringify(parts.join('')));
      }),
      { numRuns: 1500 },
    );
  });
});
