import { expect } from 'chai';
import { FileTypes, topLevelTypeOf } from '../../../src/core/map/fileTypes';
import { readTable } from '../bindings/readTable';

async function typesOf(file: string, text: string) {
  const reading = (await readTable({ [file]: text })).indexed(file);
  if (reading === undefined) throw new Error('not read');
  return new FileTypes().of(reading).map(({ name, lines }) => `${name} ${lines}`);
}

describe('the types of a file', () => {
  it('are those that stand in no other type, with the lines of their declarations', async () => {
    const java = `/* A licence. */
package a.b;

import java.util.Map;

/** What it is. */
@Deprecated
public class Log {
    class Inner {
        void f() { }
    }
}

interface Other { }
`;
    expect(await typesOf('Log.java', java)).to.deep.equal(['Log 6', 'Other 1']);
  });

  it('count a class and its companion as one', async () => {
    const scala = `package a

object Log {
  case class Entry(at: Int)
}

class Log {
  def f = 1
}

trait Closer
`;
    expect(await typesOf('Log.scala', scala)).to.deep.equal(['Log 6', 'Closer 1']);
  });

  it('are those of every package that the file declares', async () => {
    const scala = `package a
package b {
  class One
}
class Two
`;
    expect(await typesOf('Many.scala', scala)).to.have.members(['One 1', 'Two 1']);
  });

  it('are found without a package, and are none where a file has none', async () => {
    expect(await typesOf('Main.java', 'class Main {\n}\n')).to.deep.equal(['Main 2']);
    expect(await typesOf('package-info.java', 'package a;\n')).to.deep.equal([]);
  });
});

describe('the top-level type of a symbol', () => {
  const cases = [
    ['kafka.log.Log#append', ['kafka.log'], 'Log'],
    ['kafka.log.Log$#apply', ['kafka.log'], 'Log'],
    ['kafka.log.LogConfig$.LogConfigDef#define', ['kafka.log'], 'LogConfig'],
    ['kafka.log.Log', ['kafka', 'kafka.log'], 'Log'],
    ['kafka.package$#Name', ['kafka'], 'package'],
    ['Main#main', [], 'Main'],
    ['Main#main', [''], 'Main'],
  ] as const;
  for (const [path, packages, type] of cases) {
    it(`of ${path} in ${packages.join(', ') || 'no package'} is ${type}`, () => {
      expect(topLevelTypeOf(path, packages)).to.equal(type);
    });
  }
});
