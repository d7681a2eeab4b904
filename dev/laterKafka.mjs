import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, cached } from './cache.mjs';
import { mustRun } from './process.mjs';
import { needMaven } from './programs.mjs';

const always = [
  'connect-api',
  'connect-basic-auth-extension',
  'connect-file',
  'connect-json',
  'connect-runtime',
  'connect-transforms',
  'kafka-clients',
  'kafka-log4j-appender',
  'kafka-streams',
  'kafka-streams-test-utils',
  'kafka-tools',
];

/** The later releases whose main sources are on Maven Central, with the artifacts that they have beside those of 2.2.0. */
const artifacts = {
  '2.3.1': ['kafka_2.12', 'kafka-streams-scala_2.12'],
  '2.8.2': [
    'kafka_2.13',
    'kafka-streams-scala_2.13',
    'connect-mirror',
    'connect-mirror-client',
    'kafka-metadata',
    'kafka-raft',
    'kafka-shell',
  ],
  '3.8.0': [
    'kafka_2.13',
    'kafka-streams-scala_2.13',
    'connect-mirror',
    'connect-mirror-client',
    'generator',
    'kafka-group-coordinator',
    'kafka-group-coordinator-api',
    'kafka-metadata',
    'kafka-raft',
    'kafka-server',
    'kafka-server-common',
    'kafka-shell',
    'kafka-storage',
    'kafka-storage-api',
    'kafka-tools-api',
    'kafka-transaction-coordinator',
    'trogdor',
  ],
};

/** @typedef {keyof typeof artifacts} LaterVersion */

export const laterVersions = /** @type {readonly LaterVersion[]} */ (Object.keys(artifacts));

/** Returns the folder of the main sources of a later release, which {@link ensureMainSources} fills. @param {string} version */
export function mainSourcesFolder(version) {
  return join(cacheFolder(), `kafka-main-${version}`);
}

/** Gets the main sources of all later releases through Maven, unless they are there. */
export async function ensureMainSources() {
  for (const version of laterVersions) {
    if (existsSync(mainSourcesFolder(version))) continue;
    await needMaven(`Getting the source of Kafka ${version}`);
    await cached(`kafka-main-${version}`, async (folder) => {
      console.log(`  getting the main sources of Kafka ${version} from Maven Central`);
      const scratch = join(folder, '.maven');
      mkdirSync(scratch);
      const pom = join(scratch, 'pom.xml');
      writeFileSync(pom, pomOf(version));
      await mustRun('mvn', ['-q', '-B', '-C', '-f', pom, 'dependency:unpack', `-Doutput=${folder}`], { idleSeconds: 300 });
      rmSync(scratch, { recursive: true });
    });
  }
}

/**
 * Returns the Maven project that unpacks each jar to `ARTIFACT/src/main` in the folder that `output` names.
 * @param {LaterVersion} version
 */
function pomOf(version) {
  const items = [...always, ...artifacts[version]].map(
    (artifact) =>
      `<artifactItem><groupId>org.apache.kafka</groupId><artifactId>${artifact}</artifactId><version>${version}</version>` +
      `<classifier>sources</classifier><outputDirectory>\${output}/${artifact}/src/main</outputDirectory></artifactItem>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kafka-notes</groupId><artifactId>later-kafka</artifactId><version>1</version><packaging>pom</packaging>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>3.6.1</version>
    <configuration><includes>**/*.java,**/*.scala</includes><artifactItems>
${items.join('\n')}
    </artifactItems></configuration>
  </plugin></plugins></build>
</project>
`;
}
