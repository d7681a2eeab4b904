import { expect } from 'chai';
import { findFragment } from '../../../src/core/syntax/textFragment';
import { BindingIndex } from '../../../src/core/bindings/bindingIndex';
import type { AnnotatedPlace } from '../../../src/core/bindings/placeAt';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import { parseNote } from '../../../src/core/notes/parseNote';
import { readTable } from './readTable';

const file = 'core/kafka/log/Log.scala';
const source = `package kafka.log

/** A log. */
class Log(dir: String) {
  val size = 8

  def append(): Unit = {
    write()
    if (size > 3)
      flush(size)
    done()
  }

  /** Reads. */
  def read(): Unit = {
    find()
  }

  start()
}

object Other {
  def go(): Unit = {}
}
`;

/** Returns the answer at the first place of some words: the symbol's name, `"` for a quote, the sections by their titles. */
async function answers(...lines: string[]): Promise<(words: string) => string> {
  const index = new BindingIndex({ table: await readTable({ [file]: source }), release: noRelease, hasFile: () => undefined });
  const note = parseNote('n', lines.join('\n'));
  index.setNote(note);
  index.answer(index.pending().map((search) => ({ search, places: findFragment(source, search.fragment, search.within) })));
  expect(index.byNote('n').map(({ result }) => result.state)).to.deep.equal(note.anchors.map(() => 'exact'));
  const said = (place: AnnotatedPlace): string =>
    [
      (place.symbol?.name ?? 'file') + (place.quote === undefined ? '' : '"'),
      ...place.sections.map(({ section, role }) => `${note.sections[section]?.title} ${role}`),
    ].join(', ');
  return (words) => {
    const before = source.slice(0, source.indexOf(words)).split('\n');
    const { place, around } = index.placeAt(file, { line: before.length - 1, character: before.at(-1)!.length });
    return place !== undefined ? said(place) : around !== undefined ? `around: ${said(around)}` : 'nothing';
  };
}

const quote = (member: string, words: string): string => `[q](kafka:kafka.log.Log${member}:~:text=${encodeURIComponent(words)})`;

describe('the innermost annotated place', () => {
  it('is a quote on its lines, else the method around it, which a section about a statement only mentions', async () => {
    const at = await answers('# [A](kafka:kafka.log.Log#append)', `# B ${quote('#append', 'if (size > 3) flush(size)')}`);
    expect(at('if (')).to.equal('append", B q subject');
    expect(at('flush(')).to.equal('append", B q subject');
    expect(at('  flush(')).to.equal('append", B q subject');
    expect(at('write()')).to.equal('append, A subject, B q mention');
    expect(at('append()')).to.equal('append, A subject, B q mention');
  });

  it('names a section whose words mention the place before one whose diagram shows it', async () => {
    const click = 'click L href "kafka:kafka.log.Log#append"';
    const drawn = ['```mermaid', 'flowchart LR', '  L[append]', `  ${click}`, '```'];
    const at = await answers('# A', ...drawn, '# B', 'See [append](kafka:kafka.log.Log#append).', '# C', ...drawn);
    expect(at('append()')).to.equal('append, B mention, A mention, C mention');
  });

  it('is the smallest of several quotes, and all of those that stand on its line where the cursor is in none', async () => {
    const at = await answers(
      `# A ${quote('#append', 'if (size > 3) flush(size) done()')}`,
      `# B ${quote('', 'if')}`,
      `# C\n${quote('#append', 'size > 3')}`,
    );
    expect(at('size > 3')).to.equal('append", C mention');
    expect(at('if (')).to.equal('Log", B q subject');
    expect(at('done()')).to.equal('append", A q subject');
    expect(at('    if (')).to.equal('Log", B q subject, C mention');
  });

  it('is a declaration of one line, but for the words in it that are quoted', async () => {
    const at = await answers('# [A](kafka:kafka.log.Log#size)', `# B ${quote('#size', '8')}`);
    expect(at('val size')).to.equal('size, A subject, B q mention');
    expect(at('8\n')).to.equal('size", B q subject');
  });

  it('is none in a member without notes, which offers what is about its type', async () => {
    const at = await answers('# [A](kafka:kafka.log.Log)', '# B\n[L](kafka:kafka.log.Log)', `# C ${quote('', 'write()')}`);
    expect(at('find()')).to.equal('around: Log, A subject');
    expect(at('Reads.')).to.equal('around: Log, A subject');
    expect(at('val size')).to.equal('around: Log, A subject');
    expect(at('start()')).to.equal('Log, A subject');
    expect(at('class Log')).to.equal('Log, A subject, C q mention, B mention');
    expect(at('A log.')).to.equal('Log, A subject, C q mention, B mention');
    expect(at('go()')).to.equal('nothing');
  });

  it('is none in a member without notes, which offers what is about other members where nothing is about the type', async () => {
    const at = await answers(
      `# A ${quote('#append', 'flush(size)')}`,
      '# B\n[L](kafka:kafka.log.Log) and [append](kafka:kafka.log.Log#append)',
      '# [C](kafka:kafka.log.Log#size)',
    );
    expect(at('find()')).to.equal('around: Log, C subject, A q subject');
    expect(at('go()')).to.equal('nothing');
  });

  it('is a quote that only a table refers to, unless a section is about the code around it', async () => {
    const row = (anchor: string): string => `| a |\n| - |\n| ${anchor} |`;
    const mentioned = await answers('# A', row(quote('#append', 'flush(size)')), '# B\n[a](kafka:kafka.log.Log#append)');
    expect(mentioned('flush(')).to.equal('append", A reference');
    expect(mentioned('done()')).to.equal('append, B mention');
    const explained = await answers('# A', row(quote('#append', 'flush(size)')), '# [B](kafka:kafka.log.Log#append)');
    expect(explained('flush(')).to.equal('append, B subject');
  });

  it('is never what only a table refers to, nor the type where that is only mentioned', async () => {
    const at = await answers('# A', '| a |', '| - |', '| [x](kafka:kafka.log.Log#read) |', '', '# B', '[L](kafka:kafka.log.Log)');
    expect([at('find()'), at('start()'), at('package')]).to.deep.equal(['nothing', 'nothing', 'nothing']);
    expect(at('class Log')).to.equal('Log, B mention');
  });
});
