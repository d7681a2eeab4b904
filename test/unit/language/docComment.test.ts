import { expect } from 'chai';
import { parseDocComment, summaryOf } from '../../../src/core/language/docComment';

function described(...lines: readonly string[]): string {
  return parseDocComment(`/**\n${lines.map((line) => ` * ${line}\n`).join('')} */`).description;
}

describe('a doc comment', () => {
  it('loses its marks, and its lines run on', () => {
    expect(parseDocComment('/** One line. */').description).to.equal('One line.');
    expect(parseDocComment('/**\r\n    *  Two\r\n    *  lines.\r\n    */').description).to.equal('Two lines.');
    expect(parseDocComment('/**\n  No stars.\n */').description).to.equal('No stars.');
    expect(described('First', 'still.', '', 'Second.')).to.equal('First still.\n\nSecond.');
    expect(parseDocComment('/***/').description).to.equal('');
    expect(parseDocComment('/**').description).to.equal('');
  });

  it('keeps code as it is', () => {
    expect(described('{@code Map<K, V>} and <code>a_b</code> and `c*d`')).to.equal('`Map<K, V>` and `a_b` and `c*d`');
    expect(described('{@code a {b} c}')).to.equal('`a {b} c`');
    expect(described('<code>a &lt; b</code>')).to.equal('`a < b`');
    expect(described('<pre>', '  int a = 1;', '', '    b();', '</pre>', 'after')).to.equal(
      '    int a = 1;\n    \n      b();\n\nafter',
    );
    expect(described('{{{', 'val a = 1', '}}}')).to.equal('    val a = 1');
    expect(described('<pre>{@code', '  List<String> a;', '}</pre>')).to.equal('    List<String> a;');
  });

  it('names what it links to', () => {
    expect(described('{@link KafkaProducer#send(ProducerRecord, Callback) send}')).to.equal('send');
    expect(described('{@link #send(ProducerRecord)}, {@link org.apache.kafka.Log#append}')).to.equal(
      '`send(ProducerRecord)`, `Log.append`',
    );
    expect(described('[[kafka.log.Log]] or [[kafka.log.Log the log]]')).to.equal('`Log` or the log');
    expect(described('<a href="https://kafka.apache.org/a?b=c">the docs</a>')).to.equal(
      '[the docs](<https://kafka.apache.org/a?b=c>)',
    );
  });

  it('turns HTML and entities into Markdown, and types in angle brackets into themselves', () => {
    expect(described('One<p>two</p><ul><li>a</li>', '<li>b</li></ul>three')).to.equal('One\n\ntwo\n\n- a\n- b\n\nthree');
    expect(described('<b>bold</b> and <i>more</i> a &amp; b &#64; &hellip;')).to.equal('**bold** and *more* a \\& b @ …');
    expect(described('One', '<h3>Head</h3>', 'two')).to.equal('One\n\n**Head**\n\ntwo');
    expect(described('a List<String>')).to.equal('a List\\<String\\>');
    expect(described("'''bold''' and ''italic''")).to.equal('**bold** and *italic*');
    expect(described('Things:', ' - one', '   goes on', ' - two', ' 1. three')).to.equal(
      'Things:\n\n- one goes on\n- two\n1. three',
    );
  });

  it('lets nothing through that is not its own', () => {
    expect(described('[x](command:evil) <img src=x onerror=y> <a href="javascript:x">y</a> **no** # no')).to.equal(
      '\\[x\\](command:evil) \\<img src=x onerror=y\\> y \\*\\*no\\*\\* \\# no',
    );
    expect(described('{@code `` ` }')).to.equal('``` `` ` ```');
  });

  it('has tags, in the order written', () => {
    const { description, tags } = parseDocComment(`/**
     * Appends.
     * @param batch the {@link Batch}
     *              to append
     * @param <T> a type
     * @return its offset
     * @throws IOException if it fails
     * @author nobody
     * @see Log
     */`);
    expect(description).to.equal('Appends.');
    expect(tags).to.deep.equal([
      { kind: 'param', name: 'batch', text: 'the `Batch` to append' },
      { kind: 'param', name: '<T>', text: 'a type' },
      { kind: 'return', name: undefined, text: 'its offset' },
      { kind: 'throws', name: 'IOException', text: 'if it fails' },
      { kind: 'see', name: undefined, text: '`Log`' },
    ]);
  });

  it('is summed up by its first paragraph', () => {
    expect(summaryOf(parseDocComment('/** First.\n * <p>\n * Second. */'))).to.equal('First.');
  });

  it('may begin with a tag', () => {
    const kinds = (comment: string) =>
      parseDocComment(comment).tags.map(({ kind, name, text }) => [kind, name ?? '', text].join(' '));
    expect(parseDocComment('/** @return the size */')).to.deep.equal({
      description: '',
      tags: [{ kind: 'return', name: undefined, text: 'the size' }],
    });
    expect(kinds('/**\n * @param x - the x\n * @return the size\n */')).to.deep.equal(['param x the x', 'return  the size']);
    expect(kinds('/** @deprecated use {@link B} */')).to.deep.equal(['deprecated  use `B`']);
    expect(kinds('/**@since 2.0*/')).to.deep.equal(['since  2.0']);
    expect(kinds('/**\n @author me\n @throws {@link a.B} c\n*/')).to.deep.equal(['throws B c']);
    expect(kinds('/**\n * Text\n * @tparam K key\n * @note a\n * @apiNote b\n * @example c\n * @version 1\n */')).to.deep.equal([
      'param K key',
      'note  a',
      'note  b',
      'example  c',
    ]);
  });

  it('keeps an @ in the middle of a line, and annotations in code', () => {
    expect(described('Ask me@example.org or @home.')).to.equal('Ask me@example.org or @home.');
    expect(described('{@code', '@Override', 'void a()}', 'tail')).to.equal('`@Override void a()` tail');
    expect(described('<pre>', '@Test', '@param b', '</pre>', 'tail')).to.equal('    @Test\n    @param b\n\ntail');
    expect(described('{{{', '@tailrec', '}}}')).to.equal('    @tailrec');
    const { description, tags } = parseDocComment('/**\n * {@code not closed\n * @return {@code b}\n */');
    expect([description, tags[0]?.text]).to.deep.equal(['{@code not closed', '`b`']);
  });

  it('shows the reference, the label or the words of a @see', () => {
    const seen = (text: string) => parseDocComment(`/** @see ${text} */`, 'java').tags[0]?.text;
    expect(seen('org.a.Log#append(Batch, int)')).to.equal('`Log.append(Batch, int)`');
    expect(seen('#append(Map<K, V>) the <i>label</i>')).to.equal('the *label*');
    expect(seen('"The book"')).to.equal('"The book"');
    expect(seen('<a href="https://x.org">docs</a>')).to.equal('[docs](<https://x.org>)');
    expect(parseDocComment('/** @see The documentation of [[a.B]] */', 'scala').tags[0]?.text).to.equal(
      'The documentation of `B`',
    );
  });

  for (const [rule, text, expected] of [
    ['nested braces in code', '{@code if (a) { b { c } }} tail', '`if (a) { b { c } }` tail'],
    ['a literal', '{@literal a < b {c} *d*}', 'a \\< b {c} \\*d\\*'],
    ['entities in {@code} as they are written', '{@code a &lt; b}', '`a &lt; b`'],
    ['a label with markup', '{@linkplain Map#get(Object) the <b>value</b> {@code a}}', 'the **value** `a`'],
    ['a link with type arguments', '{@link java.util.Map<K, V>#get}', '`Map<K, V>.get`'],
    ['a module', '{@link java.base/java.util.List}', '`List`'],
    ['a value', '{@value #SIZE} {@value} {@value "%d" A#B}', '`SIZE` `A.B`'],
    ['newer inline tags', '{@summary A {@code b}.} {@index "c d" e} {@index f g} {@systemProperty h}', 'A `b`. c d f `h`'],
    ['a snippet', '{@snippet lang=java :\n  int a;\n  @Test\n}', '    int a;\n    @Test'],
    ['nothing for an inherited text', '{@inheritDoc} More.', 'More.'],
    ['a returned value', '{@return the <i>size</i>}', 'Returns the *size*.'],
    ['HTML in capitals', 'a<P>b <CODE>c</CODE><UL><LI>d</LI></UL>', 'a\n\nb `c`\n\n- d'],
    [
      'types beside HTML',
      'a List<P>, Map<K, V>, <T>, Foo<B> and <B>b</B>',
      'a List\\<P\\>, Map\\<K, V\\>, \\<T\\>, Foo\\<B\\> and **b**',
    ],
    ['code in code', '<code>a <b>b</b> {@link C} &lt;</code>', '`a b C <`'],
    ['inline tags in lines of code', '<pre>\n a {@link B#c} &amp;\n   <b>d</b> List<E>\n</pre>', '    a B.c &\n      d List<E>'],
    ['several tags in lines of code', '<PRE> {@code a {\n } } {@literal <b>}\n</PRE>', '    a {\n    }  <b>'],
    ['nested lists', '<ul><li>a<ol><li>b<li>c</ol><li>d</ul>e', '- a\n  1. b\n  2. c\n- d\n\ne'],
    ['nested items that are written', 'x\n - a\n   - b\n     more\n - c\n\ny', 'x\n\n- a\n  - b more\n- c\n\ny'],
    ['code in an item', '<ul><li>a<pre>b\n\n[c](d)</pre></ul>', '- a\n\n  ```\n  b\n  \n  [c](d)\n  ```'],
    ['code below a list', '<ul><li>a</ul><pre>*b*</pre>', '- a\n\n```\n*b*\n```'],
    [
      'a table',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td>{@code e|f}</td></tr></table>',
      '| a | b |\n| --- | --- |\n| c\\|d | `e\\|f` |',
    ],
    ['a table without a head', '<table><tr><td>a<p>b</td></tr></table>', '|  |\n| --- |\n| a b |'],
    ['a quotation', 'a<blockquote>b<p>c</blockquote>d', 'a\n\n> b\n>\n> c\n\nd'],
    ['definitions', '<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>', '- a\n\n  b\n- c'],
    ['a rule and a heading', 'a<hr/>b<H2 id="x">c <i>d</i></H2>e', 'a\n\n---\n\nb\n\n**c *d***\n\ne'],
    ['entities', '&lt;&#64;&#x41;&copy;&nbsp;&alpha;&unknown; & b', '\\<@A© α\\&unknown; \\& b'],
    [
      'entities in the numbers of Windows, and those that are no characters',
      '&#146;&#x80;&#0;&#xD800;&#1114112; &hellip &constructor;',
      '’€��� \\&hellip \\&constructor;',
    ],
    [
      'links',
      '<a href="http://a.b/c_d?e=f&amp;g=h">i</a> <A HREF=\'#x\'>j</A> <a name="y">k</a>',
      '[i](<http://a.b/c_d?e=f&g=h>) j k',
    ],
    ['addresses in a text', 'See https://a.b/c_d#e.', 'See [https://a.b/c\\_d\\#e](<https://a.b/c_d#e>).'],
    ['no image where a link follows', 'a!<a href="https://x">b</a>', 'a\\![b](<https://x>)'],
    ['a comment in HTML', 'a <!-- {@code b --> c', 'a c'],
    ['unclosed tags and elements', 'a {@code b <b>c\n\n{d <code>e', 'a {@code b **c**\n\n**{d `e`**'],
    ['bold beside letters', 'a<b>(b)</b>c <b> d </b>e', 'a(b)c **d** e'],
    ['tabs', '<pre>\n\ta\n\t\tb\n</pre>', '    a\n    \tb'],
    ['paragraphs that look like other blocks', '<p>- a<p>1. b<p>=== c<p># d', '\\- a\n\n1\\. b\n\n\\=== c\n\n\\# d'],
  ] as const) {
    it(`shows ${rule}`, () => {
      expect(parseDocComment(`/** ${text} */`, 'java').description).to.equal(expected);
    });
  }

  for (const [rule, text, expected] of [
    ['marks', "'''bold ''both'' more''' ''it'' __under__ `code`", '**bold *both* more** *it* under `code`'],
    ['single marks as text', "__consumer_offsets and '' and it's", "\\_\\_consumer\\_offsets and '' and it's"],
    [
      'links',
      '[[a.b.C]] [[a.b.C the label]] [[https://x.org the site]] [not]',
      '`C` the label [the site](<https://x.org>) \\[not\\]',
    ],
    ['headings', '=Head=\ntext\n== Sub ==\nmore', '**Head**\n\ntext\n\n**Sub**\n\nmore'],
    ['lists', '\n  - a\n    1. b\n    1. c\n  - d\n  I. e', '- a\n  1. b\n  1. c\n- d\n1. e'],
    ['code', '{{{\nval a = <b>\n\n  c\n}}} tail', '    val a = <b>\n    \n      c\n\ntail'],
    ['variables', '$what and ${what}s, $other\n@define what the *log*', 'the \\*log\\* and the \\*log\\*s, $other'],
    ['Javadoc’s tags as well', '{@code a} {@link B}', '`a` `B`'],
  ] as const) {
    it(`shows Scaladoc’s ${rule}`, () => {
      expect(parseDocComment(`/** ${text} */`, 'scala').description).to.equal(expected);
    });
  }

  it('has marks of Scaladoc in Scala alone', () => {
    expect(parseDocComment("/** '''a''' [[B]] {{{c}}} */", 'java').description).to.equal("'''a''' \\[\\[B\\]\\] {{{c}}}");
  });

  it('is cut between words: never in code, a link, an entity or a character', () => {
    for (let length = 7900; length < 8010; length++) {
      const before = 'word '.repeat(Math.floor(length / 5)).padEnd(length, 'x');
      for (const [piece, whole] of [
        ['{@code int a = 1; int b}', '`int a = 1; int b`'],
        ['<a href="https://x.org">some label</a>', '[some label](<https://x.org>)'],
        ['&lt;&gt;&amp;', '\\<\\>\\&'],
        ['<pre>int a;\nint b;</pre>', '    int a;\n    int b;'],
        ['😀😀😀', '😀😀😀'],
      ] as const) {
        const { description } = parseDocComment(`/** ${before} ${piece} ${'tail '.repeat(100)} */`, 'java');
        const behind = description.slice(description.lastIndexOf('word') + 4).replace(/^ ?x*\s*/, '');
        expect(description.endsWith('…')).to.equal(true);
        expect(description.length).to.be.lessThan(8100);
        const isEntity = piece.startsWith('&');
        expect(behind).to.match(isEntity ? /^(?:\\[<>&])*\s*(?:tail ?)*\s*…$/ : /^[\s\S]*…$/);
        if (!isEntity && piece !== '😀😀😀') expect(/int|some|x\.org/.test(behind)).to.equal(behind.includes(whole.trim()));
        expect(description).not.to.match(/\p{Surrogate}/u);
      }
    }
    const long = parseDocComment(`/** ${'日志😀'.repeat(5000)} */`).description;
    expect([/\p{Surrogate}/u.test(long), long.length > 7900, long.endsWith(' …')]).to.deep.equal([false, true, true]);
  });

  it('is read quickly, whatever it is', () => {
    for (const piece of [
      '{@code ',
      '<pre>',
      '{{{',
      '<a href="https://',
      '&',
      '[[a ',
      "'''",
      '__a ',
      '/*',
      '<',
      '<!--',
      '<B>',
      '<ul>',
      '``a',
      '\n* @param x y',
      '\n* - a',
    ]) {
      const began = Date.now();
      parseDocComment(`/**${piece.repeat(40_000)}`);
      expect(Date.now() - began, piece).to.be.lessThan(4000);
    }
  });
});
