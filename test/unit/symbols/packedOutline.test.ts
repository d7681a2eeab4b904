import { assert } from 'chai';
import { narrowed, ownersOf, packOutline, unpackOutline } from '../../../src/core/symbols/packedOutline';
import type { FileOutline, SourceSymbol } from '../../../src/core/symbols/symbol';

const range = { start: { line: 70_000, character: 3 }, end: { line: 70_001, character: 99 } };

/** A range with the largest numbers of 16 bits. */
const near = { start: { line: 65_535, character: 0 }, end: { line: 65_535, character: 65_535 } };

function symbol(kind: SourceSymbol['kind'], path: string, name: string, more: Partial<SourceSymbol> = {}): SourceSymbol {
  return { kind, path, name, range, nameRange: { ...range, end: range.start }, ...more };
}

const outline: FileOutline = {
  packages: [{ name: 'a.b', nameRange: range }],
  hasErrors: true,
  symbols: [
    symbol('class', 'a.b.C', 'C'),
    symbol('constructor', 'a.b.C#<init>', '<init>', { parameters: [] }),
    symbol('method', 'a.b.C#::', '::', { parameters: ['=>T', 'Array', 'int[]'] }),
    symbol('val', 'a.b.C#with space', 'with space', { value: 'two\nlines' }),
    symbol('object', 'a.b.C$', 'C'),
    symbol('object', 'a.b.C$.Inner$', 'Inner'),
    symbol('field', 'a.b.C$.Inner$#X', 'X', { value: '' }),
    symbol('object', 'a.b.package$', 'package'),
    symbol('method', 'a.b.Broken#f', 'f'),
  ],
};

describe('a packed outline', () => {
  it('unpacks to the same', () => {
    assert.deepEqual(unpackOutline(packOutline(outline)), outline);
  });

  it('survives the way between two threads', () => {
    assert.deepEqual(unpackOutline(structuredClone(packOutline(outline))), outline);
  });

  it('takes half the memory for its numbers where they are small, and is the same', () => {
    const small = { ...outline, symbols: outline.symbols.map((one) => ({ ...one, range: near, nameRange: near })) };
    const packed = packOutline(small);
    assert.equal(narrowed(packed).numbers.byteLength, packed.numbers.byteLength / 2);
    assert.deepEqual(unpackOutline(narrowed(packed)), small);
    assert.deepEqual(unpackOutline(narrowed(packOutline(outline))), outline);
  });

  it('packs a file without symbols', () => {
    const empty: FileOutline = { packages: [], symbols: [], hasErrors: false };
    assert.deepEqual(unpackOutline(packOutline(empty)), empty);
  });

  it('names every type, and every owner of members that is not declared itself', () => {
    assert.sameMembers([...ownersOf(packOutline(outline))], ['a.b.C', 'a.b.C$', 'a.b.C$.Inner$', 'a.b.package$', 'a.b.Broken']);
  });
});
