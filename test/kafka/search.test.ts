import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoteIndex } from '../../src/core/search/noteIndex';
import type { NotedAs } from '../../src/core/search/rankSymbols';
import { search, type SearchGroup, type SearchSources } from '../../src/core/search/search';
import { createSymbolTable, type MutableSymbolTable } from '../../src/core/symbols/createSymbolTable';
import { languageOf } from '../../src/core/syntax/language';
import { kafkaSource } from '../cli/kafkaSource';
import { readInto, readTable } from '../unit/bindings/readTable';
import { atOnce, indexOf, shippedNotes } from '../unit/search/shippedNotes';

/** The part of Kafka that the notes speak of most. */
const folders = [
  'core/src/main/scala/kafka/server',
  'core/src/main/scala/kafka/log',
  'core/src/main/scala/kafka/cluster',
  'core/src/test/scala/unit/kafka/server',
  'clients/src/main/java/org/apache/kafka/clients/producer',
  'clients/src/main/java/org/apache/kafka/common/config',
  'clients/src/main/java/org/apache/kafka/common/internals',
  'clients/src/main/java/org/apache/kafka/common/record',
];

async function kafkaTable(): Promise<MutableSymbolTable> {
  const table = createSymbolTable([]);
  for (const folder of folders) {
    for (const name of readdirSync(join(kafkaSource(), folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (languageOf(name) === undefined) continue;
      await readInto(table, `${folder}/${name}`, readFileSync(join(kafkaSource(), folder, name), 'utf8'));
    }
  }
  return table;
}

type Kind = SearchGroup['kind'];

function names(groups: readonly SearchGroup[], kind: Kind): string[] {
  return groups.flatMap((group) => {
    if (group.kind !== kind) return [];
    return group.kind === 'notes'
      ? group.hits.map(({ document }) => document.title)
      : group.hits.map(({ symbol }) => symbol.path);
  });
}

function kinds(groups: readonly SearchGroup[]): Kind[] {
  return groups.map(({ kind }) => kind);
}

describe('searching Kafka', () => {
  let sources: SearchSources;
  const noted = new Map<string, NotedAs>([
    ['kafka.log.Log#append', 'subject'],
    ['kafka.log.LogSegment#append', 'mention'],
  ]);
  const find = (typed: string): SearchGroup[] => atOnce(search(typed, sources));

  before(async () => {
    const notes = indexOf(await shippedNotes('zh-cn'));
    sources = { notes, table: await kafkaTable(), notedAs: (path) => noted.get(path) };
  });

  it('finds a method by its humps, with its owner in front or not, in capitals or not', () => {
    const appendRecords = 'kafka.server.ReplicaManager#appendRecords';
    for (const typed of [
      'appendRecords',
      'appRec',
      'RMappend',
      'rmappend',
      'repMan#appRec',
      'repMan.appRec',
      'ReplicaManager#appendRecords',
      'kafka.server.ReplicaManager#appendRecords',
      'k.s.RM#aR',
      'ReplicaManager appendRec',
      'appendRec ReplicaManager',
    ]) {
      const groups = find(typed);
      expect(names(groups, 'symbols')[0], typed).to.equal(appendRecords);
    }
    expect(kinds(find('repMan#appRec'))[0]).to.equal('symbols');
  });

  it('finds types by their names before all else', () => {
    for (const [typed, path] of [
      ['KafkaApis', 'kafka.server.KafkaApis'],
      ['KApis', 'kafka.server.KafkaApis'],
      ['LogSegment', 'kafka.log.LogSegment'],
      ['kafka.log.LogSegment', 'kafka.log.LogSegment'],
      ['replicamanager', 'kafka.server.ReplicaManager'],
      ['RecordAccumulator', 'org.apache.kafka.clients.producer.internals.RecordAccumulator'],
    ] as const) {
      expect(names(find(typed), 'symbols').slice(0, 2), typed).to.include(path);
    }
  });

  it('lists the members of a type whose sign is typed', () => {
    const members = names(find('ReplicaFetcherThread#'), 'symbols');
    expect(members).to.include('kafka.server.ReplicaFetcherThread#processPartitionData');
    expect(members.slice(0, 10).every((path) => path.startsWith('kafka.server.ReplicaFetcherThread'))).to.be.true;
  });

  it('ranks what notes are about above what they mention, that above the rest, and tests last', () => {
    const found = names(find('append'), 'symbols');
    expect(found.slice(0, 2)).to.deep.equal(['kafka.log.Log#append', 'kafka.log.LogSegment#append']);
    const ranked = names(find('ReplicaManager'), 'symbols');
    const [main, test] = [ranked.indexOf('kafka.server.ReplicaManager'), ranked.indexOf('kafka.server.ReplicaManagerTest')];
    expect(main).to.be.within(0, 1);
    expect(test).to.be.above(main);
  });

  it('finds a constant by its value, whole or in part', () => {
    const groups = find('log.flush.interval.messages');
    expect(kinds(groups).slice(0, 2)).to.deep.equal(['notes', 'constants']);
    expect(names(groups, 'constants')).to.deep.equal(['kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp']);
    expect(names(find('flush.interval'), 'constants')).to.include('kafka.server.KafkaConfig$#LogFlushIntervalMsProp');
    const [first] = names(find('__consumer_offsets'), 'constants');
    expect(first).to.equal('org.apache.kafka.common.internals.Topic#GROUP_METADATA_TOPIC_NAME');
  });

  it('lists a symbol once', () => {
    const groups = find('flush.messages');
    const all = [...names(groups, 'symbols'), ...names(groups, 'constants')];
    expect(new Set(all).size).to.equal(all.length);
  });

  it('finds sections first by words, with names among them or not', () => {
    const groups = find('appendRecords 副本');
    expect(kinds(groups)[0]).to.equal('notes');
    expect(names(groups, 'notes')[0]).to.include('ReplicaManager.appendRecords');
    expect(names(groups, 'symbols')[0]).to.equal('kafka.server.ReplicaManager#appendRecords');
    expect(kinds(find('零拷贝'))).to.deep.equal(['notes']);
  });

  it('does not take a sentence for a name', () => {
    expect(names(find('how is the log flushed'), 'symbols')).to.deep.equal([]);
  });

  it('forgives a wrong letter in a name', () => {
    for (const typed of ['ReplicaManger', 'RepilcaManager', 'ReplicaManageer', 'replicamamager']) {
      expect(names(find(typed), 'symbols').slice(0, 2), typed).to.include('kafka.server.ReplicaManager');
    }
    expect(names(find('appednRecords'), 'symbols')[0]).to.equal('kafka.server.ReplicaManager#appendRecords');
  });

  it('finds notes alone where no source is open', () => {
    const groups = atOnce(search('appendRecords', { ...sources, table: undefined }));
    expect(kinds(groups)).to.deep.equal(['notes']);
  });

  it('can be abandoned after any step', () => {
    const steps = search('append', sources);
    for (let step = 0; step < 3; step++) expect(steps.next().done).to.be.false;
    expect(names(find('append'), 'symbols')).not.to.be.empty;
  });

  it('accepts whatever is typed', () => {
    for (const typed of [
      '',
      ' ',
      '#',
      '.',
      '..',
      '$',
      '#.#',
      '<init>',
      '((((',
      '\\',
      '*',
      '[a',
      'a'.repeat(5000),
      '副'.repeat(500),
      '\u0000',
    ])
      expect(() => find(typed), typed.slice(0, 20)).not.to.throw();
  });
});

describe('searching a tree', () => {
  const nothing = new NoteIndex();
  const find = (typed: string, table: MutableSymbolTable): SearchGroup[] =>
    atOnce(search(typed, { notes: nothing, table, notedAs: () => undefined }));

  it('finds the symbols that are read by now', async () => {
    const table = await readTable({ 'a/A.java': 'package a; class Alpha { void one() {} }', 'a/B.java': undefined });
    expect(names(find('Alpha', table), 'symbols')).to.deep.equal(['a.Alpha']);
    expect(names(find('Beta', table), 'symbols')).to.deep.equal([]);
    await readInto(table, 'a/B.java', 'package a; class Beta {}');
    expect(names(find('Beta', table), 'symbols')).to.deep.equal(['a.Beta']);
  });

  it('tells overloads apart', async () => {
    const table = await readTable({
      'a/A.java': 'package a; class A { void run(int a) {} void other() {} void run(String b) {} }',
    });
    const [group] = find('run', table);
    expect(group?.kind === 'symbols' && group.hits.map(({ symbol }) => symbol.parameters?.join())).to.have.members([
      'int',
      'String',
    ]);
  });

  it('finds Scala objects and their members without the `$`', async () => {
    const table = await readTable({
      'a/A.scala': 'package a\nobject Outer {\n  object Inner {\n    val Name = "x.y.z"\n  }\n}\n',
    });
    expect(names(find('Outer.Inner.Name', table), 'symbols')).to.deep.equal(['a.Outer$.Inner$#Name']);
    expect(names(find('Outer$.Inner$#Name', table), 'symbols')).to.deep.equal(['a.Outer$.Inner$#Name']);
    expect(names(find('inner', table), 'symbols')).to.deep.equal(['a.Outer$.Inner$']);
    expect(names(find('x.y.z', table), 'constants')).to.deep.equal(['a.Outer$.Inner$#Name']);
  });

  it('finds names in other scripts', async () => {
    const table = await readTable({ 'a/A.java': 'package a; class Größe { void straße() {} }' });
    expect(names(find('größe', table), 'symbols')).to.include('a.Größe');
  });
});
