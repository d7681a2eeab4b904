import type { Project } from '../source/project';
import { outlines, version } from './shipped';
import { vocabulary } from './vocabulary';

/** Apache Kafka: all that is its own. Its anchors' scheme is `anchorScheme` of the core. */
export const kafka: Project = {
  id: 'kafka',
  version,
  outlines,
  vocabulary,
  marks: {
    // Gradle's properties have named the group at the root since 0.8.1.
    group: 'org.apache.kafka',
    packages: [
      'kafka/server',
      'org/apache/kafka/common',
      'org/apache/kafka/streams',
      'org/apache/kafka/connect',
      'org/apache/kafka/tools',
    ],
    jar: /^(?:kafka|connect)[a-z-]*(?:_\d+\.\d+)?-(\d+(?:\.\d+)+)(?:-test)?(?:-sources)?$/,
  },
  // The classes of the protocol's messages.
  listed: ['!/*/src/generated/'],
  // The first one is there in every release since 2.2.0.
  firstSymbols: ['kafka.Kafka$#main', 'kafka.server.KafkaServer#startup', 'org.apache.kafka.clients.producer.KafkaProducer'],
  loadSymbols: async () => (await import('./symbols')).symbols,
  loadRelease: async () => (await import('./release')).kafka220,
  loadLibraryNames: async () => (await import('./libraryNames')).libraryNames,
};
