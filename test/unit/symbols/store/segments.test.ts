import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { decodeOutlines, encodeOutlines } from '../../../../src/core/symbols/store/outlineFile';
import { Segments } from '../../../../src/core/symbols/store/segments';
import { streamGzip } from '../../../../src/worker/streamGzip';
import { MemoryFiles, zlibGzip } from './memoryFiles';

const key = (index: number): string => `${index.toString(16).padStart(40, '0')}j`;
const record = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array | undefined): string | undefined => bytes && new TextDecoder().decode(bytes);

for (const [platform, gzip] of Object.entries({ Node: zlibGzip, browsers: streamGzip })) {
  describe(`files of outlines, packed as in ${platform},`, () => {
    const records = new Map([
      [key(200), record('one')],
      [key(3), record('')],
      [key(4), record('two')],
    ]);
    const content = async (outliner: string, bytes: Uint8Array): Promise<unknown> => {
      const found = await decodeOutlines(outliner, bytes, gzip);
      return found && [...found].map(([id, line]) => [id, text(line)]);
    };
    const whole = [...records].map(([id, line]) => [id, text(line)]);
    let file: Uint8Array;
    before(async () => (file = await encodeOutlines('a1', records, gzip)));

    it('give back the written outlines, whoever packed them', async () => {
      expect(await content('a1', file)).to.deep.equal(whole);
      expect(await content('a1', await encodeOutlines('a1', records, zlibGzip))).to.deep.equal(whole);
      expect(await content('a1', await encodeOutlines('a1', new Map(), gzip))).to.deep.equal([]);
    });

    it('are nothing where another outliner made them', async () => expect(await content('a2', file)).to.equal(undefined));

    it('are nothing where bytes are missing at the end', async () => {
      for (let length = 0; length < file.length; length++)
        expect(await content('a1', file.subarray(0, length)), `${length} bytes`).to.equal(undefined);
    });

    it('are nothing, or whole, where a bit is another one', async () => {
      let damaged = 0;
      for (let at = 0; at < 8 * file.length; at++) {
        const other = Uint8Array.from(file);
        other[at >> 3] = (other[at >> 3] ?? 0) ^ (1 << (at & 7));
        const found = await content('a1', other);
        if (found === undefined) damaged++;
        else expect(found, `bit ${at}`).to.deep.equal(whole);
      }
      // A bit may differ without damage only in gzip's time, its name of the system and its hints to unpackers, which are 6
      // bytes.
      expect(damaged).to.be.at.least(8 * (file.length - 6) - 8);
    });

    it('are nothing where they are other files, or of an older form', async () => {
      const others = ['', '{}', 'null\n', '{"format":"kafka-notes outlines 1","outliner":"a1","keys":[]}\n', '[1]\n', '\n\n'];
      const [oldForm, binary] = [record('kafka-notes outlines 1\n\0\x01\x02'), Uint8Array.from({ length: 300 }, (_, i) => i)];
      const foreign = [oldForm, binary];
      for (const other of others) foreign.push(await gzip.pack(record(other)));
      foreign.push(await gzip.pack(record('{"format":"kafka-notes outlines 2","outliner":"a1","keys":["x"]}\n')));
      foreign.push(await gzip.pack(record('{"format":"kafka-notes outlines 2","outliner":"a1"}\nx\n')));
      for (const [index, bytes] of foreign.entries()) expect(await content('a1', bytes), `${index}`).to.equal(undefined);
    });
  });
}

describe('kept outlines', () => {
  let files: MemoryFiles;
  let warnings: string[];
  const window = (outliner = 'a1'): Segments => new Segments(files, outliner, zlibGzip, (detail) => warnings.push(detail));
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

  it('are found for as long as the window is open where nothing can be written, which is said once', async () => {
    files.write = (name) => Promise.reject(new Error(`ENOSPC: ${name}`));
    const one = window();
    for (let index = 0; index < 3; index++) {
      one.keep(key(index), record(`${index}`));
      await one.flush();
    }
    expect(text(await one.find(key(0)))).to.equal('0');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('ENOSPC');
  });

  it('are written once the disk takes them again', async () => {
    const one = window();
    const write = files.write.bind(files);
    files.write = () => Promise.reject(new Error('ENOSPC'));
    one.keep(key(0), record('a'));
    await one.flush();
    files.write = write;
    one.keep(key(1), record('b'));
    await one.flush();
    expect(files.files.size).to.equal(1);
    expect([text(await window().find(key(0))), text(await window().find(key(1)))]).to.deep.equal(['a', 'b']);
    files.write = () => Promise.reject(new Error('ENOSPC again'));
    one.keep(key(2), record('c'));
    await one.flush();
    expect(warnings).to.have.length(2);
  });

  it('are parsed anew where the folder cannot be listed, which is said', async () => {
    files.list = () => Promise.reject(new Error('EACCES'));
    expect(await window().find(key(0))).to.equal(undefined);
    expect(warnings).to.deep.equal(['Outlines are not found: EACCES']);
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
    // Random bytes cannot be packed to less than their entropy.
    const large = record(randomBytes(750_000).toString('base64'));
    for (let index = 0; index < 12; index++) {
      const one = window();
      one.keep(key(index), large);
      await one.flush();
    }
    const total = [...files.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).to.be.within(7_000_000, 8_000_000);
    expect(await window().find(key(0))).to.equal(undefined);
    expect(await window().find(key(11))).to.have.length(large.length);
  });
});
