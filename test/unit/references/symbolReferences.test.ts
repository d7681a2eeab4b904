import { expect } from 'chai';
import { BindingIndex } from '../../../src/core/bindings/bindingIndex';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import { parseNote } from '../../../src/core/notes/parseNote';
import { referencesAt, type ReferringSection } from '../../../src/core/references/symbolReferences';
import { readTable } from '../bindings/readTable';

const source = `package kafka.log

class Log(val dir: String) {
  def append(records: Int): Unit = {
    // a comment
  }
  def flush(): Unit = ()
  def flush(offset: Long): Unit = ()
  private def quiet(): Unit = {
    1
  }
  class Segment {
    def size: Int = 0
  }
}

object Log {
  val max = 1
}
`;

const notes = {
  'file:///a.md': `# On the [log](kafka:kafka.log.Log)

The [log](kafka:kafka.log.Log) has [append](kafka:kafka.log.Log#append) and [append](kafka:kafka.log.Log#append) again.

## What [appends](kafka:kafka.log.Log#append)

[Flushing](kafka:kafka.log.Log#flush), [that](kafka:kafka.log.Log#flush(Long)), [sizes](kafka:kafka.log.Log.Segment#size), [none](kafka:kafka.log.Log#apend).
`,
  'file:///b.md': 'In [append](kafka:kafka.log.Log#append:~:text=comment), and [max](kafka:kafka.log.Log$#max).\n',
};

const file = 'kafka/log/Log.scala';

describe('where notes speak of a symbol', () => {
  async function at(before: string, shift = 0): Promise<ReturnType<typeof referencesAt>> {
    const table = await readTable({ [file]: source });
    const index = new BindingIndex({ table, release: noRelease, hasFile: () => false });
    for (const [uri, text] of Object.entries(notes)) index.setNote(parseNote(uri, text));
    index.answer(
      index.pending().map((search) => {
        const start = { line: 4, character: 9 };
        return { search, places: [{ start, end: { line: 4, character: 16 } }] };
      }),
    );
    const lines = source.slice(0, source.indexOf(before) + shift).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return referencesAt(index.leadingInto(file), table.outline(file)?.symbols ?? [], position);
  }

  /** `a.md#1×2`: two anchors in the section of this index. */
  function shown(sections: readonly ReferringSection[]): string[] {
    return sections.map(({ note, section, bindings }) => `${note.slice('file:///'.length)}#${section}×${bindings.length}`);
  }

  it('tells the sections about it from those that mention it, each once with all its anchors', async () => {
    const { symbol, about, mentions, possibly, members } = await at('append(', 3);
    expect(symbol?.path).to.equal('kafka.log.Log#append');
    expect([shown(about), shown(mentions), shown(possibly), members]).to.deep.equal([
      ['a.md#2×1'],
      ['a.md#1×2', 'b.md#0×1'],
      [],
      [],
    ]);
  });

  it('has for a type what is about it and what is said of its members, in their order', async () => {
    const found = await at('class Log', 7);
    expect([shown(found.about), shown(found.mentions)]).to.deep.equal([['a.md#1×2'], []]);
    expect(found.unmentioned).to.equal(undefined);
    expect(found.members.map(({ symbol, about, mentions }) => [symbol?.name, shown(about), shown(mentions)])).to.deep.equal([
      ['append', ['a.md#2×1'], ['a.md#1×2', 'b.md#0×1']],
      ['flush', [], ['a.md#2×1']],
      ['size', [], ['a.md#2×1']],
    ]);
  });

  it('says of an anchor that fits several only that it is possible, and of one that fits none nothing', async () => {
    const found = await at('flush()', 2);
    expect([found.symbol?.parameters, shown(found.about), shown(found.mentions), shown(found.possibly)]).to.deep.equal([
      [],
      [],
      [],
      ['a.md#2×1'],
    ]);
  });

  it('tells of what is around where no note speaks of the symbol, and of which', async () => {
    const found = await at('    1\n', 4);
    expect(found.unmentioned?.name).to.equal('quiet');
    expect(found.symbol?.path).to.equal('kafka.log.Log');
    const size = await at('class Segment', 8);
    expect([size.symbol?.path, size.members.length]).to.deep.equal(['kafka.log.Log.Segment', 1]);
  });

  it('does not take a companion for the class', async () => {
    const found = await at('object Log', 8);
    expect([found.symbol?.path, shown(found.about), found.members.map(({ symbol }) => symbol?.name)]).to.deep.equal([
      'kafka.log.Log$',
      [],
      ['max'],
    ]);
  });

  it('has nothing where nothing is', async () => {
    const found = await at('package', 2);
    expect([found.symbol, found.about, found.mentions, found.possibly, found.members]).to.deep.equal([undefined, [], [], [], []]);
  });
});
