import { expect } from 'chai';
import { readOutlines, writeOutlines } from '../../../../src/core/symbols/store/outlineFile';
import { Segments } from '../../../../src/core/symbols/store/segments';
import { MemoryFiles } from './memoryFiles';

const key = (index: number): string => String.fromCharCode(index % 256, index >> 8).padEnd(20, '\0') + 'j';
const record = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

describe('files of outlines', () => {
  const records = new Map([
    [key(200), record('one')],
    [key(3), record('')],
  ]);
  const file = writeOutlines('a1', records);

  it('give back what was written', () => {
    const read = readOutlines('a1', file);
    expect([...(read ?? [])].map(([id, bytes]) => [id, text(bytes)])).to.deep.equal([
      [key(200), 'one'],
      [key(3), ''],
    ]);
  });

  it('are nothing where another outliner made them, or a byte is missing or another one', () => {
    expect(readOutlines('a2', file)).to.equal(undefined);
    for (let length = 0; length < file.length; length++) {
      expect(readOutlines('a1', file.subarray(0, length)), `${length} bytes`).to.equal(undefined);
      const other = Uint8Array.from(file);
      other[length] = (other[length] ?? 0) ^ 1;
      expect(readOutlines('a1', other), `byte ${length}`).to.equal(undefined);
    }
  });
});

describe('kept outlines', () => {
  let files: MemoryFiles;
  let warnings: string[];
  const window = (outliner = 'a1'): Segments => new Segments(files, outliner, (detail) => warnings.push(detail));
  beforeEach(() => {
    files = new MemoryFiles();
    warnings = [];
  });

  it('are there in the next window, of any number of windows at the same time', async () => {
    const windows = [window(), window()];
    for (const [index, one] of windows.entries()) one.keep(key(index), record(`${index}`));
    await Promise.all(windows.map((one) => one.flush()));
    expect(text(await window().find(key(0)))).to.equal('0');
    expect(text(await window().find(key(1)))).to.equal('1');
    expect(await window().find(key(2))).to.equal(undefined);
    expect(warnings).to.deep.equal([]);
  });

  it('are not taken from another outliner, whose files stay a week', async () => {
    const old = window('b2');
    old.keep(key(0), record('old'));
    await old.flush();
    const one = window();
    expect(await one.find(key(0))).to.equal(undefined);
    one.keep(key(0), record('new'));
    await one.flush();
    expect(files.files.size).to.equal(2);
    for (const file of files.files.values()) file.modified -= 8 * 24 * 3600 * 1000;
    one.keep(key(1), record('newer'));
    await one.flush();
    expect([...files.files.keys()].filter((name) => name.startsWith('b2'))).to.deep.equal([]);
    expect(files.files.size).to.equal(2);
  });

  it('are made anew where a file is torn, which is removed and said', async () => {
    const one = window();
    one.keep(key(0), record('whole'));
    await one.flush();
    const [[name, file] = ['', undefined]] = [...files.files];
    if (file !== undefined) file.bytes = file.bytes.subarray(0, file.bytes.length - 1);
    expect(await window().find(key(0))).to.equal(undefined);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(name);
    expect(files.files.size).to.equal(0);
  });

  it('cost nothing but time where nothing can be written or read', async () => {
    files.write = () => Promise.reject(new Error('ENOSPC'));
    const one = window();
    one.keep(key(0), record('a'));
    await one.flush();
    expect(text(await one.find(key(0)))).to.equal('a');
    expect(warnings.join()).to.contain('ENOSPC');
    files.list = () => Promise.reject(new Error('EACCES'));
    expect(await window().find(key(0))).to.equal(undefined);
  });

  it('become few files however often a little is kept, and lose nothing by it', async () => {
    for (let index = 0; index < 60; index++) {
      const one = window();
      await one.find(key(0));
      one.keep(key(index), record(`${index}`));
      await one.flush();
      expect(files.files.size).to.be.at.most(9);
    }
    const last = window();
    for (let index = 0; index < 60; index++) expect(text(await last.find(key(index)))).to.equal(`${index}`);
  });

  it('never take more than their bytes: the oldest go', async () => {
    const large = new Uint8Array(3_000_000);
    for (let index = 0; index < 20; index++) {
      const one = window();
      one.keep(key(index), large);
      await one.flush();
    }
    const total = [...files.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).to.be.within(20_000_000, 32_000_000);
    expect(await window().find(key(0))).to.equal(undefined);
    expect(await window().find(key(19))).to.have.length(3_000_000);
  });
});
