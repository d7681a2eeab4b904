import { laterKafkaFolder } from '../../dev/oracle.mjs';
import { judged } from './suite';

judged({
  title: 'Kafka 3.8.0 and its tests',
  root: laterKafkaFolder,
  languages: { scala: '2.13', java: 'JAVA_17' },
  atLeast: 120_000,
});
