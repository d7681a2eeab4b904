import type { Release } from '../source/release';
import { version } from './shipped';

const archive = `https://archive.apache.org/dist/kafka/${version}/kafka-${version}-src.tgz`;

/** The classes of the protocol's messages, which a build writes; the jar of the tests holds them once more. */
const messages = /^org\/apache\/kafka\/common\/message\/(\w+Data|ApiMessageFactory)\.java$/;

/** The one release that the notes are written for. */
export const kafka220: Release = {
  project: 'Kafka',
  version,
  archive: { url: archive, sha512Url: `${archive}.sha512` },
  tag: { url: `https://github.com/apache/kafka/archive/refs/tags/${version}.tar.gz` },
  group: 'org.apache.kafka',
  treeId: 'f553f38747d639fb2c2c25f7efe945efc0d62b94',
  jars: [
    {
      artifact: 'kafka_2.12',
      classifier: 'sources',
      sha256: 'aac5f5abb5544a0af0d1e76fa97f945db32a3c37661da0ac80f06984208d1aac',
      folder: 'core/src/main/scala',
    },
    {
      artifact: 'kafka_2.12',
      classifier: 'test-sources',
      sha256: '2a55656769eb0cebbba9ea04eb7d1d3b14a0b6d7eed273c55a3689d634c74bbe',
      folder: 'core/src/test/scala',
    },
    {
      artifact: 'kafka-clients',
      classifier: 'sources',
      sha256: '6337e5677ba1bb683d8bb386b86a6eb542de90a8eb345c309b9ac1990147fd86',
      folder: 'clients/src/main/java',
      generated: { names: messages, folder: 'clients/src/generated/java' },
    },
    {
      artifact: 'kafka-clients',
      classifier: 'test-sources',
      sha256: '11fd21388a3061332fa969c9efb0f263832231b98dd1268be898e060c6dafbce',
      folder: 'clients/src/test/java',
      generated: { names: messages, folder: undefined },
    },
    {
      artifact: 'kafka-streams',
      classifier: 'sources',
      sha256: 'a6236f7fa102be06453fcb15b427d3c0f42ed6b9bc40abdb11f3901c9c0cd8a4',
      folder: 'streams/src/main/java',
    },
    {
      artifact: 'kafka-streams',
      classifier: 'test-sources',
      sha256: '0453ed4096bddbbcb6a909f4d7fa157bf8b26211a8d4e56522b0e1e8f1b1b0f0',
      folder: 'streams/src/test/java',
    },
    {
      artifact: 'kafka-streams-scala_2.12',
      classifier: 'sources',
      sha256: '599f5c694af45cb00f7e53dcba535c0787d7e562641541e65c7b09c6d9e7dbf7',
      folder: 'streams/streams-scala/src/main/scala',
    },
    {
      artifact: 'kafka-streams-scala_2.12',
      classifier: 'test-sources',
      sha256: 'e7f0c242813eabbde76a9db5aa2aabce0cb962e8fbf0b8715fa50303f1f5176a',
      folder: 'streams/streams-scala/src/test/scala',
    },
    {
      artifact: 'kafka-streams-test-utils',
      classifier: 'sources',
      sha256: '5e1f3b9c114b811284ed79c4ac646c641dc556ea9dda865a5440b91b1fffc3f7',
      folder: 'streams/test-utils/src/main/java',
    },
    {
      artifact: 'kafka-streams-test-utils',
      classifier: 'test-sources',
      sha256: 'c71783f88485f7579e8abbadd42196c7e44ce449d679ab7e8bba152ab95b68a7',
      folder: 'streams/test-utils/src/test/java',
    },
    {
      artifact: 'connect-api',
      classifier: 'sources',
      sha256: '52b5c7ae6f40faf2dded615d92875881f0e4004824d3d9ea17bbec09d78195be',
      folder: 'connect/api/src/main/java',
    },
    {
      artifact: 'connect-api',
      classifier: 'test-sources',
      sha256: 'a0c25ad771ff5883762b457db970bf45b8c6d076318d57d04a13b3f46a33c367',
      folder: 'connect/api/src/test/java',
    },
    {
      artifact: 'connect-runtime',
      classifier: 'sources',
      sha256: '8651697e92fef386f2008dd177beebf26980f81218dd551acf71ec1ba8b9ab53',
      folder: 'connect/runtime/src/main/java',
    },
    {
      artifact: 'connect-runtime',
      classifier: 'test-sources',
      sha256: '71e4d43a31a4de8a1a97e53ebdfbb7d58c93f296cc651c1a81868ed84de2c93c',
      folder: 'connect/runtime/src/test/java',
    },
    {
      artifact: 'connect-json',
      classifier: 'sources',
      sha256: '0d3e26c09a66c1588f2078d6293e21c6487fa2e0f9a0329fb10bce736744aea6',
      folder: 'connect/json/src/main/java',
    },
    {
      artifact: 'connect-json',
      classifier: 'test-sources',
      sha256: 'cbbc3a99c11d3c1cee795f61367db4d4fb587643fb0108361ef185032ba34329',
      folder: 'connect/json/src/test/java',
    },
    {
      artifact: 'connect-file',
      classifier: 'sources',
      sha256: '4ce616a89adaadc070d36fd284b739ff10a64dde0f9d1c3bb37817939225e607',
      folder: 'connect/file/src/main/java',
    },
    {
      artifact: 'connect-file',
      classifier: 'test-sources',
      sha256: 'e87a7f19569848dd7219288a5c429e5482496f20d0ebb8f5c906630a16ca20b3',
      folder: 'connect/file/src/test/java',
    },
    {
      artifact: 'connect-transforms',
      classifier: 'sources',
      sha256: '3b223091b6a0fea17e5efae09bf8afda003c83a0bd0a931de992f7580cd32892',
      folder: 'connect/transforms/src/main/java',
    },
    {
      artifact: 'connect-transforms',
      classifier: 'test-sources',
      sha256: 'b4c4eb1c89d0ec7383e63a86ad241d5b854da6057b371a5f9ca487012e20406c',
      folder: 'connect/transforms/src/test/java',
    },
    {
      artifact: 'connect-basic-auth-extension',
      classifier: 'sources',
      sha256: '44ff5c712a04f98c2f648cd430f1ee19a1fb66f5e6acc233df64f4165b86494d',
      folder: 'connect/basic-auth-extension/src/main/java',
    },
    {
      artifact: 'connect-basic-auth-extension',
      classifier: 'test-sources',
      sha256: '6721e89a43ae993c3e6f20eabe2b13f7b7457aa0637dc924609ee2202a224312',
      folder: 'connect/basic-auth-extension/src/test/java',
    },
    {
      artifact: 'kafka-tools',
      classifier: 'sources',
      sha256: '4f660fc931feb38308ef22403cc6d54280a1e87365309c9c6e492c1f39818d3d',
      folder: 'tools/src/main/java',
    },
    {
      artifact: 'kafka-tools',
      classifier: 'test-sources',
      sha256: 'c7097eff899a1d3ba396001232f3777370819dc0d6c8a2c79c17313406c62539',
      folder: 'tools/src/test/java',
    },
    {
      artifact: 'kafka-log4j-appender',
      classifier: 'sources',
      sha256: '1b5e539883c4844848dc7ac437cd181fb6251f2ea27a1b59d078c9e5231378c6',
      folder: 'log4j-appender/src/main/java',
    },
    {
      artifact: 'kafka-log4j-appender',
      classifier: 'test-sources',
      sha256: '067e29d1d5a1b22116608d7c3b4bfd3dd38a7f6b7b38d8bd8036870d70c52dc5',
      folder: 'log4j-appender/src/test/java',
    },
  ],
};
