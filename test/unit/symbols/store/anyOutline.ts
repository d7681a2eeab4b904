import * as fc from 'fast-check';
import { symbolKinds, type FileOutline, type SourceSymbol } from '../../../../src/core/symbols/symbol';

const position = fc.record({ line: fc.nat(500_000), character: fc.nat(2_000_000) });
const range = fc.record({ start: position, end: position });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/[\n\r#.$,]/g, '_'));

export const anySymbol: fc.Arbitrary<SourceSymbol> = fc
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

export const anyOutline: fc.Arbitrary<FileOutline> = fc.record({
  packages: fc.array(fc.record({ name, nameRange: range }), { maxLength: 2 }),
  symbols: fc.array(anySymbol, { maxLength: 20 }),
  hasErrors: fc.boolean(),
});
