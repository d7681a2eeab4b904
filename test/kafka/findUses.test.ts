import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parsers } from '../../src/core/syntax/parsers';
import { Resolver } from '../../src/core/uses/resolve/resolver';
import { createUseFinder } from '../../src/core/uses/useFinder';
import { libraryNames } from '../../src/kafka/libraryNames';
import type { LocatedSymbol } from '../../src/core/symbols/symbolTable';
import { findReaders } from '../../src/workspace/settings/findReaders';
import { findUses, type SymbolUses } from '../../src/workspace/uses/findUses';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';
import { kafkaMap } from './map/kafkaMap';

describe('all uses of a symbol of Kafka', function () {
  this.timeout(300_000);
  const reader = createUseFinder(
    new Parsers(assets),
    (file) => Promise.resolve(readFileSync(join(kafkaSource(), file))),
    (tried, error) => {
      throw new Error(tried, { cause: error });
    },
  );

  async function find(path: string, isWanted = () => true, files?: readonly string[]): Promise<SymbolUses> {
    const { table } = (await kafkaMap()).source;
    const [symbol] = table.byPath(path);
    const requests = (some: readonly string[]) => some.map((file) => ({ file, uri: file }));
    return findUses(symbol!, files ?? [...table.files], {
      resolver: new Resolver(table, libraryNames),
      fetch: async (some) => {
        const headers = await reader.headers(requests(some));
        return new Map(some.map((file, index) => [file, headers[index]]));
      },
      named: (some, name) => reader.named(requests(some), name),
      isWanted,
      pause: () => Promise.resolve(),
    });
  }

  /** Returns the files and lines (1-based) of the uses. */
  function places(found: SymbolUses): string[] {
    if (found.kind !== 'found') return [found.kind];
    return found.uses.map(({ file, range }) => `${file.slice(file.lastIndexOf('/') + 1)}:${range.start.line + 1}`);
  }

  it('are those of a constant, of the field that it becomes, and of its alias', async () => {
    const config = await find('kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp');
    expect(places(config)).to.have.members([
      'LogConfig.scala:228',
      'LogConfig.scala:317',
      'KafkaConfig.scala:912',
      'KafkaConfig.scala:1177',
    ]);
    expect(places(await find('kafka.server.KafkaConfig#logFlushIntervalMessages'))).to.deep.equal(['KafkaServer.scala:64']);
    expect(places(await find('kafka.log.LogConfig#flushInterval'))).to.include('Log.scala:974');
  });

  it('are those of a method, with the line of each', async () => {
    const found = await find('kafka.log.LogManager#flushDirtyLogs');
    expect(places(found)).to.deep.equal(['LogManager.scala:401']);
    expect(found.kind === 'found' && found.uses[0]?.line).to.include('flushDirtyLogs');
  });

  it('are none at all where there are too many to look at each, or nobody waits', async () => {
    expect((await find('org.apache.kafka.common.TopicPartition')).kind).to.equal('tooMany');
    expect((await find('kafka.log.LogManager#flushDirtyLogs', () => false)).kind).to.equal('stopped');
  });

  it('lead from a setting to the code that reads it, through the fields of its class', async () => {
    const { table } = (await kafkaMap()).source;
    const usesOf = (symbol: LocatedSymbol, files: readonly string[]) => find(symbol.symbol.path, () => true, files);
    const readersOf = async (path: string): Promise<string[]> =>
      ((await findReaders(table.byPath(path), { table, usesOf })) ?? []).map(
        ({ file, range, within }) => `${file.slice(file.lastIndexOf('/') + 1)}:${range.start.line + 1} ${within?.name ?? ''}`,
      );
    const topic = await readersOf('org.apache.kafka.common.config.TopicConfig#FLUSH_MESSAGES_INTERVAL_CONFIG');
    expect(topic).to.include('Log.scala:974 append');
    const broker = await readersOf('kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp');
    expect(broker).to.include('KafkaServer.scala:64 copyKafkaConfigToLog');
    const linger = await readersOf('org.apache.kafka.clients.producer.ProducerConfig#LINGER_MS_CONFIG');
    expect(linger.some((one) => one.startsWith('KafkaProducer.java'))).to.be.true;
    expect(linger.some((one) => one.startsWith('ProducerConfig.java'))).to.be.false;
  });
});
