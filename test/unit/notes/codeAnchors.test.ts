import { expect } from 'chai';
import { findCodeAnchors, isAnnotatedCode } from '../../../src/core/notes/code/codeAnchors';
import { anchors, note, problems } from './shown';

/** Anchor and label. */
function found(info: string, ...lines: string[]): [string, string][] {
  return findCodeAnchors(lines.join('\n'), info).map(({ text, label }) => [text, label]);
}

/** The anchors of a single line. */
function inLine(info: string, line: string): string[] {
  return found(info, line).map(([text]) => text);
}

describe('the anchors in code', () => {
  it('stand in comments, behind the code that they are about or above it', () => {
    expect(
      found(
        'scala',
        'val a = append(x) // kafka:a.Log#append(X,Int)',
        '// Where it is written, kafka:a.Log#write.',
        '',
        'write(a)',
        'flush() /* kafka:a.Log#flush*/ /* (see kafka:a.Log) */',
        '/**',
        ' * kafka:a.Log$#<init>',
        '   kafka:a.Log#close',
        ' */',
        '//kafka:/config/server.properties',
        'log.flush()',
      ),
    ).to.deep.equal([
      ['kafka:a.Log#append(X,Int)', 'val a = append(x)'],
      ['kafka:a.Log#write', 'write(a)'],
      ['kafka:a.Log#flush', 'flush()'],
      ['kafka:a.Log', 'flush()'],
      ['kafka:a.Log$#<init>', 'log.flush()'],
      ['kafka:a.Log#close', 'log.flush()'],
      ['kafka:/config/server.properties', 'log.flush()'],
    ]);
    expect(found('xml', '<!-- kafka:a.B--> ')).to.deep.equal([['kafka:a.B', '']]);
  });

  const comments: Record<string, string[]> = {
    'java c++ rust kotlin js ts go groovy json proto': ['f(); // kafka:a.B', '/* kafka:a.B */ f();', ' * kafka:a.B', '"x" /* y\n kafka:a.B', "'\\'' // kafka:a.B", 'case 1:// kafka:a.B'],
    'sh bash console': ['ls # kafka:a.B', '#kafka:a.B', 'ls;# kafka:a.B', 'echo \'#\' "#" # kafka:a.B'],
    'yaml yml': ['a: b # kafka:a.B', "don't: it's # kafka:a.B", '- | # kafka:a.B\n  # no', 'a: "x#" # kafka:a.B', 'a: |\n  x\nb: 1 # kafka:a.B', '- a: >-\n    x\n  b: c # kafka:a.B'],
    'properties ini toml python dockerfile ruby nginx': ['# kafka:a.B', 'a = 1 # kafka:a.B', '  # kafka:a.B'],
    'ini clojure': ['; kafka:a.B'],
    'sql ksql': ['select 1 -- kafka:a.B', "select '--' --kafka:a.B", '/* kafka:a.B */'],
    'lua': ['--[[ x\nkafka:a.B ]]', 'x() -- kafka:a.B'],
    'haskell': ['{- {- -} kafka:a.B -}', 'x -- kafka:a.B'],
    'xml html': ['<a/><!-- kafka:a.B -->', '<!--\nkafka:a.B\n-->'],
    'scala': ['/* /* */ kafka:a.B */', "'symbol // kafka:a.B", '"""a\\""" // kafka:a.B', "'\"' // kafka:a.B"],
    'php': ['// kafka:a.B', 'x(); # kafka:a.B'],
    'css': ['a { } /* kafka:a.B */'],
    'erlang tex': ['% kafka:a.B'],
    'bat cmd': ['rem kafka:a.B', ':: kafka:a.B'],
    'diff': ['+// kafka:a.B', '- # kafka:a.B'],
    'nonsense': ['// kafka:a.B', '# kafka:a.B', '-- kafka:a.B', '  /* x\n kafka:a.B */', '<!-- kafka:a.B -->'],
  };
  for (const [names, texts] of Object.entries(comments)) {
    it(`are found in the comments of ${names}`, () => {
      for (const name of names.split(' ')) for (const text of texts) expect(inLine(name, text), `${name}: ${text}`).to.deep.equal(['kafka:a.B']);
    });
  }

  const elsewhere: Record<string, string[]> = {
    'java scala js kotlin go json': ['"kafka:a.B"', '"// kafka:a.B"', '"http://x" + "// kafka:a.B"', '"\\" // kafka:a.B"', '"""\n// kafka:a.B\n"""', 'kafka:a.B', 'x("xkafka:a.B") // xkafka:a.B "kafka:a.B"', 'url http://kafka:a.B', '# kafka:a.B', '// (xkafka:a.B)'],
    'js ts go': ["'// kafka:a.B'", '`\n// kafka:a.B\n`'],
    'sh bash': ['a#kafka:a.B', "'# kafka:a.B'", '"\n# kafka:a.B"', "'\n# kafka:a.B'", '\\# kafka:a.B', 'cat <<EOF\n# kafka:a.B\nEOF', "cat <<- 'END' > x\n# kafka:a.B\n\tEND\n", '// kafka:a.B', '${x# kafka:a.B}'],
    'yaml': ['a: b#kafka:a.B', 'a: "# kafka:a.B"', "a: '# kafka:a.B'", 'a: |\n  # kafka:a.B', 'a:\n  - >2-\n    # kafka:a.B\n\n    # kafka:a.B', '- run: |\n    # kafka:a.B', '// kafka:a.B'],
    'properties': ['a=b#kafka:a.B', 'a="x # kafka:a.B"', '// kafka:a.B', '; kafka:a.B'],
    'sql': ["'-- kafka:a.B'", "'\n-- kafka:a.B'", '# kafka:a.B'],
    'python': ["'''\n# kafka:a.B\n'''", '"# kafka:a.B"'],
    'xml': ['<a b="kafka:a.B"/>', '// kafka:a.B', '<![CDATA[ <!-- kafka:a.B --> ]]>'],
    'css': ['// kafka:a.B'],
    'nonsense': ['x // kafka:a.B', 'x # kafka:a.B', '--kafka:a.B', 'kafka:a.B', '#!kafka:a.B', '* kafka:a.B'],
  };
  for (const [names, texts] of Object.entries(elsewhere)) {
    it(`are found nowhere else in ${names}`, () => {
      for (const name of names.split(' ')) for (const text of texts) expect(inLine(name, text), `${name}: ${text}`).to.be.empty;
    });
  }

  it('are no addresses, images, users and groups, wherever these stand', () => {
    const addresses = ['kafka:9092', 'PLAINTEXT://kafka:9092', 'kafka:9092,kafka2:9092', 'kafka:9092/x', 'kafka:2.2.0', 'kafka:v2.2.0', 'kafka:3-jdk11', 'kafka:cp-7.5.0', 'kafka:latest', 'kafka:latest-alpine.', 'kafka:kafka', '(kafka:kafka)', 'kafka:${TAG}', 'kafka:$TAG', 'kafka:<tag>', 'kafka://kafka:9092', 'kafka:/', 'kafka:', 'kafka:9092.'];
    for (const address of addresses) {
      for (const line of [`// ${address}`, `/* ${address} */`, `f(${address}) // a ${address} b`]) expect(inLine('java', line), line).to.be.empty;
      for (const language of ['sh', 'yaml', 'properties', 'dockerfile', 'nonsense']) {
        for (const line of [`# ${address}`, `--bootstrap-server ${address}`, `- ${address}`, `"${address}"`, `image: ${address} # ${address}`]) {
          expect(inLine(language, line), `${language}: ${line}`).to.be.empty;
        }
      }
    }
  });

  it('are still found beside addresses, also where they are wrong', () => {
    expect(inLine('java', '"http://kafka:8083/x"; // kafka:9092 is kafka:kafka.log.Log')).to.deep.equal(['kafka:kafka.log.Log']);
    expect(inLine('sh', 'x --bootstrap-server kafka:9092 # kafka:Log')).to.deep.equal(['kafka:Log']);
    expect(inLine('yaml', '# kafka:kafka.log kafka:kafka#x kafka:a..B')).to.deep.equal(['kafka:kafka.log', 'kafka:kafka#x', 'kafka:a..B']);
  });

  it('are those of blocks that name a language other than text, Markdown and diagrams', () => {
    for (const info of ['java', 'scala title', ' properties', 'sh', '{.java}', 'java{1,3}']) expect(isAnnotatedCode(info), info).to.be.true;
    for (const info of ['', 'text', 'txt', 'md', 'markdown', 'Mermaid', '{}']) expect(isAnnotatedCode(info), info).to.be.false;
    expect(note('```', '// kafka:a.A', '```', '', '    // kafka:a.B').anchors).to.be.empty;
    expect(inLine('{.java .numberLines}', 'x // kafka:a.B')).to.deep.equal(['kafka:a.B']);
    expect(inLine('JAVA title=x', 'x // kafka:a.B')).to.deep.equal(['kafka:a.B']);
  });

  it('are anchors of the note, each at its exact place, and mention what they name', () => {
    const read = note('# Title [T](kafka:a.T)', '', '> 1. ```scala', '>    f() // kafka:a.A#f', '>    ```', '', '- ~~~java\r', '  // kafka:a.M', '  ~~~');
    expect(anchors(read)).to.deep.equal([
      ['kafka:a.T', '[T](kafka:a.T)', 'T'],
      ['kafka:a.A#f', 'kafka:a.A#f', 'f()'],
      ['kafka:a.M', 'kafka:a.M', 'kafka:a.M'],
    ]);
    expect(read.anchors.map(({ role, inBlock, section }) => [role, inBlock, section])).to.deep.equal([
      ['subject', undefined, 1],
      ['mention', 'code', 1],
      ['mention', 'code', 1],
    ]);
  });

  it('say what is wrong with them at the place', () => {
    expect(problems(note('```java', 'int a; // kafka:a.B:12', '```'))).to.deep.equal([['anchor/lineNumber', 1, ':12']]);
  });
});
