import { expect } from 'chai';
import { symbolName } from '../../../src/extension/model/symbolName';

describe('a symbol’s name in the panel', () => {
  const names = {
    'kafka.log.Log': 'Log',
    'kafka.log.Log#append': 'Log.append',
    'kafka.log.LogConfig$.LogConfigDef#define': 'LogConfig.LogConfigDef.define',
    'org.apache.kafka.clients.producer.KafkaProducer#<init>': 'KafkaProducer.<init>',
    'kafka.api.package$#ReplicaId': 'kafka.api.package.ReplicaId',
    Main: 'Main',
    'kafka.log.Log$': 'Log',
    'kafka.log.Log#$(alert) $a': 'Log.$(alert) $a',
  };
  for (const [path, name] of Object.entries(names)) {
    it(`of ${path} is ${name}`, () => expect(symbolName(path)).to.equal(name));
  }
});
