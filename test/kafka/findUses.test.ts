import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parsers } from '../../src/core/syntax/parsers';
import { Resolver } from '../../src/core/uses/resolve/resolver';
import { createUseFinder } from '../../src/core/uses/useFinder';
import { libraryNames } from '../../src/kafka/libraryNames';
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

  async function find(path: string, isWanted = () => true): Promise<SymbolUses> {
    const { table } = (await kafkaMap()).source;
    const [symbol] = table.byPath(path);
    const requests = (files: readonly string[]) => files.map((file) => ({ file, uri: file }));
    return findUses(symbol!, [...table.files], {
      resolver: new Resolver(table, libraryNames),
      fetch: async (files) => {
        const headers = await reader.headers(requests(files));
        return new Map(files.map((file, index) => [file, headers[index]]));
      },
      named: (files, name) => reader.named(requests(files), name),
      isWanted,
      pause: () => Promise.resolve(),
    });
  }

  it('probe', async () => {
    for (const p of [
      'kafka.server.ReplicaManager#appendRecords',
      'kafka.server.ReplicaManager',
      'kafka.server.KafkaConfig$#LogFlushIntervalMessagesProp',
      'kafka.server.KafkaConfig#logFlushIntervalMessages',
      'org.apache.kafka.clients.producer.ProducerConfig#LINGER_MS_CONFIG',
      'kafka.log.Log#append',
      'kafka.log.LogConfig$#FlushMessagesProp',
      'kafka.log.LogConfig#flushInterval',
      'org.apache.kafka.common.TopicPartition',
      'kafka.server.DelayedOperationPurgatory',
    ]) {
      const t = performance.now();
      const r = await find(p);
      console.log(p, r.kind, (performance.now() - t).toFixed(0));
      if (r.kind === 'found') {
        console.log(r.uses.length);
        for (const u of r.uses.slice(0, 8))
          console.log('   ', u.file.split('/').at(-1), u.range.start.line + 1, u.line.slice(0, 90));
      }
    }
    expect(1).to.equal(1);
  });
});
