import { expect } from 'chai';
import { parseProgress, printProgress, readMarks } from '../../../src/core/progress/progressFile';
import { ReadMarks, type ReadMark } from '../../../src/core/progress/readMarks';
import { textDigest } from '../../../src/core/progress/textDigest';

const mark: ReadMark = {
  id: 'kafka:p.A',
  slug: 'a',
  digest: '0123456789abcdef',
  read: true,
  at: Date.UTC(2026, 0, 2, 3, 4, 5, 678),
};
const plain: ReadMark = { id: '#b', slug: 'b', read: true, at: mark.at + 1 };
const unread: ReadMark = { id: '#c', slug: 'c', read: false, at: mark.at };
const marks = new ReadMarks([
  { address: { folder: 'shipped', path: 'x/y.md' }, marks: [mark, plain, unread] },
  { address: { folder: 'own/My notes', path: '__proto__' }, marks: [plain] },
  { address: { folder: 'shipped', path: 'unread.md' }, marks: [unread] },
]);
const now = mark.at + 1000;

/** The fault of a text, as its code and where. */
function fault(value: unknown): string {
  const result = parseProgress(typeof value === 'string' ? value : JSON.stringify(value), now);
  return result.ok
    ? 'none'
    : [result.error.code, ...(result.error.code === 'progress/notJson' ? [] : result.error.args)].join(' ');
}

const whole = { folder: 'f', note: 'n.md', read: [{ section: '#a', slug: 'a', at: '2026-01-02T03:04:05Z' }] };

describe('progress as a file', () => {
  it('comes back as it was, without what is unread', () => {
    const result = parseProgress(printProgress(marks), now);
    if (!result.ok) throw new Error(result.error.code);
    expect([...result.marks.notes]).to.deep.equal([
      { address: { folder: 'own/My notes', path: '__proto__' }, marks: [plain] },
      { address: { folder: 'shipped', path: 'x/y.md' }, marks: [mark, plain] },
    ]);
    expect(parseProgress(`\uFEFF${printProgress(new ReadMarks())}`, now)).to.have.property('ok', true);
  });

  it('takes times of the future for now', () => {
    const result = parseProgress(printProgress(marks), mark.at - 5);
    expect(result.ok && [...result.marks.notes].flatMap((note) => note.marks.map(({ at }) => at))).to.deep.equal([
      mark.at - 5,
      mark.at - 5,
      mark.at - 5,
    ]);
  });

  it('says what is wrong with a text', () => {
    expect(fault({ kafkaNotesProgress: 1, notes: [whole] })).to.equal('none');
    expect(fault('{ "kafkaNotesProgress": 1, ')).to.equal('progress/notJson');
    expect(fault('')).to.equal('progress/notJson');
    for (const other of [{}, [], null, 1, { kafkaNotesProgress: '1' }]) expect(fault(other)).to.equal('progress/otherFile');
    expect(fault({ kafkaNotesProgress: 2, notes: [] })).to.equal('progress/newerFormat 2');
    const wrong: readonly (readonly [unknown, string])[] = [
      [undefined, 'notes'],
      [[1], 'notes[0]'],
      [[whole, { ...whole, folder: 1 }], 'notes[1].folder'],
      [[{ ...whole, read: {} }], 'notes[0].read'],
      [[{ ...whole, read: [...whole.read, { ...whole.read[0], at: 'yesterday' }] }], 'notes[0].read[1].at'],
      [[{ ...whole, read: [{ slug: 'a', at: whole.read[0]?.at }] }], 'notes[0].read[0].section'],
    ];
    for (const [notes, place] of wrong) expect(fault({ kafkaNotesProgress: 1, notes })).to.equal(`progress/value ${place}`);
  });

  it('takes from the storage what is a mark, and nothing else', () => {
    expect(readMarks([mark, plain, unread])).to.deep.equal([mark, plain, unread]);
    expect(readMarks([mark, null, 1, { ...plain, at: 'x' }, { ...plain, digest: 1 }])).to.deep.equal([mark, plain]);
    for (const bad of [undefined, {}, 'x']) expect(readMarks(bad)).to.deep.equal([]);
    // No date holds such a time, so it could not be exported.
    expect(
      readMarks([
        { ...plain, at: 1e300 },
        { ...plain, at: NaN },
      ]),
    ).to.deep.equal([]);
  });

  it('keeps a digest that is empty', () => {
    const empty = new ReadMarks([{ address: { folder: 'f', path: 'n.md' }, marks: [{ ...plain, digest: '' }] }]);
    const result = parseProgress(printProgress(empty), now);
    expect(result.ok && [...result.marks.notes]).to.deep.equal([...empty.notes]);
  });
});

describe('a text’s digest', () => {
  it('differs for texts that differ little', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `${'a'.repeat(index % 100)}${index}${'字'.repeat(index % 7)}`);
    expect(new Set(texts.map(textDigest)).size).to.equal(new Set(texts).size);
    expect(textDigest('ab')).not.to.equal(textDigest('ba'));
    expect(textDigest('')).to.match(/^[0-9a-f]{16}$/);
  });
});
