import { expect } from 'chai';
import { defineCalls } from '../../../src/core/settings/calls';
import { evaluate } from '../../../src/core/settings/evaluate';
import { findSettings } from '../../../src/core/settings/settings';
import { readTable } from '../bindings/readTable';

const nothing = () => Promise.resolve(undefined);

describe('calls that define settings', () => {
  it('have the arguments as they are written, without comments', () => {
    const [call] = defineCalls('c.define(NAME, Type.INT, f(1, "a, b)"), // why, so\n Importance.HIGH, /* , */ "x" + "y")');
    expect(call?.args).to.deep.equal(['NAME', 'Type.INT', 'f(1, "a, b)")', 'Importance.HIGH', '"x" + "y"']);
    expect(call?.name).to.deep.equal({ start: 9, end: 13 });
  });

  it('are neither declarations nor examples in comments, nor without an end', () => {
    expect(defineCalls('public ConfigDef define(String name, Type type, Object value) {}')).to.deep.equal([]);
    expect(defineCalls('  override def define(name: String, t: Type, x: Any) = 1')).to.deep.equal([]);
    expect(defineCalls(' * defs.define("a", INT, 1);\n // .define("b", INT, 1)')).to.deep.equal([]);
    expect(defineCalls('.define(A, INT, "')).to.deep.equal([]);
  });
});

describe('the value of an expression', () => {
  const values: Readonly<Record<string, unknown>> = {
    '24 * 7 * 60 * 60 * 1000L': 604800000n,
    '(1 + 2) * -3': -9n,
    '0.5': 0.5,
    '1.0': 1,
    '0x10': 16n,
    '1_000': 1000n,
    '"a" + "b" + 1': 'ab1',
    'Long.MaxValue': 9223372036854775807n,
    'Integer.MAX_VALUE': 2147483647n,
    true: true,
    null: null,
    'f(1)': undefined,
    'a.b.C': undefined,
    'new X': undefined,
    '1 / 0': undefined,
    '': undefined,
    '((': undefined,
    '"a': undefined,
  };
  for (const [expression, value] of Object.entries(values)) {
    it(`of ${expression === '' ? 'nothing' : expression}`, async () => {
      expect(await evaluate(expression, nothing)).to.equal(value);
    });
  }
});

describe('the definition of a setting', () => {
  async function find(name: string, files: Readonly<Record<string, string>>) {
    const table = await readTable(files);
    const textOf = (file: string) => Promise.resolve(files[file]);
    return findSettings(name, Object.keys(files), { table, textOf, pause: () => Promise.resolve() });
  }

  it('says nothing of a default that several constants of one name could give', async () => {
    const files = {
      'a/AConfig.java':
        'package a; class AConfig { static final String N = "a.b"; static { d.define(N, Type.INT, SIZE, Importance.LOW, DOC); } }',
      'b/B.java': 'package b; class B { static final int SIZE = 1; }',
      'c/C.java': 'package c; class C { static final int SIZE = 2; }',
    };
    const [setting] = await find('a.b', files);
    expect(setting?.default).to.deep.equal({ kind: 'expression', written: 'SIZE' });
    expect(setting).to.include({ owner: 'a.AConfig', type: 'int', doc: undefined });
  });

  it('does not follow constants that lead to themselves', async () => {
    const files = {
      'a/AConfig.scala':
        'package a\nobject AConfig {\n  val A = B\n  val B = A\n  val N = "a.b"\n  d.define(N, INT, A, LOW, "doc")\n  d.define(A, INT, 1, LOW, "doc")\n}\n',
    };
    const [setting, ...others] = await find('a.b', files);
    expect(others).to.deep.equal([]);
    expect(setting?.default).to.deep.equal({ kind: 'expression', written: 'A' });
    expect(setting?.doc).to.equal('doc');
  });
});
