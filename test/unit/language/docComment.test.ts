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

  it('is read quickly, whatever it is', () => {
    const began = Date.now();
    for (const piece of ['{@code ', '<pre>', '{{{', '<a href="https://', '&', '[[a ', "'''", '/*', '<'])
      parseDocComment(`/**${piece.repeat(50_000)}`);
    expect(Date.now() - began).to.be.lessThan(3000);
  });
});
