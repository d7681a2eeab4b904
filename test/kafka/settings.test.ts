import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSettings, settingFiles } from '../../src/core/settings/settings';
import type { Setting } from '../../src/core/settings/setting';
import { kafkaSource } from '../cli/kafkaSource';
import { kafkaMap } from './map/kafkaMap';

/** The type that defines a setting, the type of its values, its default as its value or else as it is written. */
type Told = readonly [owner: string, type: string, value: string];

const settings: Readonly<Record<string, readonly Told[]>> = {
  'log.flush.interval.messages': [['KafkaConfig', 'long', '9223372036854775807']],
  'flush.messages': [['LogConfig', 'long', '9223372036854775807']],
  'linger.ms': [['ProducerConfig', 'int', '0']],
  'bootstrap.servers': [
    ['AdminClientConfig', 'list', 'none'],
    ['ConsumerConfig', 'list', '[]'],
    ['ProducerConfig', 'list', '[]'],
    ['WorkerConfig', 'list', 'localhost:9092'],
    ['StreamsConfig', 'list', 'none'],
  ],
  'log.retention.hours': [['KafkaConfig', 'int', '168']],
  'log.segment.bytes': [['KafkaConfig', 'int', '1073741824']],
  'segment.bytes': [['LogConfig', 'int', '1073741824']],
  'ssl.protocol': [
    ['SslConfigs', 'string', 'TLS'],
    ['KafkaConfig', 'string', 'TLS'],
  ],
  retries: [
    ['AdminClientConfig', 'int', '5'],
    ['ProducerConfig', 'int', '2147483647'],
    ['StreamsConfig', 'int', '0'],
  ],
  'min.insync.replicas': [
    ['LogConfig', 'int', '1'],
    ['KafkaConfig', 'int', '1'],
  ],
  'buffer.memory': [['ProducerConfig', 'long', '33554432']],
  'log.dirs': [['KafkaConfig', 'string', 'null']],
  'zookeeper.connect': [['KafkaConfig', 'string', 'none']],
  // What gives this default is a method of another object, which nothing guesses.
  'log.message.format.version': [['KafkaConfig', 'string', 'Defaults.LogMessageFormatVersion']],
  'no.such.setting': [],
};

describe('the settings of Kafka', function () {
  this.timeout(120_000);

  async function find(name: string): Promise<Setting[]> {
    const { table } = (await kafkaMap()).source;
    const textOf = (file: string) => Promise.resolve(readFileSync(join(kafkaSource(), file), 'utf8'));
    return findSettings(name, settingFiles(table, []), { table, textOf, pause: () => Promise.resolve() });
  }

  function told({ owner, type = '', default: own }: Setting): Told {
    const value = own.kind === 'none' ? own.kind : own.kind === 'value' ? own.value : own.written;
    return [owner.slice(owner.lastIndexOf('.') + 1), type, value];
  }

  it('are found with the type that defines them, their own type and default', async () => {
    for (const [name, expected] of Object.entries(settings)) {
      expect((await find(name)).map(told), name).to.have.deep.members(expected);
    }
  });

  it('have the words of their source, without HTML', async () => {
    const [linger] = await find('linger.ms');
    expect(linger?.doc).to.match(/^The producer groups together any records/);
    expect(linger?.doc).to.include('Setting linger.ms=5');
    const [flush] = await find('log.flush.interval.messages');
    expect(flush?.doc).to.match(/^The number of messages accumulated on a log partition/);
  });

  it('are at the name in their definition', async () => {
    const [flush] = await find('log.flush.interval.messages');
    const lines = readFileSync(join(kafkaSource(), flush?.file ?? ''), 'utf8').split('\n');
    const { start, end } = flush?.range ?? { start: { line: 0, character: 0 }, end: { character: 0 } };
    expect(lines[start.line]?.slice(start.character, end.character)).to.equal('LogFlushIntervalMessagesProp');
  });
});
