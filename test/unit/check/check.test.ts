import { expect } from 'chai';
import { BindingIndex } from '../../../src/core/bindings/bindingIndex';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import { checkNote, type CheckProblem } from '../../../src/core/check/check';
import { parseNote } from '../../../src/core/notes/parseNote';
import { parseOutline } from '../../../src/core/notes/parseOutline';
import { readTable } from '../bindings/readTable';
import { cut } from '../notes/shown';

const source = 'package kafka.log\nclass Log { def append(): Unit = {}; def append(i: Int): Unit = {} }\n';

/** Problems of the notes (URIs are paths), as code, line and the text at the place. */
async function check(notes: Readonly<Record<string, string>>, otherFiles: readonly string[] = []): Promise<CheckProblem[]> {
  const read = new Map(Object.entries(notes).map(([uri, text]) => [uri, parseNote(uri, text)]));
  const index = new BindingIndex({
    table: await readTable({ 'kafka/log/Log.scala': source }),
    release: noRelease,
    hasFile: () => false,
  });
  index.setNotes(read.values());
  const there = new Set([...read.keys(), ...otherFiles]);
  const context = {
    resolve: (note: string, path: string): string | undefined => {
      const uri = decodeURIComponent(new URL(path, `file:///${note}`).pathname.slice(1));
      return there.has(uri) ? uri : undefined;
    },
    note: (uri: string) => read.get(uri),
    outline: (uri: string) => (uri === 'README.md' ? parseOutline(read.get(uri)?.text ?? '') : undefined),
  };
  return [...read.values()].flatMap((note) => checkNote(note, index.byNote(note.uri), context));
}

async function problems(notes: Readonly<Record<string, string>>, otherFiles?: readonly string[]): Promise<unknown[]> {
  return (await check(notes, otherFiles)).map(({ note, code, range, args }) => [
    code,
    cut({ text: notes[note] ?? '' }, range),
    ...args,
  ]);
}

describe('checkNote', () => {
  it('has nothing to say of what is fine', async () => {
    const text =
      '# Log [x](kafka:kafka.log.Log)\n[a](b%20c/d.md) ![i](i.png) [s](#log-x) [t](b%20c/d.md#t) [w](https://kafka.apache.org) [m](mailto:a@b)';
    expect(await problems({ 'a.md': text, 'b c/d.md': '# T\n[up](../a.md#log-x)' }, ['i.png'])).to.deep.equal([]);
  });

  it('names anchors that do not lead to exactly one place, in the order of the text', async () => {
    const text = '[c](kafka:a..b) [a](kafka:kafka.log.Log#append) [b](kafka:kafka.log.Lok)\n\n[d](kafka:/x/y.properties)';
    expect(await problems({ 'a.md': text })).to.deep.equal([
      ['anchor/type', '.', 'kafka:a..b'],
      ['binding/ambiguous', 'kafka:kafka.log.Log#append', 'kafka:kafka.log.Log#append'],
      ['binding/missingSymbol', 'kafka:kafka.log.Lok', 'kafka:kafka.log.Lok'],
      ['binding/missingFile', 'kafka:/x/y.properties', 'kafka:/x/y.properties'],
    ]);
    const [, ambiguous, missing] = await check({ 'a.md': text });
    expect(ambiguous?.candidates).to.have.length(2);
    expect(missing?.candidates.map((one) => 'reason' in one && one.reason)).to.deep.equal(['similarName']);
  });

  it('names an anchor whose quote is not looked for yet', async () => {
    expect(await problems({ 'a.md': '[q](kafka:kafka.log.Log:~:text=x)' })).to.deep.equal([
      ['binding/unavailable', 'kafka:kafka.log.Log:~:text=x', 'kafka:kafka.log.Log:~:text=x', 'notIndexedYet'],
    ]);
  });

  it('names links, images and sections that are not there', async () => {
    const text = '[a](gone.md) ![b](gone.png) [c](#gone) [d](other.md#gone) [e](other.md#h%20x) [f](other.md?q#h) [g](<>)';
    expect(await problems({ 'a.md': text, 'other.md': '# H' })).to.deep.equal([
      ['note/link', 'gone.md', 'gone.md', 'file'],
      ['note/link', 'gone.png', 'gone.png', 'image'],
      ['note/link', '#gone', '#gone', 'section'],
      ['note/link', 'other.md#gone', 'other.md#gone', 'section'],
      ['note/link', 'other.md#h%20x', 'other.md#h%20x', 'section'],
      ['note/link', '', '', 'file'],
    ]);
  });

  it('names entries of the outline that are not what they say', async () => {
    const outline =
      '## A\n- [x] [there](there.md)\n- [x] [gone](gone.md)\n- [x] no link\n- [ ] unwritten\n  - [ ] [is there](there.md)\n- [ ] [planned](gone.md)';
    expect(await problems({ 'README.md': outline, 'there.md': outline.replace('x]', 'x] ') })).to.deep.include.members([
      ['note/link', 'gone.md', 'gone.md', 'file'],
      ['outline/noNote', '- [x] no link', 'no link'],
      ['outline/written', '  - [ ] [is there](there.md)', 'is there', 'there.md'],
    ]);
    expect((await problems({ 'README.md': outline, 'there.md': '' })).length).to.equal(4);
  });
});
