import { assert } from 'chai';
import { createSymbolTable, type MutableSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { packOutline } from '../../../src/core/symbols/packedOutline';
import type { FileOutline, IndexedFile, SourceSymbol } from '../../../src/core/symbols/symbol';
import { NaiveTable } from './naiveTable';
import { Random } from './random';

const files = [
  'package-info.java',
  'a/package-info.java',
  'A.scala',
  'B.scala',
  'C.java',
  'a/A.scala',
  'a/b/A.scala',
  'a/Z.java',
];
const packages = ['', 'a', 'a.b', 'a.package'];
const types = ['T', 'T$', 'U$', 'T.V', 'T$.V', 'T$.V$', 'package$'];
const members = ['f', 'g', '<init>', '$', 'a$b', '::', 'with space', 'T', 'été', '😀'];
const kinds = ['method', 'val', 'field', 'constructor', 'type'] as const;

function position(random: Random): { line: number; character: number } {
  return { line: random.below(100_000), character: random.below(300) };
}

function range(random: Random): SourceSymbol['range'] {
  return { start: position(random), end: position(random) };
}

function symbol(random: Random, pack: string): SourceSymbol {
  const type = (pack === '' ? '' : `${pack}.`) + random.oneOf(types);
  const ranges = { range: range(random), nameRange: range(random) };
  if (random.below(3) === 0) {
    const isObject = type.endsWith('$');
    const name = type.slice(type.lastIndexOf('.') + 1, isObject ? -1 : undefined);
    return { kind: isObject ? 'object' : 'class', path: type, name, ...ranges };
  }
  const name = random.oneOf(members);
  const kind = random.oneOf(kinds);
  const parameters = kind === 'method' && { parameters: random.oneOf([[], ['Int'], ['Int', '=>T']]) };
  return { kind, path: `${type}#${name}`, name, ...parameters, ...(kind === 'val' && { value: 'x\ny' }), ...ranges };
}

function outline(random: Random): FileOutline {
  const declared = packages.filter(() => random.below(2) === 0);
  const symbols = Array.from({ length: random.below(12) }, () => symbol(random, random.oneOf(packages)));
  return { packages: declared.map((name) => ({ name, nameRange: range(random) })), symbols, hasErrors: random.below(2) === 0 };
}

function assertSame(table: MutableSymbolTable, naive: NaiveTable): void {
  assert.equal(table.complete, naive.complete);
  assert.sameMembers([...table.files], [...naive.files]);
  assert.sameDeepMembers([...table.unindexed()], naive.unread().slice());
  const plain = (path: string): string => path.replaceAll('$', '');
  for (const pack of [...packages, 'nothing']) {
    assert.deepEqual(table.packageFiles(pack), naive.packageFiles(pack), `files of ${pack}`);
    assertDirectlyIn(table, naive, pack, '.');
    for (const type of [...types, 'Nothing'].map((name) => (pack === '' ? name : `${pack}.${name}`))) {
      for (const mark of ['.', '#'] as const) assertDirectlyIn(table, naive, plain(type), mark);
      for (const path of [type, ...[...members, 'nothing'].map((member) => `${type}#${member}`)]) {
        const named = naive.where((one) => one.path === path);
        assert.deepEqual(table.byPath(path), named, path);
        const called = naive.where((one) => plain(one.path) === plain(path));
        assert.deepEqual(table.byPlainPath(plain(path)), called, `plain ${path}`);
      }
    }
  }
  for (const name of [...members, ...types, 'V', 'U', 'package', 'nothing', '', '\n']) {
    const named = naive.where((one) => one.name === name);
    assert.deepEqual(table.byName(name), named, name);
    const filed = table.named(name).map((one) => table.unpack(one));
    assert.deepEqual(filed, [...named], name);
  }
  for (const file of files) assert.deepEqual(table.outline(file), naive.outline(file));
}

/**
 * Checks the symbols directly in a container. Only files that declare it count: a package, or a type that is there or has
 * members.
 */
function assertDirectlyIn(table: MutableSymbolTable, naive: NaiveTable, container: string, mark: '.' | '#'): void {
  const plain = (path: string): string => path.replaceAll('$', '');
  const prefix = container === '' ? '' : container + mark;
  const declares = (file: string): boolean => {
    const { packages: declared = [], symbols = [] } = naive.outline(file) ?? {};
    const isOwner = symbols.some(({ path }) => plain(path.split('#')[0] ?? '') === container);
    return isOwner || (mark === '.' && declared.some(({ name }) => name === container));
  };
  const isInside = ({ kind, path, name }: SourceSymbol): boolean => {
    const end = path.length - name.length - (kind === 'object' ? 1 : 0);
    return plain(path.slice(0, end)) === prefix;
  };
  const found = table.directlyIn(container, mark).map((one) => table.unpack(one));
  assert.deepEqual(
    found,
    naive.where(isInside).filter(({ file }) => declares(file)),
    `in ${container}${mark}`,
  );
}

describe('a symbol table, filled at random', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`answers as one that looks at every symbol (${seed})`, () => {
      const random = new Random(seed);
      const [table, naive] = [createSymbolTable([]), new NaiveTable()];
      for (let round = 1; round <= 120; round++) {
        const file = random.oneOf(files);
        const what = random.below(8);
        if (what === 0) {
          table.remove(file);
          naive.remove(file);
        } else if (what === 1) {
          table.addFile(file);
          naive.addFile(file);
        } else {
          const reading: IndexedFile = what === 2 ? { file, unindexed: 'binary' } : { file, outline: outline(random) };
          table.set('outline' in reading ? { file, packed: packOutline(reading.outline) } : reading);
          naive.set(reading);
        }
        if (round % 40 === 0) assertSame(table, naive);
      }
    });
  }
});
