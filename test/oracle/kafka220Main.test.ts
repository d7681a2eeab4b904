import { kafkaSource } from '../cli/kafkaSource';
import { judged } from './suite';

judged({
  title: 'Kafka 2.2.0',
  root: kafkaSource(),
  part: 'main',
  languages: { scala: '2.12', java: 'JAVA_8' },
  atLeast: 30_000,
});
