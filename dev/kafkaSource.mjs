import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder, locked } from './cache.mjs';
import { Failure, run } from './process.mjs';
import { findProgram, needMaven } from './programs.mjs';
import { root } from './root.mjs';

const own = process.env.KAFKA_NOTES_SOURCE;
/** The folder with the source of Kafka 2.2.0 that the tests read: KAFKA_NOTES_SOURCE, else one in the cache. */
export const kafkaFolder = own !== undefined && own !== '' ? own : join(cacheFolder(), 'kafka-2.2.0');

/**
 * Asks the built command line for the source, from one origin.
 * @param {string} folder
 * @param {string} from
 * @returns {Promise<boolean>}
 */
async function getFrom(folder, from) {
  console.log(`  getting the source of Kafka 2.2.0 (${from})`);
  const args = [join(root, 'dist', 'cli.js'), 'source', 'get', '--into', folder, '--from', from];
  return (await run(process.execPath, args, { idleSeconds: 900 })).code === 0;
}

/**
 * Puts Kafka 2.2.0's source into a folder of the cache, unless it is there: with Maven where it is installed, else from the
 * release archive or the tag, else with a Maven that is installed for it. The command line leaves no incomplete files behind.
 * @param {string} folder
 */
export async function ensureKafkaSource(folder) {
  if (existsSync(folder)) return;
  await locked(basename(folder), async () => {
    if (existsSync(folder)) return;
    if (findProgram('mvn') === undefined) {
      for (const from of ['archive', 'github']) if (await getFrom(folder, from)) return;
    }
    await needMaven("Getting Kafka's source from Maven Central");
    if (!(await getFrom(folder, 'maven')))
      throw new Failure('The source of Kafka 2.2.0 could not be had: see above. Is there a network?');
  });
}
