import { expect } from 'chai';
import { fileCandidates, symbolCandidates } from '../../../src/core/bindings/candidates';
import { NameDistance } from '../../../src/core/bindings/nameDistance';
import { parseAnchor } from '../../../src/core/notes/parseAnchor';
import type { MutableSymbolTable } from '../../../src/core/symbols/createSymbolTable';
import { readTable } from './readTable';

describe('symbolCandidates', () => {
  let table: MutableSymbolTable;
  before(async () => {
    const many = Array.from({ length: 12 }, (_, index) => `class C${index} { def crowded(): Int = ${index} }`).join('\n');
    table = await readTable({
      'kafka/log/Log.scala': `package kafka.log
class Log(dir: File) { def append(records: Records): Int = 1; def append(r: Records, o: Long): Int = 2; def appendd(): Int = 3 }
object Log { def offsetFromFile(f: File): Long = 1 }
class LogSegment { def append(x: Int): Int = 1 }
`,
      'kafka/server/Log.scala': 'package kafka.server\nclass Log(name: String) { def read(): Int = 1 }\n',
      'kafka/many/Many.scala': `package kafka.many\n${many}\n`,
      'org/Errors.java': 'package org; enum Errors { NONE, UNKNOWN }',
    });
  });

  function candidates(text: string): string[] {
    const parsed = parseAnchor(`kafka:${text}`);
    if (!parsed.ok || parsed.anchor.target.kind !== 'symbol') throw new Error(text);
    return symbolCandidates(parsed.anchor.target, table).map(({ target: { symbol }, reason }) => {
      return `${reason} ${symbol?.path ?? ''}${symbol?.parameters === undefined ? '' : `(${symbol.parameters.join()})`}`;
    });
  }

  it('names other overloads first, the nearest in number of parameters before the rest', () => {
    expect(candidates('kafka.log.Log#append(Int)')).to.deep.equal([
      'otherParameters kafka.log.Log#append(Records)',
      'otherParameters kafka.log.Log#append(Records,Long)',
      'otherContainer kafka.log.LogSegment#append(Int)',
      'similarName kafka.log.Log#appendd()',
    ]);
  });

  it('names the other spelling, and almost the same names in the same type', () => {
    expect(candidates('kafka.log.Log#Appendd')).to.deep.equal([
      'caseDiffers kafka.log.Log#appendd()',
      'similarName kafka.log.Log#append(Records)',
      'similarName kafka.log.Log#append(Records,Long)',
    ]);
    expect(candidates('kafka.log.Log#offsetFromfile')).to.deep.equal(['caseDiffers kafka.log.Log$#offsetFromFile(File)']);
    expect(candidates('kafka.log.LogSegmnet')).to.deep.equal(['similarName kafka.log.LogSegment']);
    expect(candidates('kafka.log.logsegment')).to.deep.equal(['caseDiffers kafka.log.LogSegment']);
  });

  it('names symbols of the same name elsewhere', () => {
    expect(candidates('kafka.raft.Log')).to.deep.equal([
      'sameName kafka.log.Log',
      'sameName kafka.log.Log$',
      'sameName kafka.server.Log',
    ]);
    expect(candidates('kafka.log.LogSegment$')).to.deep.equal(['otherKind kafka.log.LogSegment']);
    expect(candidates('kafka.log.Log#read')[0]).to.equal('otherContainer kafka.server.Log#read()');
    expect(candidates('org.Errors.NONE')).to.deep.equal(['sameName org.Errors#NONE']);
  });

  it('names only the constructors of types with the same name', () => {
    expect(candidates('kafka.raft.Log#<init>')).to.deep.equal([
      'otherContainer kafka.log.Log#<init>(File)',
      'otherContainer kafka.server.Log#<init>(String)',
    ]);
  });

  it('names eight at most', () => {
    expect(candidates('kafka.log.Log#crowded')).to.have.length(8);
  });

  it('names nothing where nothing is near', () => {
    expect(candidates('kafka.log.Log#zookeeper')).to.deep.equal([]);
  });

  it('names source files of the same name', () => {
    expect(fileCandidates('core/Log.scala', table).map(({ target }) => target.file)).to.deep.equal([
      'kafka/log/Log.scala',
      'kafka/server/Log.scala',
    ]);
    expect(fileCandidates('og.scala', table)).to.deep.equal([]);
  });
});

describe('nameDistance', () => {
  it('counts letters inserted, deleted, replaced and swapped', () => {
    const cases: [string, string, number][] = [
      ['append', 'append', 0],
      ['append', 'apend', 1],
      ['append', 'apppend', 1],
      ['append', 'appemd', 1],
      ['append', 'appedn', 1],
      ['', 'ab', 2],
      ['ca', 'abc', 3],
      ['kitten', 'sitting', 3],
    ];
    for (const [one, other, distance] of cases) {
      expect(new NameDistance(one).to(other, 5), `${one} ${other}`).to.equal(distance);
      expect(new NameDistance(other).to(one, 5), `${other} ${one}`).to.equal(distance);
    }
  });

  it('stops counting above the limit', () => {
    expect(new NameDistance('kitten').to('sitting', 2)).to.equal(3);
    expect(new NameDistance('a').to('abcdef', 2)).to.equal(3);
  });
});
