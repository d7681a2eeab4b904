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
  leaderEpoch: 'kafka.api.LeaderAndIsr#leaderEpoch',
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
  watermark: 'High watermark',
  'leader epoch': 'Leader epochs',
  'page cahce': 'the page cache',
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
  'ISR 收缩': 'ISR 收缩',
  '“高水位”': '高水位',
  '高水位？': '高水位',
  '幂等 producer': '五步看懂幂等',
  '网络层 Reactor': '网络层',
  '谁调用了 LogSegment.flush': 'LogSegment.flush',
};

/** Questions with the file of the note that answers them, whose first section or note must be among the first three hits. */
const questions: Readonly<Record<string, string>> = {
  // The same question in both languages.
  'who triggers fsync': 'flushing',
  谁触发刷盘: 'flushing',
  'what calls flush': 'flushing',
  刷盘由谁调用: 'flushing',
  'when is the log flushed': 'flushing',
  什么时候刷盘: 'flushing',
  'recovery point': 'flushing',
  恢复点: 'flushing',
  'high watermark checkpoint': 'flushing',
  高水位检查点: 'flushing',
  'clean shutdown': 'flushing',
  正常停机: 'flushing',
  'zero copy': 'zero-copy',
  'zero-copy': 'zero-copy',
  零拷贝: 'zero-copy',
  什么是零拷贝: 'zero-copy',
  'does TLS end zero copy': 'zero-copy',
  'page cache': 'persistence',
  'network thread': 'network-layer',
  网络线程: 'network-layer',
  'network layer': 'network-layer',
  网络层: 'network-layer',
  'connection limit per ip': 'network-layer',
  'how does the producer retry': 'producer',
  生产者如何重试: 'producer',
  'idempotent producer': 'producer',
  幂等的生产者: 'producer',
  'buffer pool memory': 'producer-memory',
  'how does the sender drain batches': 'producer',
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

  it('finds the symbol that is named, behind three sections that speak of it at most', () => {
    const missed = Object.entries(names).filter(([typed, path]) => !hits('en', typed).slice(0, 4).includes(path));
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

  for (const language of ['en', 'zh-cn'] as const) {
    it(`finds the note that answers, whatever language the question is in, in the notes in ${language}`, () => {
      const notes = (typed: string): string[] => {
        const sources = both[language];
        const groups = sources === undefined ? [] : atOnce(search(typed, sources));
        return groups.flatMap((group) => (group.kind === 'notes' ? group.hits.map(({ document }) => document.note) : []));
      };
      const isMissed = ([typed, file]: readonly [string, string]): boolean =>
        !notes(typed)
          .slice(0, 5)
          .some((note) => note.endsWith(`/${file}.md`));
      expect(Object.entries(questions).filter(isMissed)).to.deep.equal([]);
      expect(notes('谁触发刷盘')[0]).to.equal(notes('who triggers fsync')[0]);
    });

    it(`shows notes and code among the first seven hits in ${language}`, () => {
      const sources = both[language];
      for (const typed of ['purgatory', 'ReplicaManager', 'Log', 'LogConfig', 'Processor', 'high watermark', 'linger.ms']) {
        const groups = sources === undefined ? [] : atOnce(search(typed, sources));
        const kinds = groups.flatMap((group) => group.hits.map(() => (group.kind === 'notes' ? 'note' : 'code')));
        expect(kinds.slice(0, 7), typed).to.include.members(['note', 'code']);
      }
    });

    it(`has no syntax in its excerpts, what was found in them, and no hit twice in ${language}`, () => {
      const sources = both[language];
      for (const typed of [
        ...Object.keys(questions),
        ...Object.keys(english),
        'flush',
        '刷盘',
        'broker',
        'acks',
        'click',
        'flowchart',
        'end',
      ]) {
        const groups = sources === undefined ? [] : atOnce(search(typed, sources));
        const hits = groups.flatMap((group) => (group.kind === 'notes' ? group.hits : []));
        for (const { snippet } of hits) {
          // The names of clients' threads have a stroke, which is no table's.
          expect(snippet.text.replaceAll(/-thread \||\| <c/g, ''), typed).not.to.match(
            /-->|->>|==>|\||\]\(|kafka:[a-z]+\.|<\/?(?:br|b|sub|kbd)\b|^\s*(?:flowchart|sequenceDiagram)|```/,
          );
          expect(snippet.text.length, snippet.text).to.be.at.most(140);
        }
        const ids = groups.flatMap((group) =>
          group.kind === 'notes'
            ? group.hits.map(({ document }) => document.id)
            : group.hits.map(({ file, symbol }) => `${file} ${symbol.path} ${symbol.nameRange.start.line}`),
        );
        expect(new Set(ids).size, typed).to.equal(ids.length);
      }
    });
  }

  it('lists types before fields that have the word, and main sources before tests', () => {
    const symbols = hits('en', 'purgatory').filter((one) => one.startsWith('kafka.'));
    expect(symbols.slice(0, 2)).to.deep.equal([
      'kafka.server.DelayedOperationPurgatory',
      'kafka.server.DelayedOperationPurgatory$',
    ]);
    const sources = both.en;
    const found = sources === undefined ? [] : atOnce(search('ReplicaManager', sources));
    const inTests = found.flatMap((group) =>
      group.kind === 'symbols' ? group.hits.map(({ file }) => file.includes('/test/')) : [],
    );
    expect(inTests.lastIndexOf(false)).to.be.below(inTests.includes(true) ? inTests.indexOf(true) : inTests.length);
  });

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
    expect(found.slice(2, 5).filter((one) => !/ .*Log/.test(one))).to.deep.equal([], 'paths have no blanks, titles do');
  });

  it('takes the sign of an anchor for the dot that notes write', () => {
    expect(hits('en', 'Log#append')).to.have.ordered.members(hits('en', 'Log.append'));
  });

  it('finds nothing where nothing is meant', () => {
    for (const typed of ['gaoshuiwei', 'qwertzuiop', '量子纠缠']) expect(hits('en', typed), typed).to.deep.equal([]);
  });
});
