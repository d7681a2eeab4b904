import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, cached } from './cache.mjs';
import { hashOf, mavenProject } from './mavenProject.mjs';
import { mustRun } from './process.mjs';
import { needMaven } from './programs.mjs';

const judge = mavenProject(
  'oracle',
  'Comparing the symbols with what other parsers see',
  'the judge, with Scalameta and JavaParser',
);

/** The folder of the built judge: `classes` and `libraries`. */
export const judgeFolder = judge.folder;

/** Builds the judge of test/oracle, unless that is done. */
export const ensureJudge = judge.ensure;

const laterVersion = '3.8.0';
const withoutTests = ['kafka-examples', 'kafka-group-coordinator-api', 'kafka-transaction-coordinator'];
/** All artifacts that have a jar of their source on Maven Central; most have another jar of their tests' source. */
const laterArtifacts = [
  'connect-api',
  'connect-basic-auth-extension',
  'connect-file',
  'connect-json',
  'connect-mirror',
  'connect-mirror-client',
  'connect-runtime',
  'connect-transforms',
  'generator',
  'kafka-clients',
  'kafka-group-coordinator',
  'kafka-log4j-appender',
  'kafka-metadata',
  'kafka-raft',
  'kafka-server',
  'kafka-server-common',
  'kafka-shell',
  'kafka-storage',
  'kafka-storage-api',
  'kafka-streams',
  'kafka-streams-scala_2.13',
  'kafka-streams-test-utils',
  'kafka-tools',
  'kafka-tools-api',
  'kafka_2.13',
  'trogdor',
  ...withoutTests,
];

/**
 * Returns the Maven project that unpacks each jar to `ARTIFACT/src/main` or `ARTIFACT/src/test` in the folder that `output`
 * names.
 */
function pomOfJars() {
  const items = laterArtifacts.flatMap((artifact) =>
    ['main', 'test']
      .filter((part) => part === 'main' || !withoutTests.includes(artifact))
      .map(
        (part) =>
          `<artifactItem><groupId>org.apache.kafka</groupId><artifactId>${artifact}</artifactId><version>${laterVersion}</version>` +
          `<classifier>${part === 'main' ? 'sources' : 'test-sources'}</classifier>` +
          `<outputDirectory>\${output}/${artifact}/src/${part}</outputDirectory></artifactItem>`,
      ),
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

const laterPom = pomOfJars();
const laterName = `kafka-${laterVersion}-${hashOf([laterPom])}`;

/** The folder with the source of a release with later Java and Scala than those of 2.2.0. */
export const laterKafkaFolder = join(cacheFolder(), laterName);

/** Gets the source of the later release through Maven, unless it is there. */
export async function ensureLaterKafka() {
  if (existsSync(laterKafkaFolder)) return;
  await needMaven(`Getting the source of Kafka ${laterVersion}`);
  await cached(laterName, async (folder) => {
    console.log(`  getting the source of Kafka ${laterVersion} from Maven Central`);
    const scratch = join(folder, '.maven');
    mkdirSync(scratch);
    const pom = join(scratch, 'pom.xml');
    writeFileSync(pom, laterPom);
    await mustRun('mvn', ['-q', '-B', '-C', '-f', pom, 'dependency:unpack', `-Doutput=${folder}`], { idleSeconds: 900 });
    rmSync(scratch, { recursive: true });
  });
}
