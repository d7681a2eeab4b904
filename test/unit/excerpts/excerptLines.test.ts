import { expect } from 'chai';
import { finishSearch, resolve } from '../../../src/core/bindings/bind';
import { targetOf } from '../../../src/core/bindings/binding';
import { noRelease } from '../../../src/core/bindings/releaseSymbols';
import { excerptLines } from '../../../src/core/excerpts/excerptLines';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import { findFragment } from '../../../src/core/syntax/textFragment';
import { LineIndex } from '../../../src/core/util/lineIndex';
import { readTable } from '../bindings/readTable';

const file = 'a/Log.scala';
const scala = `package a

/** The log. */
@threadsafe
class Log(dir: File) {
  /**
   * Appends.
   */
  @deprecated
  def append(records: Records): Int = {
    if (error == TOO_LARGE
        && batch.size > 1) {
      split()
    }
    done()
  }
  def \`odd name\`(): Int = 1
  def this(name: String) = this(new File(name))
}

package object log { val one = 1 }
`;
const java = `package a;
public class Timer {
  public Timer(int limit) { }
}
`;
const files: Readonly<Record<string, string>> = {
  [file]: scala,
  'a/Timer.java': java,
  'config/x.properties': '# one\na=1\n\nb=2\nb=3\n\n',
};

/** Returns the lines that an excerpt shows of a text (1-based, as `FIRST-LAST`) that its anchor was bound to as `bound`. */
async function lines(anchor: string, change = (text: string): string => text): Promise<string | undefined> {
  const parsed = parseAnchor(`kafka:${anchor}`);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const table = await readTable({ [file]: scala, 'a/Timer.java': java });
  const resolution = resolve(parsed.anchor, { table, release: noRelease, hasFile: (one) => one in files });
  const search = resolution.kind === 'search' ? resolution : undefined;
  const places = search && findFragment(files[search.target.file] ?? '', search.search.fragment, search.search.within);
  const state = resolution.kind === 'done' ? resolution.result : finishSearch(resolution.target, places);
  const target = targetOf(state);
  if (target === undefined) throw new Error(`${anchor} is ${state.state}`);
  const text = change(files[target.file] ?? '');
  const found = excerptLines(target, parsed.anchor, text, new LineIndex(text));
  return found && `${found.first + 1}-${found.last + 1}`;
}

describe('the lines of an excerpt', () => {
  it('are a symbol’s declaration with its annotations, without its doc comment', async () => {
    expect(await lines('a.Log#append')).to.equal('9-16');
    expect(await lines('a.Log')).to.equal('4-19');
    expect(await lines('a.Log#odd%20name')).to.equal('17-17');
    expect(await lines('a.Log#%3Cinit%3E(String)')).to.equal('18-18');
    expect(await lines('a.Log#%3Cinit%3E(File)')).to.equal('4-19');
    expect(await lines('a.Timer#%3Cinit%3E')).to.equal('3-3');
    expect(await lines('a.log.package$')).to.equal('21-21');
  });

  it('are all lines of a quote, from where it starts to where it ends', async () => {
    expect(await lines('a.Log#append:~:text=split')).to.equal('13-13');
    expect(await lines('a.Log#append:~:text=if%20(error,split()')).to.equal('11-13');
    expect(await lines('a.Log#append:~:text=TOO_LARGE%20%26%26%20batch')).to.equal('11-12');
    expect(await lines('a.Log#append:~:text=def-,append,if,-(error')).to.equal('10-11');
  });

  it('are a package’s clause, and a whole file without the blank lines at its end', async () => {
    expect(await lines('a')).to.equal('1-1');
    expect(await lines('/config/x.properties')).to.equal('1-5');
    expect(await lines('/config/x.properties:~:text=b=2')).to.equal('4-4');
  });

  it('are none where the text is no longer the one that was bound, for they would be a wrong place', async () => {
    const below = (text: string): string => text.replace('package a', 'package a\n');
    expect(await lines('a.Log#append', below)).to.equal(undefined);
    expect(await lines('a.Log#append:~:text=split', below)).to.equal(undefined);
    expect(await lines('a.Log#append:~:text=if,split', (text) => text.replace('split', 'part'))).to.equal(undefined);
    expect(await lines('a.Log#append', () => '')).to.equal(undefined);
  });

  it('are looked for again in a file that nobody indexes, where they are in one place', async () => {
    const more = (text: string): string => `# new\n${text}`;
    expect(await lines('/config/x.properties:~:text=b=2', more)).to.equal('5-5');
    expect(await lines('/config/x.properties:~:text=b=2', (text) => `b=2\n${text}`)).to.equal(undefined);
  });
});
