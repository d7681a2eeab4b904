import { expect } from 'chai';
import { surroundingsOf } from '../../../src/core/bindings/surroundings';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import type { MutableSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { readTable } from './readTable';

describe('what is there of a missing anchor', () => {
  let table: MutableSymbolTable;
  before(async () => {
    table = await readTable({
      'kafka/log/Log.scala': `package kafka.log
class Log { def appendAsLeader(): Int = 1; def flush(): Unit = (); def roll(): Unit = (); class Inner { def deep(): Int = 1 } }
object Log { def offsetFromFile(): Long = 1 }
class LogSegment
`,
    });
  });

  function around(text: string): readonly [string, string | undefined, readonly (string | undefined)[]] | undefined {
    const parsed = parseAnchor(`kafka:${text}`);
    if (!parsed.ok) throw new Error(text);
    const found = surroundingsOf(parsed.anchor.target, table);
    return found && [found.path, found.type?.symbol?.path, found.members.map(({ symbol }) => symbol?.path.split(/[.#]/).at(-1))];
  }

  it('is the class of a member, with its members, the likest names first, those of its companion too', () => {
    const [path, type, members] = around('kafka.log.Log#appendAsFollower') ?? [];
    expect([path, type, members?.[0]]).to.deep.equal(['kafka.log.Log', 'kafka.log.Log', 'appendAsLeader']);
    expect(members).to.have.members(['appendAsLeader', 'offsetFromFile', 'flush', 'roll']);
  });

  it('is the type around a nested type, else the package', () => {
    expect(around('kafka.log.Log.Innner')).to.deep.equal(['kafka.log.Log', 'kafka.log.Log', ['Inner']]);
    expect(around('kafka.log.LogSegmnt#x')).to.deep.equal(['kafka.log', undefined, ['LogSegment', 'Log', 'Log$']]);
  });

  it('is nothing where nothing of the path is there, and for files', () => {
    expect(around('org.nowhere.Thing#x')).to.equal(undefined);
    expect(around('/core/no.scala')).to.equal(undefined);
  });
});
