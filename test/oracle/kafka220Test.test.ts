import { kafkaSource } from '../cli/kafkaSource';
import { judged } from './suite';

judged({
  title: "Kafka 2.2.0's tests",
  root: kafkaSource(),
  part: 'src/test',
  languages: { scala: '2.12', java: 'JAVA_8' },
  atLeast: 15_000,
});
