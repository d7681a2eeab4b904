import { expect } from 'chai';
import * as fc from 'fast-check';
import { packOutline } from '../../../../src/core/symbols/packedOutline';
import { ByteReader, ByteWriter } from '../../../../src/core/symbols/store/bytes';
import { readRecord, writeRecord } from '../../../../src/core/symbols/store/outlineRecord';
import { symbolKinds, type FileOutline, type SourceSymbol } from '../../../../src/core/symbols/symbol';

const position = fc.record({ line: fc.nat(500_000), character: fc.nat(2_000_000) });
const range = fc.record({ start: position, end: position });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/[\n\r#.$,]/g, '_'));
const symbol: fc.Arbitrary<SourceSymbol> = fc
  .record({ kind: fc.constantFrom(...symbolKinds), name, owner: name, range, nameRange: range })
  .chain(({ kind, name: own, owner, range: whole, nameRange }) =>
    fc
      .record(
        {
          parameters: fc.array(fc.constantFrom('Int', 'String[]', 'T*', '日志'), { maxLength: 3 }),
          value: fc.string({ unit: 'binary' }),
          doc: range,
        },
        { requiredKeys: [] },
      )
      .map((more) => ({
        kind,
        name: own,
        path: `${owner}#${kind === 'object' ? `${own}$` : own}`,
        range: whole,
        nameRange,
        ...more,
      })),
  );
const outline: fc.Arbitrary<FileOutline> = fc.record({
  packages: fc.array(fc.record({ name, nameRange: range }), { maxLength: 2 }),
  symbols: fc.array(symbol, { maxLength: 20 }),
  hasErrors: fc.boolean(),
});

describe('records of outlines', () => {
  it('give back any outline as it was', () => {
    fc.assert(
      fc.property(outline, (one) => {
        const packed = packOutline(one);
        expect(readRecord(writeRecord(packed))).to.deep.equal(packed);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('refuse bytes that end too early', () => {
    const one = fc.sample(fc.array(symbol, { minLength: 3, maxLength: 9 }), { seed: 4, numRuns: 1 })[0] ?? [];
    const bytes = writeRecord(packOutline({ packages: [], symbols: one, hasErrors: false }));
    for (let length = 0; length < bytes.length; length++)
      expect(() => readRecord(bytes.subarray(0, length)), `${length}`).to.throw();
  });
});

describe('bytes', () => {
  it('hold numbers of 32 bits and differences of 31', () => {
    fc.assert(
      fc.property(
        fc.nat(0xffffffff),
        fc.integer({ min: -(2 ** 30), max: 2 ** 30 - 1 }),
        fc.string(),
        (number, difference, text) => {
          const writer = new ByteWriter();
          writer.number(number);
          writer.difference(difference);
          writer.text(text);
          const reader = new ByteReader(writer.done());
          expect([reader.number(), reader.difference(), reader.text()]).to.deep.equal([number, difference, text]);
        },
      ),
      { seed: 4 },
    );
  });
});
