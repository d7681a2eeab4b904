import { expect } from 'chai';
import { isTest, sourcePlace } from '../../../src/core/symbols/sourcePlace';

describe('the place of a source file', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['core/src/main/scala/kafka/server/KafkaApis.scala', 'core', 'main', 'kafka.server'],
    ['connect/runtime/src/test/java/org/apache/kafka/connect/A.java', 'connect/runtime', 'test', 'org.apache.kafka.connect'],
    [
      'clients/src/generated/java/org/apache/kafka/common/message/AData.java',
      'clients',
      'generated',
      'org.apache.kafka.common.message',
    ],
    ['clients/src/integration-test/java/A.java', 'clients', 'test', ''],
    ['src/main/java/a/B.java', '', 'main', 'a'],
    ['jmh-benchmarks/src/main/java/org/apache/kafka/jmh/A.java', 'jmh-benchmarks', 'main', 'org.apache.kafka.jmh'],
    ['kafka_2.12-2.2.0-sources/kafka/server/KafkaApis.scala', 'kafka_2.12', 'main', 'kafka.server'],
    ['kafka-clients-2.2.0-test-sources/org/apache/kafka/test/A.java', 'kafka-clients', 'test', 'org.apache.kafka.test'],
    ['kafka/server/KafkaApis.scala', '', 'main', 'kafka.server'],
    ['Shell.scala', '', 'main', ''],
    // This folder's name only looks like a set.
    ['tools/mysrc/main/java/A.java', '', 'main', 'tools.mysrc.main.java'],
  ];
  for (const [file, module, set, name] of cases) {
    it(`is read from its path: ${file}`, () => {
      const place = sourcePlace(file);
      expect([place.module, place.set, place.package]).to.deep.equal([module, set, name]);
      expect(place.folder === '' ? file : file.slice(place.folder.length + 1)).not.to.include('/');
    });
  }

  it('tells tests and measurements, in a checkout and in jars', () => {
    const tests = cases.map(([file]) => file).filter(isTest);
    expect(tests.map((file) => file.slice(0, 20))).to.deep.equal([
      'connect/runtime/src/',
      'clients/src/integrat',
      'jmh-benchmarks/src/m',
      'kafka-clients-2.2.0-',
    ]);
  });
});
