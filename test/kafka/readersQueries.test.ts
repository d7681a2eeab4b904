import { kafka } from '../../src/kafka/kafka';
import { expect } from 'chai';
import { targetOf } from '../../src/core/bindings/binding';
import { BindingIndex } from '../../src/core/bindings/bindingIndex';
import type { NotedAs } from '../../src/core/search/rankSymbols';
import { search, type SearchSources } from '../../src/core/search/search';
import { kafkaMap } from './map/kafkaMap';
import { atOnce, indexOf, shippedNotes } from '../unit/search/shippedNotes';

/**
 * Texts that a reader types, each with one of the hits that must be among the first three: the path of a symbol, or a part of a
 * title.
 */
type Queries = Readonly<Record<string, string>>;

const names: Queries = {
  // These find a symbol by its whole name, before the sections that say more of it.
  Log: 'kafka.log.Log',
  Partition: 'kafka.cluster.Partition',
  Selector: 'org.apache.kafka.common.network.Selector',
  Processor: 'kafka.network.Processor',
  ReplicaManager: 'kafka.server.ReplicaManager',
  replicamanager: 'kafka.server.ReplicaManager',
  REPLICAMANAGER: 'kafka.server.ReplicaManager',
  KafkaConfig: 'kafka.server.KafkaConfig',
  LogTest: 'kafka.log.LogTest',
  logEndOffset: 'kafka.log.Log#logEndOffset',
  leaderEpoch: 'kafka.cluster.Partition#leaderEpoch',
  'ApiKeys.PRODUCE': 'org.apache.kafka.common.protocol.ApiKeys#PRODUCE',
  'kafka.server.ReplicaManager': 'kafka.server.ReplicaManager',
  'kafka.log.Log$#offsetFromFile': 'kafka.log.Log$#offsetFromFile',
  'Log#append': 'kafka.log.Log#append',
  // These name a symbol as it stands in code, in a note or in a sentence.
  'appendRecords()': 'kafka.server.ReplicaManager#appendRecords',
  'ReplicaManager.appendRecords(': 'kafka.server.ReplicaManager#appendRecords',
  'Log#append(MemoryRecords, Boolean)': 'kafka.log.Log#append',
  'kafka:kafka.log.Log#append': 'kafka.log.Log#append',
  '`appendRecords`,': 'kafka.server.ReplicaManager#appendRecords',
  'Log.append（）': 'kafka.log.Log#append',
  // These find a symbol by humps, and with a wrong letter.
  RMappend: 'kafka.server.ReplicaManager#appendRecords',
  KafApi: 'kafka.server.KafkaApis',
  hPR: 'kafka.server.KafkaApis#handleProduceRequest',
  'KA.hFR': 'kafka.server.KafkaApis#handleFetchRequest',
  RecordAcumulator: 'org.apache.kafka.clients.producer.internals.RecordAccumulator',
  hndlProdReq: 'kafka.server.KafkaApis#handleProduceRequest',
  // These find constants by their values.
  'log.flush.interval.messages': 'kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp',
  'log.flush.interval.messages=10000': 'kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp',
  'log.flush.interval.messages default': 'kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp',
  'flush.interval': 'kafka.server.KafkaConfig$#LogFlushIntervalMsProp',
  __consumer_offsets: 'org.apache.kafka.common.internals.Topic#GROUP_METADATA_TOPIC_NAME',
  consumer_offsets: 'org.apache.kafka.common.internals.Topic#GROUP_METADATA_TOPIC_NAME',
};

const english: Queries = {
  'who calls fsync': 'Flushing to disk',
  'zero-copy': 'Zero copy',
  watermark: 'High watermarks',
  'leader epoch': 'Leader epochs',
  'page cahce': 'In the network thread',
  'netwrok thread': 'One pass of a network thread',
  'replcia manager': 'ReplicaManager',
  partion: 'partition',
  throtling: 'Throttling',
};

const chinese: Queries = {
  'appendRecords 副本': 'ReplicaManager.appendRecords',
  '副本 appendRecords': 'ReplicaManager.appendRecords',
  appendRecords副本: 'ReplicaManager.appendRecords',
  '日志段 flush': 'LogSegment.flush',
  'ISR 收缩': 'Log.roll',
  '“高水位”': '高水位',
  '高水位？': '高水位',
  时间轮: 'LogManager.flushDirtyLogs',
  '幂等 producer': '五步看懂幂等',
  '网络层 Reactor': '网络层',
  '谁调用了 LogSegment.flush': 'LogSegment.flush',
};

describe('the search with queries of readers', function () {
  this.timeout(120_000);
  const both: Partial<Record<'en' | 'zh-cn', SearchSources>> = {};

  before(async () => {
    const { source } = await kafkaMap();
    for (const language of ['en', 'zh-cn'] as const) {
      const notes = await shippedNotes(language);
      const bindings = new BindingIndex({ table: source.table, release: await kafka.loadSymbols(), hasFile: () => false });
      bindings.setNotes(notes);
      const noted = new Map<string, NotedAs>();
      for (const { anchor, result } of notes.flatMap(({ uri }) => bindings.byNote(uri))) {
        const path = targetOf(result)?.symbol?.path ?? '';
        if (noted.get(path) !== 'subject') noted.set(path, anchor.role);
      }
      both[language] = { notes: indexOf(notes), table: source.table, notedAs: (path) => noted.get(path) };
    }
  });

  /** Returns all hits in the order of the list; symbols by their paths. */
  function hits(language: 'en' | 'zh-cn', typed: string): string[] {
    const sources = both[language];
    if (sources === undefined) return [];
    return atOnce(search(typed, sources)).flatMap((group) =>
      group.kind === 'notes' ? group.hits.map(({ document }) => document.title) : group.hits.map(({ symbol }) => symbol.path),
    );
  }

  it('finds the symbol that is named', () => {
    const missed = Object.entries(names).filter(([typed, path]) => !hits('en', typed).slice(0, 3).includes(path));
    expect(missed).to.deep.equal([]);
  });

  for (const [language, queries] of [
    ['en', english],
    ['zh-cn', chinese],
  ] as const) {
    it(`finds the section that is meant in ${language}`, () => {
      const isMissed = ([typed, title]: readonly [string, string]): boolean =>
        !hits(language, typed)
          .slice(0, 3)
          .some((one) => one.includes(title));
      expect(Object.entries(queries).filter(isMissed)).to.deep.equal([]);
    });
  }

  it('lists constants and symbols also beside other words', () => {
    expect(hits('zh-cn', 'log.flush.interval.messages 刷盘')).to.include(
      'kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp',
    );
    expect(hits('en', 'replica manager')).to.include('kafka.server.ReplicaManager');
    expect(hits('zh-cn', 'ISR收缩')).to.have.members(hits('zh-cn', 'ISR 收缩'));
    expect(hits('zh-cn', '谁调用了 LogSegment.flush')).to.include('kafka.log.LogSegment#flush');
    expect(hits('en', 'who calls LogSegment.flush')).to.include('kafka.log.LogSegment#flush');
  });

  it('shows a class before its companion, and a type that is named before the notes, the notes before all else', () => {
    expect(hits('en', 'ReplicaManager').slice(0, 2)).to.deep.equal([
      'kafka.server.ReplicaManager',
      'kafka.server.ReplicaManager$',
    ]);
    const found = hits('en', 'Log');
    expect(found.slice(0, 2)).to.deep.equal(['kafka.log.Log', 'kafka.log.Log$']);
    expect(found.slice(2, 5).every((one) => one.includes(': Log'))).to.be.true;
  });

  it('takes the sign of an anchor for the dot that notes write', () => {
    expect(hits('en', 'Log#append')).to.have.ordered.members(hits('en', 'Log.append'));
  });

  it('finds nothing where nothing is meant', () => {
    for (const typed of ['gaoshuiwei', 'qwertzuiop', '量子纠缠']) expect(hits('en', typed), typed).to.deep.equal([]);
  });
});
