import { expect } from 'chai';
import { parseNote } from '../../../src/core/notes/parseNote';
import { unknownNames } from '../../../src/core/standard/names';
import { SourceWords } from '../../../src/core/standard/sourceWords';
import { readStandard } from '../../../src/core/standard/standard';
import { cut } from '../notes/shown';

const source = `
package kafka.log
object LogConfig { val FlushProp = "flush.messages" }
class Log(name: String) extends Logging {
  new KafkaThread("log-thread-" + id, s"executor-$purgatory")
  warn(s"Found a corrupted index file \${file} at offset " +
    s"$offset, deleting it")
  if (error == Errors.NONE) append(records)
}`;

/** Returns the problems of a note's text as `code: span`. */
function problems(text: string, standard = 'later: [Since]'): string[] {
  const words = new SourceWords();
  words.add(source);
  const note = parseNote('n.md', text);
  return unknownNames(note, words, readStandard(standard)).map(({ code, range }) => `${code}: ${cut(note, range)}`);
}

describe('names in a note’s code spans', () => {
  for (const text of [
    'Log',
    'Log.append()',
    'Log#append(records)',
    'LogConfig$.FlushProp',
    'flush.messages',
    'flush.messages=1',
    'log-thread-7',
    'log-thread-<id>',
    'executor-Log',
    'error == Errors.NONE',
    '1 + 2',
    'Found a corrupted index file … at offset …, deleting it',
    'Found a corrupted index file <path> at offset 12',
    '副本-0、1',
  ]) {
    it(`are known: ${text}`, () => expect(problems(`It is \`${text}\`.`)).to.deep.equal([]));
  }

  for (const [text, code] of [
    ['Logg', 'name'],
    ['Log.appendd()', 'name'],
    ['flush.message', 'name'],
    ['flush.messages=1, flush.ms=2', 'name'],
    ['lag-thread-7', 'name'],
    ['Found a corrupt index file at offset', 'quote'],
    ['Found a corrupted index file … at an offset', 'quote'],
  ] as const) {
    it(`are not known: ${text}`, () => expect(problems(`It is \`${text}\`.`)).to.deep.equal([`standard/${code}: \`${text}\``]));
  }

  it('are looked for in tables and in links, not in blocks of code, comments and front matter', () => {
    const text =
      '---\ntitle: a `Nope`\n---\n<!-- `Nope` -->\n\n```java\nx(`Nope`)\n```\n\n| a | b |\n|---|---|\n| `One` | [`Two`](kafka:kafka.log.Log) |\n';
    expect(problems(text)).to.deep.equal(['standard/name: `One`', 'standard/name: `Two`']);
  });

  it('may be of later releases below such a heading, and of the outside where the standard lists them', () => {
    const text = '## Now\n`jstack` `x.sh` `Later`\n## Since 1\n`Later`\n### Deeper\n`Later`\n## Now again\n`Later`\n';
    expect(problems(text, 'later: [Since]\noutside: [jstack, "*.sh"]')).to.deep.equal([
      'standard/name: `Later`',
      'standard/name: `Later`',
    ]);
  });
});
