import { expect } from 'chai';
import * as fc from 'fast-check';
import { packOutline } from '../../../../src/core/symbols/packedOutline';
import { decodeOutline, encodeOutline } from '../../../../src/core/symbols/store/outlineRecord';
import { encodeVlq, VlqText } from '../../../../src/core/symbols/store/vlq';
import { anyOutline, anySymbol } from './anyOutline';

describe('records of outlines', () => {
  it('give back any outline as it was', () => {
    fc.assert(
      fc.property(anyOutline, (one) => {
        const packed = packOutline(one);
        expect(decodeOutline(encodeOutline(packed))).to.deep.equal(packed);
        const indented = { ...packed, hasIndentation: true } as const;
        expect(decodeOutline(encodeOutline(indented))).to.deep.equal(indented);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('are a line of JSON each', () => {
    const names = [{ name: 'one\ntwo', nameRange: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } } }];
    const text = new TextDecoder().decode(encodeOutline(packOutline({ packages: names, symbols: [], hasErrors: true })));
    expect(text).not.to.contain('\n');
    expect(JSON.parse(text)).to.deep.include({ packages: names, hasErrors: true });
  });

  it('refuse JSON that is no outline, or has other counts than its texts', () => {
    const one = fc.sample(fc.array(anySymbol, { minLength: 3, maxLength: 9 }), { seed: 4, numRuns: 1 })[0] ?? [];
    const bytes = encodeOutline(packOutline({ packages: [], symbols: one, hasErrors: false }));
    const record = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    const changes = [
      { symbolCount: one.length + 1 },
      { symbolCount: 400_000_000 },
      { docCount: 99 },
      { names: '\n' },
      { names: 5 },
      { parameters: '' },
      { prefixes: null },
      { prefixes: [] },
      { values: [[one.length, 'a']] },
      { packages: [{ name: 'a' }] },
      { numbers: `${String(record.numbers)}A` },
    ];
    for (const change of [...changes, ...Object.keys(record).map((name) => ({ [name]: undefined }))]) {
      const changed = new TextEncoder().encode(JSON.stringify({ ...record, ...change }));
      expect(() => decodeOutline(changed), JSON.stringify(change)).to.throw();
    }
  });

  it('refuse bytes that end too early', () => {
    const one = fc.sample(fc.array(anySymbol, { minLength: 3, maxLength: 9 }), { seed: 4, numRuns: 1 })[0] ?? [];
    const bytes = encodeOutline(packOutline({ packages: [], symbols: one, hasErrors: false }));
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeOutline(bytes.subarray(0, length)), `${length}`).to.throw();
  });
});

describe('numbers as text', () => {
  it('are written as source maps write them', () => {
    expect(encodeVlq([0, 1, -1, 15, 16, -16, 1000])).to.equal('ACDegBhBw+B');
  });

  it('come back as they were', () => {
    const numbers = fc.array(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }));
    fc.assert(
      fc.property(numbers, (all) => {
        const text = new VlqText(encodeVlq(all));
        expect(all.map(() => text.next() + 0)).to.deep.equal(all);
      }),
      { seed: 4 },
    );
  });
});
