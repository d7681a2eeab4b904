import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFileOutcome } from '../../src/core/symbols/packedOutline';
import { createIndexer } from '../../src/core/symbols/indexer';
import type { SourceSymbol } from '../../src/core/symbols/symbol';
import { languageOf } from '../../src/core/syntax/language';
import { kafkaSource } from '../cli/kafkaSource';
import { assets } from '../unit/bindings/readTable';

/** The methods that the parser, given these files as they are, takes for parts of the method above; each with that method. */
const hardToSee = [
  'kafka.admin.AdminUtilities#changeTopicConfig(ZkUtils,String,Properties)',
  'kafka.admin.AdminUtilities#changeClientIdConfig(ZkUtils,String,Properties)',
  'kafka.admin.AdminUtilities#changeUserOrUserClientIdConfig(ZkUtils,String,Properties)',
  'kafka.admin.AdminUtilities#changeBrokerConfig(ZkUtils,Seq,Properties)',
  'kafka.admin.AdminUtilities#changeConfigs(ZkUtils,String,String,Properties)',
  'kafka.admin.TopicCommand$.TopicService#createTopic(CommandTopicPartition)',
  'kafka.admin.TopicCommand$.TopicService#listTopics(TopicCommandOptions)',
  'kafka.admin.TopicCommand$.TopicService#deleteTopic(TopicCommandOptions)',
  'kafka.log.OffsetMap#put(ByteBuffer,Long)',
  'kafka.log.OffsetMap#get(ByteBuffer)',
  'kafka.log.OffsetMap#clear()',
  'kafka.log.OffsetMap#size()',
  'kafka.metrics.KafkaMetricsReporterMBean#startReporter(Long)',
  'kafka.metrics.KafkaMetricsReporterMBean#stopReporter()',
  'kafka.server.BlockingSend#initiateClose()',
  'kafka.server.BlockingSend#close()',
  'kafka.server.checkpoints.LeaderEpochCheckpoint#write(Seq)',
  'kafka.server.checkpoints.LeaderEpochCheckpoint#read()',
  'kafka.utils.Scheduler#startup()',
  'kafka.utils.Scheduler#shutdown()',
  'kafka.utils.VerifiableProperties#getIntInRange(String,Int,Tuple)',
  'kafka.zookeeper.ZooKeeperClient#handleRequests(Seq)',
  'kafka.log.LogCleaner#cleanerCount()',
  'kafka.log.LogTest#recoverAndCheck(LogConfig,Iterable,Boolean)',
];

function* sourceFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.')) yield* sourceFiles(path);
    else if (entry.isFile() && languageOf(entry.name) !== undefined) yield path;
  }
}

function anchor({ path, parameters }: SourceSymbol): string {
  return parameters === undefined ? path : `${path}(${parameters.join(',')})`;
}

describe('the whole of Kafka 2.2.0', function () {
  this.timeout(180_000);

  it('is read in every file, and nothing in it is missed', async () => {
    const files = [...sourceFiles(kafkaSource())];
    expect(files.length).to.be.at.least(2423);
    const reader = createIndexer(assets, (uri) => Promise.resolve(readFileSync(uri)));
    const readings = (await reader.outline(files.map((file) => ({ file, uri: file })))).map(unpackFileOutcome);
    expect(readings.filter((reading) => 'unindexed' in reading)).to.deep.equal([]);
    const anchors = new Set<string>();
    let count = 0;
    for (const reading of readings) {
      if (!('outline' in reading)) continue;
      count += reading.outline.symbols.length;
      for (const symbol of reading.outline.symbols) anchors.add(anchor(symbol));
    }
    expect(count).to.be.above(46_000);
    expect(hardToSee.filter((one) => !anchors.has(one))).to.deep.equal([]);
  });
});
