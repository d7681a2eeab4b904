import { expect } from 'chai';
import type { AnchorError, AnchorTarget } from '../../../src/core/notes/anchor';
import type { TextFragment } from '../../../src/core/syntax/textFragment';
import { isAnchorText, parseAnchor } from '../../../src/core/notes/parseAnchor';
import { printAnchor } from '../../../src/core/notes/printAnchor';

function parsed(text: string): { target: AnchorTarget; fragment?: TextFragment } {
  const result = parseAnchor(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.code} at ${result.error.offset}`);
  const { target, fragment } = result.anchor;
  return { target, ...(fragment && { fragment }) };
}

function symbol(type: string, member?: string, parameters?: string[]): { target: AnchorTarget } {
  return { target: { kind: 'symbol', type, ...(member !== undefined && { member }), ...(parameters && { parameters }) } };
}

describe('parseAnchor', () => {
  it('reads every form of the grammar', () => {
    expect(parsed('kafka:kafka.server.ReplicaManager')).to.deep.equal(symbol('kafka.server.ReplicaManager'));
    expect(parsed('kafka:kafka.server.ReplicaManager#appendRecords')).to.deep.equal(
      symbol('kafka.server.ReplicaManager', 'appendRecords'),
    );
    expect(parsed('kafka:kafka.log.Log#append(MemoryRecords,Boolean,Int)')).to.deep.equal(
      symbol('kafka.log.Log', 'append', ['MemoryRecords', 'Boolean', 'Int']),
    );
    expect(parsed('kafka:kafka.log.Log$#offsetFromFile')).to.deep.equal(symbol('kafka.log.Log$', 'offsetFromFile'));
    expect(parsed('kafka:kafka.log.LogConfig$.LogConfigDef')).to.deep.equal(symbol('kafka.log.LogConfig$.LogConfigDef'));
    expect(parsed('kafka:a.b.package$#with(Int)')).to.deep.equal(symbol('a.b.package$', 'with', ['Int']));
    expect(parsed('kafka:a.B#<init>')).to.deep.equal(symbol('a.B', '<init>'));
    expect(parsed('kafka:a.B#m()')).to.deep.equal(symbol('a.B', 'm', []));
    expect(parsed('kafka:/config/server.properties')).to.deep.equal({ target: { kind: 'file', file: 'config/server.properties' } });
    expect(parsed('KAFKA:a.B')).to.deep.equal(symbol('a.B'));
  });

  it('reads percent-encoded text as what it means, delimiters too', () => {
    expect(parsed('kafka:a.B#%3Cinit%3E%28int%29')).to.deep.equal(symbol('a.B', '<init>', ['int']));
    expect(parsed('kafka:a.B%23m')).to.deep.equal(symbol('a.B', 'm'));
    expect(parsed('kafka:a.B#%E4%B8%AD')).to.deep.equal(symbol('a.B', '中'));
    expect(parsed('kafka:a.B#my%20test')).to.deep.equal(symbol('a.B', 'my test'));
    expect(parsed('kafka:/a%20b/c%23d')).to.deep.equal({ target: { kind: 'file', file: 'a b/c#d' } });
  });

  it("reads Scala's operators as names", () => {
    for (const name of ['+', ':::', '+=', '<<', 'x_=', 'unary_!', '::', '->', '?', '/:', '|']) {
      expect(parsed(`kafka:a.B#${name}`), name).to.deep.equal(symbol('a.B', name));
    }
    expect(parsed('kafka:a.B#+(Int)')).to.deep.equal(symbol('a.B', '+', ['Int']));
  });

  it('reduces what an author writes as parameters', () => {
    const list = 'Map<String, List<X>>, int [], =>T, T*, String..., (Int) => Unit, (A, B), Array[Byte], scala.Map[A, B => C], =:=, int[][]';
    expect(parsed(`kafka:a.B#m(${list})`)).to.deep.equal(
      symbol('a.B', 'm', ['Map', 'int[]', '=>T', 'T*', 'String...', 'Function', 'Tuple', 'Array', 'scala.Map', '=:=', 'int[][]']),
    );
  });

  it('knows a parameter that is only an operator', () => {
    expect(parsed('kafka:a.B#m(=>Int,%3C:%3C,Ordering)')).to.deep.equal(symbol('a.B', 'm', ['=>Int', '<:<', 'Ordering']));
    expect(parsed('kafka:a.B#m(>, List<X>, =><)')).to.deep.equal(symbol('a.B', 'm', ['>', 'List', '=><']));
  });

  it('reads the four parts of a text fragment', () => {
    const fragmentOf = (text: string): TextFragment | undefined => parsed(`kafka:a.B:~:text=${text}`).fragment;
    expect(fragmentOf('a%20b')).to.deep.equal({ start: 'a b' });
    expect(fragmentOf('a,b')).to.deep.equal({ start: 'a', end: 'b' });
    expect(fragmentOf('p-,a')).to.deep.equal({ prefix: 'p', start: 'a' });
    expect(fragmentOf('a,-s')).to.deep.equal({ start: 'a', suffix: 's' });
    expect(fragmentOf('p-,a,b,-s')).to.deep.equal({ prefix: 'p', start: 'a', end: 'b', suffix: 's' });
    expect(fragmentOf('x%2Cy%2Dz')).to.deep.equal({ start: 'x,y-z' });
    expect(fragmentOf('i-1')).to.deep.equal({ start: 'i-1' });
    expect(fragmentOf('a:~:b')).to.deep.equal({ start: 'a:~:b' });
  });

  const wrong: [string, AnchorError['code'], string][] = [
    // The anchor, the code, and the anchor with the wrong part between two bars.
    ['kafka:', 'anchor/empty', '|kafka:|'],
    ['kafka::~:text=a', 'anchor/empty', '|kafka::~:text=a|'],
    ['kafka:a..B', 'anchor/type', 'kafka:a.|.|B'],
    ['kafka:.B', 'anchor/type', 'kafka:|.|B'],
    ['kafka:a.', 'anchor/type', 'kafka:a|.|'],
    ['kafka:a.1', 'anchor/type', 'kafka:a.|1|'],
    ['kafka:a/B', 'anchor/type', 'kafka:a|/|B'],
    ['kafka:a.B C', 'anchor/type', 'kafka:a.B| |C'],
    ['kafka:a.B(Int)', 'anchor/type', 'kafka:a.B|(|Int)'],
    ['kafka:a.B?x', 'anchor/type', 'kafka:a.B|?|x'],
    ['kafka:a.B#', 'anchor/member', 'kafka:a.B#||'],
    ['kafka:a.B#(Int)', 'anchor/member', 'kafka:a.B#||(Int)'],
    ['kafka:a.B#c.d', 'anchor/member', 'kafka:a.B#c|.|d'],
    ['kafka:a.B#c#d', 'anchor/member', 'kafka:a.B#c|#|d'],
    ['kafka:a.B#`type`', 'anchor/member', 'kafka:a.B#|`|type`'],
    ['kafka:a.B#m(', 'anchor/parameters', 'kafka:a.B#m|(|'],
    ['kafka:a.B#m(Int', 'anchor/parameters', 'kafka:a.B#m|(Int|'],
    ['kafka:a.B#m(Int,)', 'anchor/parameters', 'kafka:a.B#m(Int,||)'],
    ['kafka:a.B#m(,Int)', 'anchor/parameters', 'kafka:a.B#m(||,Int)'],
    ['kafka:a.B#m(Int)x', 'anchor/parameters', 'kafka:a.B#m(Int)|x|'],
    ['kafka:a.B#m(int offset)', 'anchor/parameters', 'kafka:a.B#m(|int offset|)'],
    ['kafka:a.B#m(List<X)', 'anchor/parameters', 'kafka:a.B#m|(List<X)|'],
    ['kafka:/', 'anchor/file', 'kafka:/||'],
    ['kafka:/a/../b', 'anchor/file', 'kafka:/a/|..|/b'],
    ['kafka:/a/%2e%2e/b', 'anchor/file', 'kafka:/a/|%2e%2e|/b'],
    ['kafka://host/a', 'anchor/file', 'kafka:/||/host/a'],
    ['kafka:/a#b', 'anchor/file', 'kafka:/a|#b|'],
    ['kafka:/a\\b', 'anchor/file', 'kafka:/a|\\b|'],
    ['kafka:a.B#m%2', 'anchor/encoding', 'kafka:a.B#m|%2|'],
    ['kafka:a.B#%zz', 'anchor/encoding', 'kafka:a.B#|%zz|'],
    ['kafka:a.B#%C3x', 'anchor/encoding', 'kafka:a.B#|%C3x|'],
    ['kafka:a.B#%ED%A0%80', 'anchor/encoding', 'kafka:a.B#|%ED%A0%80|'],
    ['kafka:a.B:~:text=%', 'anchor/encoding', 'kafka:a.B:~:text=|%|'],
    ['kafka:a.B:~:', 'anchor/fragment', 'kafka:a.B:~:||'],
    ['kafka:a.B:~:x=a', 'anchor/fragment', 'kafka:a.B:~:|x=a|'],
    ['kafka:a.B:~:text=', 'anchor/fragment', 'kafka:a.B:~:text=||'],
    ['kafka:a.B:~:text=%20', 'anchor/fragment', 'kafka:a.B:~:text=|%20|'],
    ['kafka:a.B:~:text=p-', 'anchor/fragment', 'kafka:a.B:~:text=p-||'],
    ['kafka:a.B:~:text=a,', 'anchor/fragment', 'kafka:a.B:~:text=a,||'],
    ['kafka:a.B:~:text=a,b,c', 'anchor/fragment', 'kafka:a.B:~:text=a,b,|c|'],
    ['kafka:a.B:~:text=a&text=b', 'anchor/fragment', 'kafka:a.B:~:text=a|&text=b|'],
    ['kafka:a.B#L12', 'anchor/lineNumber', 'kafka:a.B|#L12|'],
    ['kafka:a.B#L12-L20', 'anchor/lineNumber', 'kafka:a.B|#L12-L20|'],
    ['kafka:a.B:12', 'anchor/lineNumber', 'kafka:a.B|:12|'],
    ['kafka:a.B#m:12:5', 'anchor/lineNumber', 'kafka:a.B#m|:12:5|'],
    ['kafka:/a/B.java#L3:~:text=x', 'anchor/lineNumber', 'kafka:/a/B.java|#L3|:~:text=x'],
  ];
  for (const [text, code, marked] of wrong) {
    it(`says what is wrong with ${text}`, () => {
      const result = parseAnchor(text);
      if (result.ok) throw new Error('taken for an anchor');
      const { offset, length } = result.error;
      expect(result.error.code).to.equal(code);
      expect(`${text.slice(0, offset)}|${text.slice(offset, offset + length)}|${text.slice(offset + length)}`).to.equal(marked);
    });
  }

  it('takes time linear in the text', () => {
    const parts = ['#', '(', '<', 'a<', 'a,', '%41', ':1', 'a.', ' ', '[', '[]', '%28'];
    for (const part of parts) {
      const start = performance.now();
      parseAnchor(`kafka:a.B#m(${part.repeat(100_000)}x`);
      expect(performance.now() - start, part).to.be.below(2000);
    }
  });

  it('tells anchors from other links', () => {
    expect(isAnchorText('kafka:')).to.equal(true);
    expect(isAnchorText('kafkaesque:x')).to.equal(false);
    expect(parseAnchor('https://kafka.apache.org')).to.deep.include({ ok: false });
  });
});

describe('printAnchor', () => {
  const anchors = [
    'kafka:kafka.server.ReplicaManager',
    'kafka:kafka.log.Log$#offsetFromFile(File)',
    'kafka:kafka.log.Log#%3Cinit%3E(File,LogConfig)',
    'kafka:a.B#m(=%3ET,T*,String...,Function,int[])',
    'kafka:a.B#m()',
    'kafka:a.B#%4C12',
    'kafka:a.B#my%20test',
    'kafka:a.B#foo%2Dbar',
    'kafka:/config/server.properties',
    'kafka:/a%20b/c%23d',
    'kafka:a.B:~:text=p-,a%20%3D%3D%20b,%2Dx%2C,-s%26',
  ];
  for (const text of anchors) {
    it(`writes ${text} as it was read`, () => {
      const { target, fragment } = parsed(text);
      expect(printAnchor(target, fragment)).to.equal(text);
    });
  }

  it('writes any name so that it is read back, and so that it may stand in a Markdown link', () => {
    const names = ['+', ':::', '<<', '=:=', 'a b', 'x_=', '|', '\\', '%', '#', 'L7', '<init>', '中', ':~:', '😀', 'a-b', '(', '['];
    for (const member of names) {
      const target: AnchorTarget = { kind: 'symbol', type: 'a.B', member, parameters: ['Int'] };
      const text = printAnchor(target);
      expect(text, member).to.match(/^[!-;=?-~]+$/);
      if (member !== '#') expect(parsed(text).target, text).to.deep.equal(target);
    }
  });

  it('writes names that only backticks allow so that they are read back', () => {
    const names = ['3a', '3<', '+3', 'a+b', 'L1C5', '12:5', '$+', '../f', '.+', 'a_:1', '中+', 'a_+b', '<init>x', '3Cinit>'];
    for (const member of names) {
      const { target } = symbol('a.3b.中.4', member);
      const text = printAnchor(target);
      expect(text, member).to.match(/^[!-;=?-~]+$/);
      expect(parsed(text).target, text).to.deep.equal(target);
    }
    const file: AnchorTarget = { kind: 'file', file: 'config/a:1' };
    expect(parsed(printAnchor(file)).target).to.deep.equal(file);
  });
});
